// Exports what the page and the worker of the shell say to each other. Nothing here has methods: it is cloned on its way.
import type { AwsPlace, LookupEventsQuery, Profile } from "#cli/aws/aws-host.ts";
import type { OperationName, Place } from "#kms/index.ts";
import type { KeptFile } from "#storage/terminal-store.ts";

/** One line, or several that belong together, and where it runs. */
export interface RunRequest {
  readonly type: "run";
  readonly run: number;
  /** Each tab has a shell of its own; they share the files. */
  readonly tab: string;
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** The exit code of the line before, for `$?`. */
  readonly status: number;
  readonly profiles: readonly (readonly [name: string, profile: Profile])[];
}

export type PageMessage =
  | { readonly type: "start"; readonly files: readonly KeptFile[] }
  | RunRequest
  | { readonly type: "interrupt"; readonly run: number }
  | { readonly type: "answer"; readonly ask: number; readonly answer: Answer };

/** What the shell's commands want of the page. */
export type Question =
  | { readonly type: "call"; readonly operation: OperationName; readonly input: unknown; readonly place: AwsPlace }
  | { readonly type: "lookup-events"; readonly query: LookupEventsQuery; readonly place: AwsPlace }
  /** For hints: the alias name or key ID was not found there. */
  | { readonly type: "look-around"; readonly name: string; readonly where: Place }
  | { readonly type: "history" }
  | { readonly type: "forget-history" };

export type Answer =
  | { readonly type: "value"; readonly value: unknown }
  /** A KmsError: as an error it would lose its code on the way. */
  | { readonly type: "refusal"; readonly code: string; readonly message: string }
  | { readonly type: "failure"; readonly message: string };

/** Output in the order in which it was written; bytes that are no text are one character each. */
export interface OutputChunk {
  readonly stream: "out" | "err";
  readonly text: string;
  /** What may help after this error. */
  readonly hint?: string;
}

/** How a run ended. Of its output this is what has not been told before, such as errors of the shell itself. */
export interface RunOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What may help after failed `aws` lines. */
  readonly hints: readonly string[];
}

/** What a run did to the files of the home folder. */
export interface FileChanges {
  readonly written: readonly KeptFile[];
  readonly removed: readonly string[];
}

export type WorkerMessage =
  /** The browser's storage has more files than the shell has room for. */
  | { readonly type: "left-out"; readonly paths: readonly string[] }
  | {
      readonly type: "progress";
      readonly run: number;
      readonly output: readonly OutputChunk[];
      readonly changes: FileChanges;
    }
  | { readonly type: "done"; readonly run: number; readonly outcome: RunOutcome; readonly changes: FileChanges }
  | { readonly type: "ask"; readonly ask: number; readonly tab: string; readonly question: Question };

/** The user's folder, the only one that is kept. */
export const homeFolder = "/home/user";
