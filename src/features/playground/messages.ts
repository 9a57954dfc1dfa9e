// Exports the messages between the page and the worker that runs the code of the playground. They go through a port that the
// worker's runtime keeps to itself; the page reads them as hostile all the same (run/read-message.ts).

export type PrintLevel = "debug" | "log" | "info" | "warn" | "error";

/** What the code finds in its environment, as a program on a server would. */
export interface PlaygroundEnvironment {
  readonly region: string;
  readonly account: string;
}

/** Page -> frame, with the port: everything that a run is made of. */
export interface StartMessage {
  readonly type: "start";
  /** The bundled runtime with the SDKs; text, since neither the frame nor its worker can fetch anything. */
  readonly runtime: string;
  /** The compiled code. */
  readonly code: string;
  readonly environment: PlaygroundEnvironment;
}

/** Page -> frame: end the worker, whatever it does. */
export interface StopMessage {
  readonly type: "stop";
}

export type WorkerMessage =
  | { readonly type: "print"; readonly level: PrintLevel; readonly text: string }
  /** Lines that were not sent because the page had not read so many before them. */
  | { readonly type: "dropped"; readonly count: number }
  | {
      readonly type: "request";
      readonly id: number;
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | { readonly type: "ended"; readonly outcome: "finished" | "failed" };

export type PageMessage =
  /** The page has read so many lines more. */
  | { readonly type: "read"; readonly count: number }
  | {
      readonly type: "answer";
      readonly id: number;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | { readonly type: "refusal"; readonly id: number; readonly message: string };
