// Exports how bytes of an answer are shown: as text where they are text, in base64, in hexadecimal digits, or as PEM.
import { encodeBase64 } from "#lib/base64.ts";
import { decodeUtf8, encodeHex } from "#lib/bytes.ts";

export const byteViews = ["text", "base64", "hex", "pem"] as const;
export type ByteView = (typeof byteViews)[number];

/** The text of a view; undefined where the bytes have none. PEM is for a SubjectPublicKeyInfo (RFC 7468, section 13). */
export function showBytes(bytes: Uint8Array, view: ByteView): string | undefined {
  switch (view) {
    case "text":
      return printable(bytes);
    case "base64":
      return encodeBase64(bytes);
    case "hex":
      return encodeHex(bytes);
    case "pem":
      return `-----BEGIN PUBLIC KEY-----\n${encodeBase64(bytes).replaceAll(/.{64}(?!$)/g, "$&\n")}\n-----END PUBLIC KEY-----\n`;
  }
}

/** UTF-8 without control characters other than tabs and line breaks: random bytes are hardly ever that. */
function printable(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes);
  return text === undefined || /[^\P{Cc}\t\r\n]/u.test(text) ? undefined : text;
}
