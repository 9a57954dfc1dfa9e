// Base64 (RFC 4648 section 4: + / and padding), strict on the way in. Written out because it must take 1 MiB at once in
// every runtime: btoa and atob go through one character per byte, and Uint8Array.fromBase64 is missing in Node 20. Where there
// is Node's Buffer, it does the same ten times as fast.

import type { Bytes } from "./bytes.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PADDING = 0x3d; // =
const NOT_A_DIGIT = 0xff;

const CODE_OF_DIGIT = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));
const DIGIT_OF_CODE = new Uint8Array(256).fill(NOT_A_DIGIT);
for (const [digit, code] of CODE_OF_DIGIT.entries()) DIGIT_OF_CODE[code] = digit;

interface NodeBuffer {
  from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: "base64"): string };
  from(text: string, encoding: "base64"): Uint8Array & { toString(encoding: "base64"): string };
}
const nodeBuffer = (globalThis as { readonly Buffer?: NodeBuffer }).Buffer; // a global of Node, absent elsewhere

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Padded base64 of the bytes, without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  if (nodeBuffer) return nodeBuffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
  return encodePortably(bytes);
}

/** The same in every runtime. */
export function encodePortably(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let out = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    // Past the end an index reads undefined, which `?? 0` makes the zero bits that the standard fills up with.
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[out++] = digitCode(group >> 18);
    codes[out++] = digitCode(group >> 12);
    codes[out++] = digitCode(group >> 6);
    codes[out++] = digitCode(group);
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  codes.fill(PADDING, codes.length - padding);
  return decoder.decode(codes);
}

/**
 * The bytes of a base64 text, or undefined when the text is not exactly what `encodeBase64` would write for them: no
 * white space, padding in full, and no stray bits before the padding, so that one byte string has one text.
 */
export function decodeBase64(text: string): Bytes | undefined {
  if (!nodeBuffer) return decodePortably(text);
  const bytes = nodeBuffer.from(text, "base64");
  // Node repairs what is wrong, and is asked what it made of it.
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : undefined;
}

/** The same in every runtime. */
export function decodePortably(text: string): Bytes | undefined {
  if (text.length % 4 !== 0) return undefined;
  const codes = encoder.encode(text);
  if (codes.length !== text.length) return undefined; // not ASCII
  const padding = codes.at(-1) !== PADDING ? 0 : codes.at(-2) !== PADDING ? 1 : 2;
  const bytes = new Uint8Array((codes.length / 4) * 3 - padding);
  const digits = codes.length - padding;
  let seen = 0; // every digit is below 64, so one OR over all of them shows whether a stranger was among them
  let out = 0;
  for (let i = 0; i < digits; i += 4) {
    const first = digitAt(codes, i, digits);
    const second = digitAt(codes, i + 1, digits);
    const third = digitAt(codes, i + 2, digits);
    const fourth = digitAt(codes, i + 3, digits);
    seen |= first | second | third | fourth;
    // Writes past the end of a typed array do nothing; the last group of a padded text relies on it.
    bytes[out++] = (first << 2) | (second >> 4);
    bytes[out++] = (second << 4) | (third >> 2);
    bytes[out++] = (third << 6) | fourth;
  }
  if (seen > 63) return undefined;
  return strayBits(codes, digits, padding) === 0 ? bytes : undefined;
}

function digitCode(group: number): number {
  return CODE_OF_DIGIT[group & 63] ?? NOT_A_DIGIT; // the mask keeps the index inside the 64 digits
}

function digitAt(codes: Uint8Array, index: number, end: number): number {
  return index < end ? (DIGIT_OF_CODE[codes[index] ?? 0] ?? NOT_A_DIGIT) : 0;
}

/** The bits of the last digit that no byte takes up. */
function strayBits(codes: Uint8Array, digits: number, padding: number): number {
  const last = digitAt(codes, digits - 1, digits);
  return padding === 2 ? last & 0x0f : padding === 1 ? last & 0x03 : 0;
}
