// Exports the messages between the page and the worker that runs the code of the playground. They go through a port that the
// worker's runtime keeps to itself; the page reads them as hostile all the same (read-message.ts) and within budgets (intake.ts).

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

/** Of one line of the console, in UTF-16 units. */
export const maxLineCharacters = 10_000;
/** Requests that the runtime sends before it has an answer; the others wait in the worker. */
export const maxRequestsUnderWay = 8;

export type WorkerMessage =
  /** The runtime is up, the code begins. */
  | { readonly type: "started" }
  | { readonly type: "print"; readonly level: PrintLevel; readonly text: string }
  /** Lines that are not sent, since the page had not read so many before them. */
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
  /** The page has shown so many lines more, of so many UTF-16 units. */
  | { readonly type: "read"; readonly count: number; readonly characters: number }
  | {
      readonly type: "answer";
      readonly id: number;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | { readonly type: "refusal"; readonly id: number; readonly message: string };
