// Exports createFrame: the page's end of the sandboxed frame in which code runs (frame/frame.ts is the other).
import type { FrameMessage } from "./frame/frame.ts";
import type { PageMessage, PlaygroundEnvironment, StartMessage, StopMessage } from "./messages.ts";

export interface RunningWorker {
  send(message: PageMessage): void;
}

export interface Frame {
  /** Ends what runs and starts this; messages of the worker are hostile. */
  start(
    texts: Pick<StartMessage, "runtime" | "code">,
    environment: PlaygroundEnvironment,
    onMessage: (message: unknown) => void,
  ): Promise<RunningWorker>;
  /** Ends what runs, were it in an endless loop, and hears nothing of it any more. */
  stop(): void;
  /** Takes the frame out of the page. */
  remove(): void;
}

/** @throws (from `start`) Error when the frame's document cannot be loaded */
export function createFrame(): Frame {
  const element = document.createElement("iframe");
  // Scripts and nothing else: no origin of its own, no pop-ups, no forms, no way to move the page.
  element.setAttribute("sandbox", "allow-scripts");
  element.title = "Playground";
  element.hidden = true;
  const loaded = new Promise<void>((resolve, reject) => {
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error("The frame of the playground could not be loaded.")));
  });
  element.src = new URL("playground-frame.html", document.baseURI).href;
  document.body.append(element);
  let current: MessagePort | undefined;
  let hear: (message: unknown) => void = () => undefined;
  const onUnstarted = ({ source, data }: MessageEvent<unknown>): void => {
    if (source !== element.contentWindow || !isFrameMessage(data)) return;
    hear({ type: "print", level: "error", text: `The code could not be started: ${data.message}` });
    hear({ type: "ended", outcome: "failed" });
  };
  window.addEventListener("message", onUnstarted);

  const tell = (message: StartMessage | StopMessage, ports: MessagePort[] = []): void =>
    // An opaque origin cannot be named; the frame has loaded our own document and can load no other.
    element.contentWindow?.postMessage(message, "*", ports);
  const stop = (): void => {
    current?.close();
    current = undefined;
    hear = () => undefined;
    tell({ type: "stop" });
  };
  return {
    async start(texts, environment, onMessage) {
      await loaded;
      stop();
      const { port1, port2 } = new MessageChannel();
      current = port1;
      hear = onMessage;
      port1.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
      tell({ type: "start", ...texts, environment }, [port2]);
      return { send: (message) => port1.postMessage(message) };
    },
    stop,
    remove() {
      stop();
      window.removeEventListener("message", onUnstarted);
      element.remove();
    },
  };
}

function isFrameMessage(value: unknown): value is FrameMessage {
  return typeof value === "object" && value !== null && "message" in value && typeof value.message === "string";
}
