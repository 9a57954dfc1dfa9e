// Exports excessOf: how large a request of the code may be. The runtime refuses a larger one in words; the page takes none.
import type { WorkerMessage } from "./messages.ts";

type Request = Extract<WorkerMessage, { type: "request" }>;

const maxMethod = 20;
const maxUrl = 2048;
const maxHeaders = 64;
const maxHeaderCharacters = 16_384;
/** Above what the protocol takes, so that KMS's own refusal of a long body is seen. */
const maxBody = 2 * 1024 * 1024;

/** What is too large about a request, as the end of a sentence; undefined when it fits. */
export function excessOf({ method, url, headers, body }: Omit<Request, "type" | "id">): string | undefined {
  if (method.length > maxMethod) return "its method is too long";
  if (url.length > maxUrl) return "its address is too long";
  if (body.length > maxBody) return "its body is larger than 2 MiB";
  const entries = Object.entries(headers);
  const characters = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return entries.length > maxHeaders || characters > maxHeaderCharacters ? "its headers are too long" : undefined;
}
