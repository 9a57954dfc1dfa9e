// Exports createFrame: the page's end of the sandboxed frame in which code runs (frame/frame.ts is the other).
import type { FrameMessage } from "./frame/frame.ts";
import type { PageMessage, PlaygroundEnvironment, StartMessage, StopMessage } from "./messages.ts";

export interface RunningWorker {
  send(message: PageMessage): void;
}

export interface Frame {
  /** @throws (rejects with) Error when the frame's document cannot be loaded */
  readonly ready: Promise<void>;
  /** Once it is ready: ends what runs and starts this; messages of the worker are hostile. */
  start(
    texts: Pick<StartMessage, "runtime" | "code">,
    environment: PlaygroundEnvironment,
    hear: { message(message: unknown): void; unstarted(why: string): void },
  ): RunningWorker;
  /** Ends what runs, were it in an endless loop, and hears nothing of it any more. */
  stop(): void;
  /** Takes the frame out of the page. */
  remove(): void;
}

/** A document that is not there says nothing; this long the one that is there may take. */
const readyWithinMs = 15_000;

export function createFrame(): Frame {
  const element = document.createElement("iframe");
  // Scripts and nothing else: no origin of its own, no pop-ups, no forms, no way to move the page.
  element.setAttribute("sandbox", "allow-scripts");
  element.title = "Playground";
  element.hidden = true;
  element.src = new URL("playground-frame.html", document.baseURI).href;
  const { promise: ready, resolve, reject } = withResolvers();
  const failure = (): void => reject(new Error("The frame of the playground could not be loaded. Reload the page."));
  const limit = setTimeout(failure, readyWithinMs);
  let current: MessagePort | undefined;
  let unstarted: (why: string) => void = () => undefined;
  const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
    if (source !== element.contentWindow || !isFrameMessage(data)) return;
    if (data.type === "ready") resolve();
    else unstarted(data.message);
  };
  window.addEventListener("message", onMessage);
  document.body.append(element);

  const tell = (message: StartMessage | StopMessage, ports: MessagePort[] = []): void =>
    // An opaque origin cannot be named; the frame has loaded our own document and can load no other.
    element.contentWindow?.postMessage(message, "*", ports);
  const stop = (): void => {
    current?.close();
    current = undefined;
    unstarted = () => undefined;
    tell({ type: "stop" });
  };
  return {
    ready: ready.finally(() => clearTimeout(limit)),
    start(texts, environment, hear) {
      stop();
      const { port1, port2 } = new MessageChannel();
      current = port1;
      unstarted = hear.unstarted;
      port1.onmessage = ({ data }: MessageEvent<unknown>) => hear.message(data);
      tell({ type: "start", ...texts, environment }, [port2]);
      return { send: (message) => port1.postMessage(message) };
    },
    stop,
    remove() {
      stop();
      clearTimeout(limit);
      window.removeEventListener("message", onMessage);
      element.remove();
    },
  };
}

/** Promise.withResolvers, which the library of ES2023 does not have yet. */
function withResolvers() {
  let resolve = (): void => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

function isFrameMessage(value: unknown): value is FrameMessage {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  if (value.type === "ready") return true;
  return value.type === "unstarted" && "message" in value && typeof value.message === "string";
}
