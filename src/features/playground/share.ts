// Exports the code of a shared link: deflated and in base64url, in the hash, which no browser sends to a server. What comes
// out of a link is hostile: sizes are limited before anything is unpacked, and reading it runs nothing.
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";
import { concatBytes, decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";

/** Of the code, in bytes of UTF-8. */
export const maxSharedBytes = 64 * 1024;
/** Of the parameter: what every browser and most chat programs keep whole. */
export const maxSharedCharacters = 24 * 1024;

/** @returns undefined when the code is too long for a link */
export async function encodeShared(code: string): Promise<string | undefined> {
  const bytes = encodeUtf8(code);
  if (bytes.length > maxSharedBytes) return undefined;
  const packed = await through(bytes, new CompressionStream("deflate-raw"), Number.POSITIVE_INFINITY);
  if (packed === undefined) return undefined;
  const text = encodeBase64(packed).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return text.length > maxSharedCharacters ? undefined : text;
}

/** @returns undefined for what `encodeShared` cannot have written */
export async function decodeShared(text: string): Promise<string | undefined> {
  if (text.length > maxSharedCharacters || !/^[\w-]+$/.test(text)) return undefined;
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  const packed = decodeBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
  if (packed === undefined) return undefined;
  try {
    const bytes = await through(packed, new DecompressionStream("deflate-raw"), maxSharedBytes);
    return bytes && decodeUtf8(bytes);
  } catch {
    return undefined; // cut off, or never deflated
  }
}

/** Undefined when more than `limit` bytes come out: a small link may unpack to gigabytes. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk: Uint8Array = next.value;
    length += chunk.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(chunk);
  }
  return concatBytes(...chunks);
}
