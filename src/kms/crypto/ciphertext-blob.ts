// The ciphertext of symmetric encryption keys as one opaque blob. It names account, key and key material, so that Decrypt
// needs no KeyId, survives a retargeted alias and a rotation, and finds a multi-Region key in any of its Regions.
// Simulated: KMS does not publish its format. Only the first five bytes are those that its blobs are seen to begin with.
//
//   0   5  01 02 02 00 78
//   5   1  flags: 01 for a multi-Region key (mrk-...), else 00
//   6   6  account, big-endian
//  12  16  key id, the hexadecimal digits of it
//  28  32  key material id
//  60  12  iv
//  72   -  AES-256-GCM ciphertext, its 16 byte tag last

import { type Bytes, decodeHex, encodeHex } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";

const PREFIX = Uint8Array.of(0x01, 0x02, 0x02, 0x00, 0x78);
const FLAGS_AT = 5;
const ACCOUNT_AT = 6;
const KEY_ID_AT = 12;
const MATERIAL_ID_AT = 28;
const IV_AT = 60;
const HEADER_BYTES = 72;
const TAG_BYTES = 16;
/** CiphertextBlob is at most this long in the service model. */
const MAX_BLOB_BYTES = 6144;

export interface BlobHeader {
  /** 12 digits. */
  readonly account: string;
  /** A UUID in lower case, or `mrk-` and 32 hexadecimal digits. */
  readonly keyId: string;
  /** 64 hexadecimal digits. */
  readonly materialId: string;
  /** 12 bytes. */
  readonly iv: Uint8Array;
}

export interface BlobParts extends BlobHeader {
  /** The encoded header as it stands in the blob, for `authenticatedData`. */
  readonly header: Uint8Array;
  /** With the tag. */
  readonly ciphertext: Uint8Array;
}

/** The 72 bytes before the ciphertext. */
export function encodeHeader(parts: BlobHeader): Bytes {
  const isMultiRegion = parts.keyId.startsWith("mrk-");
  const keyId = decodeHex(isMultiRegion ? parts.keyId.slice(4) : parts.keyId.replaceAll("-", ""));
  const materialId = decodeHex(parts.materialId);
  invariant(keyId?.length === 16, `${parts.keyId} is not a key ID`);
  invariant(materialId?.length === 32, `${parts.materialId} is not a key material ID`);
  invariant(/^\d{12}$/.test(parts.account), `${parts.account} is not an account ID`);
  invariant(parts.iv.length === HEADER_BYTES - IV_AT, "an iv has 12 bytes");
  const header = new Uint8Array(HEADER_BYTES);
  header.set(PREFIX);
  header[FLAGS_AT] = isMultiRegion ? 1 : 0;
  writeAccount(header, Number(parts.account));
  header.set(keyId, KEY_ID_AT);
  header.set(materialId, MATERIAL_ID_AT);
  header.set(parts.iv, IV_AT);
  return header;
}

/** The header with another initialisation vector: what else stands in it is the same for every ciphertext of a key. */
export function withIv(header: Uint8Array, iv: Uint8Array): Bytes {
  const copy = header.slice();
  copy.set(iv, IV_AT);
  return copy;
}

/** The blob of a header and what was encrypted with it. */
export function encodeBlob(header: Uint8Array, ciphertext: Uint8Array): Bytes {
  const blob = new Uint8Array(header.length + ciphertext.length);
  blob.set(header);
  blob.set(ciphertext, header.length);
  return blob;
}

/** The parts of a blob, as views into it, or undefined when the bytes are no blob of ours. Takes hostile bytes. */
export function decodeBlob(blob: Uint8Array): BlobParts | undefined {
  if (blob.length < HEADER_BYTES + TAG_BYTES || blob.length > MAX_BLOB_BYTES) return undefined;
  if (PREFIX.some((byte, i) => blob[i] !== byte)) return undefined;
  const flags = blob[FLAGS_AT];
  const account = readAccount(blob);
  if ((flags !== 0 && flags !== 1) || account > 999_999_999_999) return undefined;
  const keyDigits = encodeHex(blob.subarray(KEY_ID_AT, MATERIAL_ID_AT));
  return {
    account: String(account).padStart(12, "0"),
    keyId: flags === 1 ? `mrk-${keyDigits}` : uuidOf(keyDigits),
    materialId: encodeHex(blob.subarray(MATERIAL_ID_AT, IV_AT)),
    iv: blob.subarray(IV_AT, HEADER_BYTES),
    header: blob.subarray(0, HEADER_BYTES),
    ciphertext: blob.subarray(HEADER_BYTES),
  };
}

/**
 * What the tag vouches for besides the ciphertext: every bit of the header and the whole encryption context. The context
 * is written in one way only: pairs ordered by name, every text as its count of UTF-16 code units and then the units.
 * So the order of a request does not matter, no two contexts give the same bytes, and no context is the empty one.
 */
export function authenticatedData(header: Uint8Array, encryptionContext: Readonly<Record<string, string>> = {}): Bytes {
  const names = Object.keys(encryptionContext).sort(); // by code unit, the same in every locale
  let length = header.length;
  for (const name of names) length += textBytes(name) + textBytes(encryptionContext[name] ?? "");
  const bytes = new Uint8Array(length);
  bytes.set(header);
  let at = header.length;
  for (const name of names) {
    at = writeText(bytes, at, name);
    at = writeText(bytes, at, encryptionContext[name] ?? "");
  }
  return bytes;
}

function textBytes(text: string): number {
  return 4 + 2 * text.length;
}

/** Writes the text and tells where it ends. Shifts and not a DataView, which costs more to make than a short text. */
function writeText(bytes: Bytes, start: number, text: string): number {
  let at = start;
  for (let shift = 24; shift >= 0; shift -= 8) bytes[at++] = text.length >>> shift;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[at++] = unit >> 8;
    bytes[at++] = unit;
  }
  return at;
}

// Twelve digits need 40 bits, more than the bit operators of JavaScript take.
function writeAccount(header: Bytes, account: number): void {
  const view = new DataView(header.buffer);
  view.setUint16(ACCOUNT_AT, Math.floor(account / 2 ** 32));
  view.setUint32(ACCOUNT_AT + 2, account % 2 ** 32);
}

function readAccount(blob: Uint8Array): number {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  return view.getUint16(ACCOUNT_AT) * 2 ** 32 + view.getUint32(ACCOUNT_AT + 2);
}

function uuidOf(digits: string): string {
  return [8, 12, 16, 20, 32].map((end, i, ends) => digits.slice(ends[i - 1] ?? 0, end)).join("-");
}
