// Exports how bytes are typed: as text, base64, hexadecimal digits or a file, and what is wrong where they cannot be read.
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";
import { type Bytes, decodeHex, decodeUtf8, encodeHex, encodeUtf8 } from "#lib/bytes.ts";

export const bytesFormats = ["text", "base64", "hex", "file"] as const;
export type BytesFormat = (typeof bytesFormats)[number];

export interface BytesValue {
  readonly format: BytesFormat;
  /** What was typed; of no meaning while the format is `file`. */
  readonly text: string;
  readonly file?: { readonly file: File; readonly bytes: Bytes };
}

/** Bytes, or what is wrong with the text. */
export type ReadBytes =
  | { readonly bytes: Bytes; readonly problem?: never }
  | { readonly problem: string; readonly bytes?: never };

const nothing: ReadBytes = { bytes: new Uint8Array() };

export function readBytes({ format, text, file }: BytesValue): ReadBytes {
  switch (format) {
    case "text":
      return { bytes: encodeUtf8(text) };
    case "base64":
      return readBase64(text);
    case "hex":
      return readHex(text);
    case "file":
      return file ? { bytes: file.bytes } : nothing;
  }
}

/** The same bytes in another format; what was typed stays where it cannot be read or written so. */
export function reformat(value: BytesValue, format: BytesFormat): BytesValue {
  if (format === "file" || value.format === "file") return { ...value, format };
  const { bytes } = readBytes(value);
  const text =
    bytes && (format === "text" ? decodeUtf8(bytes) : format === "hex" ? encodeHex(bytes) : encodeBase64(bytes));
  return { ...value, format, text: text ?? value.text };
}

function readBase64(text: string): ReadBytes {
  const stranger = /[^A-Za-z0-9+/=\s]/u.exec(text);
  if (stranger) return { problem: notADigit(stranger, "base64", "A-Z, a-z, 0-9, + and /") };
  const early = /=(?=\s*[^=\s])/.exec(text);
  if (early) return { problem: `Position ${early.index + 1} is padding (=), which may stand at the end only.` };
  const digits = text.replaceAll(/\s/g, "");
  const bytes = decodeBase64(digits);
  if (bytes) return { bytes };
  if (digits.length % 4 !== 0)
    return {
      problem: `Base64 comes in groups of four characters, but these are ${digits.length}: some are missing, or the padding (=) at the end is.`,
    };
  return {
    problem: "The last group of four characters is not what base64 ends in: the text seems to be cut off or changed.",
  };
}

function readHex(text: string): ReadBytes {
  const stranger = /[^0-9a-f\s]/iu.exec(text);
  if (stranger) return { problem: notADigit(stranger, "hexadecimal", "0-9 and a-f") };
  const digits = text.replaceAll(/\s/g, "");
  const bytes = decodeHex(digits);
  return bytes
    ? { bytes }
    : { problem: `Each byte takes two hexadecimal digits, but these are ${digits.length}: one is missing.` };
}

/** Positions count from 1, line breaks and spaces included, as an editor shows them. */
function notADigit(found: RegExpExecArray, format: string, digits: string): string {
  return `Position ${found.index + 1} is "${found[0]}", which is no ${format} digit (${digits}).`;
}
