// A writer of DER (X.690), as much of it as key encodings need.

import { type Bytes, concatBytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { DER_INTEGER } from "./der.ts";

/** One element with the parts as its content, up to 65,535 bytes of it. */
export function derElement(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  invariant(length <= 0xffff, `a DER element of ${length} bytes is longer than any key`);
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concatBytes(Uint8Array.of(tag, ...head), ...parts);
}

/** A non-negative INTEGER. The big-endian bytes have no needless leading zeros, as `DerReader.unsigned` gives them. */
export function derUnsigned(bytes: Uint8Array): Bytes {
  const isHigh = (bytes[0] ?? 0) >= 0x80; // would be read as negative
  return derElement(DER_INTEGER, isHigh ? Uint8Array.of(0) : new Uint8Array(), bytes);
}
