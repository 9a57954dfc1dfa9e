// Exports how the body of a request is read: whole or not at all, and never more of it in memory than is allowed.
import type { IncomingMessage } from "node:http";
import { bodyTooLarge, maxBodyBytes } from "#protocol/handle-request.ts";

/**
 * So much of a body that is too long is thrown away before the connection is cut. A client that still sends does not
 * listen: cut at once, it would hear of a broken connection instead of the refusal.
 */
const discardBytes = 16 * maxBodyBytes;

/**
 * Calls back once: with the bytes, or with the refusal as soon as the body is known to be longer than 1 MiB. Not at all when
 * the client goes away first.
 */
export function readBody(
  request: IncomingMessage,
  done: (body: Uint8Array) => void,
  refuse: (error: ReturnType<typeof bodyTooLarge>) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let isRefused = Number(request.headers["content-length"] ?? 0) > maxBodyBytes;
  // An aborted request: nobody waits for an answer.
  request.on("error", () => undefined);
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (!isRefused && length <= maxBodyBytes) chunks.push(chunk);
    else if (!isRefused) {
      isRefused = true;
      chunks.length = 0;
      refuse(bodyTooLarge());
    } else if (length > discardBytes) request.destroy();
  });
  request.on("end", () => {
    if (isRefused) return;
    const [only] = chunks;
    done(chunks.length === 1 && only ? only : Buffer.concat(chunks, length));
  });
  if (isRefused) refuse(bodyTooLarge());
}
