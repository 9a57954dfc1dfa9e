// Exports base64 as the AWS CLI reads it: characters that are no digits are passed over.
import { UsageError } from "./usage-error.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The bytes of a base64 text; line breaks and whatever else is no digit do not count. Source: Python's base64.b64decode.
 * @throws UsageError (exit code 255) where digits or padding are missing, or for text that is not ASCII
 */
export function decodeLeniently(text: string): Uint8Array {
  if (/[^\0-\x7f]/.test(text)) throw new UsageError("string argument should contain only ASCII characters", 255);
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [length, place, left, padding] = [0, 0, 0, 0];
  for (const character of text) {
    if (character === "=") {
      if (place >= 2 && place + ++padding >= 4) return bytes.slice(0, length);
      continue;
    }
    const digit = digits.indexOf(character);
    if (digit < 0) continue;
    padding = 0;
    if (place > 0) bytes[length++] = (left << (2 * place)) | (digit >> (6 - 2 * place));
    left = digit & (0x3f >> (2 * place)); // the bits that the next byte begins with
    place = (place + 1) % 4;
  }
  if (place !== 0) throw new UsageError(`Invalid base64: "${text}"`, 255);
  return bytes.slice(0, length);
}
