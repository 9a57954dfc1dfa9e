// ECDSA signatures: KMS speaks DER (RFC 3279, Ecdsa-Sig-Value), WebCrypto and noble speak the bare r and s side by side.

import type { Bytes } from "#lib/bytes.ts";
import { DER_INTEGER, DER_SEQUENCE, DerReader } from "./der.ts";

/** The DER form of r and s, given side by side in equally many bytes. */
export function rawToDer(raw: Uint8Array): Bytes {
  const half = raw.length / 2;
  const rStart = significantStart(raw, 0, half);
  const sStart = significantStart(raw, half, raw.length);
  const rLength = half - rStart + signByte(raw, rStart);
  const sLength = raw.length - sStart + signByte(raw, sStart);
  const body = 2 + rLength + 2 + sLength;
  const longForm = body >= 0x80 ? 1 : 0; // only P-521 is ever that long, and never beyond 255
  const der = new Uint8Array(2 + longForm + body);
  der[0] = DER_SEQUENCE;
  if (longForm) der[1] = 0x81;
  der[1 + longForm] = body;
  const rAt = 2 + longForm;
  writeInteger(der, rAt, rLength, raw.subarray(rStart, half));
  writeInteger(der, rAt + 2 + rLength, sLength, raw.subarray(sStart));
  return der;
}

/**
 * r and s side by side, each in `scalarBytes` bytes, or undefined when the bytes are not exactly the DER of two numbers
 * that fit. Strict, because a signature that is only almost DER is no signature.
 */
export function derToRaw(der: Uint8Array, scalarBytes: number): Bytes | undefined {
  const outer = new DerReader(der);
  const pair = outer.inside(DER_SEQUENCE);
  const r = pair?.unsigned();
  const s = pair?.unsigned();
  if (r === undefined || s === undefined || !pair?.atEnd || !outer.atEnd) return undefined;
  if (r.length > scalarBytes || s.length > scalarBytes) return undefined;
  const raw = new Uint8Array(2 * scalarBytes);
  raw.set(r, scalarBytes - r.length);
  raw.set(s, 2 * scalarBytes - s.length);
  return raw;
}

/** Where the number that ends at `end` begins when its leading zeros are dropped; zero itself keeps one byte. */
function significantStart(raw: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end - 1 && raw[at] === 0) at++;
  return at;
}

/** DER integers are signed: one more zero byte keeps a number with a set high bit from being negative. */
function signByte(raw: Uint8Array, start: number): 0 | 1 {
  return (raw[start] ?? 0) >= 0x80 ? 1 : 0;
}

function writeInteger(der: Uint8Array, at: number, length: number, number: Uint8Array): void {
  der[at] = DER_INTEGER;
  der[at + 1] = length;
  der.set(number, at + 2 + length - number.length);
}
