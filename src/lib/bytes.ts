// Byte strings: joining, comparing, and the UTF-8 and hexadecimal texts of them.

/** Bytes in an ordinary (never shared) buffer, which is the only kind that WebCrypto and IndexedDB types accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

const utf8Encoder = new TextEncoder();
// fatal: text that is not UTF-8 is refused, never repaired; ignoreBOM: a leading U+FEFF is part of the text.
const utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** One new array with the given parts in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Whether both hold the same bytes. Returns at the first difference: not for secrets that an attacker can time. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) {
    if (left[i] !== right[i]) return false;
  }
  return true;
}

/** UTF-8 of a text. A lone surrogate becomes U+FFFD, as the encoding standard has it. */
export function encodeUtf8(text: string): Bytes {
  return utf8Encoder.encode(text);
}

/** The text of UTF-8 bytes, or undefined when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    return undefined; // The only thing a fatal decoder throws is its refusal of the bytes.
  }
}

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal, two digits a byte. */
export function encodeHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX_OF_BYTE[byte];
  return text;
}

/** The bytes of hexadecimal digits in either case, or undefined for an odd count or another character. */
export function decodeHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = hexDigit(text.charCodeAt(2 * i));
    const low = hexDigit(text.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30; // 0-9
  const letter = code | 0x20; // folds A-F onto a-f
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
