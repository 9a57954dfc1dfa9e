// The numbers inside our own encoded keys, for the algorithms that WebCrypto does not do with them: PKCS#8 (RFC 5958) with
// an RSA (RFC 8017) or EC (RFC 5915) private key in it, and SubjectPublicKeyInfo (RFC 5280). The bytes come from our vault
// and our records, so one that does not parse is a bug.

import { encodeHex } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { DER_BIT_STRING, DER_INTEGER, DER_OCTET_STRING, DER_SEQUENCE, DerReader } from "./der.ts";

export interface RsaPublicNumbers {
  readonly n: bigint;
  readonly e: bigint;
  /** Bits of n. */
  readonly modulusBits: number;
}

/** With the parts for the Chinese remainder theorem, as RFC 8017 section 3.2 names them. */
export interface RsaPrivateNumbers extends RsaPublicNumbers {
  readonly p: bigint;
  readonly q: bigint;
  readonly dP: bigint;
  readonly dQ: bigint;
  readonly qInv: bigint;
}

/** The number whose big-endian bytes these are. */
export function bigIntOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${encodeHex(bytes)}`);
}

export function rsaPrivateNumbers(pkcs8: Uint8Array): RsaPrivateNumbers {
  const key = new DerReader(privateKeyInPkcs8(pkcs8)).inside(DER_SEQUENCE);
  key?.content(DER_INTEGER); // version
  const [n, e, , p, q, dP, dQ, qInv] = Array.from({ length: 8 }, () => nextNumber(key)); // the third is d
  invariant(n && e && p && q && dP && dQ && qInv, "an RSA private key has eight numbers");
  return { n, e, modulusBits: bitsOf(n), p, q, dP, dQ, qInv };
}

export function rsaPublicNumbers(spki: Uint8Array): RsaPublicNumbers {
  const key = new DerReader(keyInSpki(spki)).inside(DER_SEQUENCE);
  const n = nextNumber(key);
  const e = nextNumber(key);
  invariant(n && e, "an RSA public key has two numbers");
  return { n, e, modulusBits: bitsOf(n) };
}

/** The private scalar, in as many bytes as the order of the curve has. */
export function ecPrivateScalar(pkcs8: Uint8Array): Uint8Array {
  const key = new DerReader(privateKeyInPkcs8(pkcs8)).inside(DER_SEQUENCE);
  key?.content(DER_INTEGER); // version
  const scalar = key?.content(DER_OCTET_STRING);
  invariant(scalar, "an EC private key has a scalar");
  return scalar;
}

/** The public point as SEC 1 writes it (uncompressed, when it comes from WebCrypto). */
export function ecPublicPoint(spki: Uint8Array): Uint8Array {
  return keyInSpki(spki);
}

function privateKeyInPkcs8(pkcs8: Uint8Array): Uint8Array {
  const outer = new DerReader(pkcs8).inside(DER_SEQUENCE);
  outer?.content(DER_INTEGER); // version
  outer?.content(DER_SEQUENCE); // algorithm
  const key = outer?.content(DER_OCTET_STRING);
  invariant(key, "the private key is not PKCS#8");
  return key;
}

function keyInSpki(spki: Uint8Array): Uint8Array {
  const outer = new DerReader(spki).inside(DER_SEQUENCE);
  outer?.content(DER_SEQUENCE); // algorithm
  const bits = outer?.content(DER_BIT_STRING);
  invariant(bits?.[0] === 0, "the public key is not a SubjectPublicKeyInfo"); // the first byte counts unused bits
  return bits.subarray(1);
}

function nextNumber(reader: DerReader | undefined): bigint | undefined {
  const bytes = reader?.unsigned();
  return bytes === undefined ? undefined : bigIntOf(bytes);
}

function bitsOf(number: bigint): number {
  return number.toString(2).length;
}
