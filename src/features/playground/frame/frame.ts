// The script of playground-frame.html, the sandboxed document in which code of the playground runs. Its origin is opaque, so
// it has no storage and cannot look into the page around it; its policy allows scripts from texts of its own only, and no connections.
// It does one thing: it starts a worker from the texts that the page sends, and ends it.
import type { StartMessage, StopMessage } from "#features/playground/messages.ts";

/** To the page: the frame listens, or the worker did not come to run the code. */
export type FrameMessage = { readonly type: "ready" } | { readonly type: "unstarted"; readonly message: string };

const tell = (message: FrameMessage): void => parent.postMessage(message, "*"); // an opaque origin cannot ask for the page's

let worker: Worker | undefined;

addEventListener("message", ({ source, data, ports }: MessageEvent<StartMessage | StopMessage>) => {
  // The page alone is obeyed; messages of the worker, which the user's code can send, are not even heard.
  if (source !== parent) return;
  worker?.terminate();
  worker = undefined;
  if (data.type === "stop") return;
  // No blob: a worker from a blob of an opaque origin is no secure context in Chromium, and has no WebCrypto.
  worker = new Worker(`data:text/javascript,${encodeURIComponent(data.runtime)}`);
  // The runtime tells of errors itself; what comes here has kept it from beginning.
  worker.onerror = ({ message }) => tell({ type: "unstarted", message });
  const { code, environment } = data;
  worker.postMessage({ code, environment }, [...ports]);
});
tell({ type: "ready" });
