// Exports ShellClient: the shell as the page has it. It starts the worker when it is first needed, answers its questions, keeps
// a copy of its files, and starts it anew when it does not hear an interrupt.
import type { KeptFile } from "#storage/terminal-store.ts";
import type {
  Answer,
  FileChanges,
  PageMessage,
  Question,
  RunOutcome,
  RunRequest,
  WorkerMessage,
} from "./shell-messages.ts";

export interface ShellHost {
  answer(question: Question): Promise<Answer>;
  /** Told after each run that changed files. */
  filesChanged(changes: FileChanges): void;
}

/** A run ends as the shell says, or with the shell itself: then its files are as they were before the run. */
export type RunEnd =
  | { readonly type: "ended"; readonly outcome: RunOutcome }
  | { readonly type: "stopped" }
  | { readonly type: "failed"; readonly message: string };

/** A loop that never waits hears nothing: after so long its worker is put away. */
const patienceMs = 500;

export class ShellClient {
  readonly #host: ShellHost;
  readonly #files = new Map<string, KeptFile>();
  readonly #ends = new Map<number, (end: RunEnd) => void>();
  #worker: Worker | undefined;
  #runs = 0;

  constructor(host: ShellHost) {
    this.#host = host;
  }

  /** All files of the home folder, as of the last run. */
  get files(): ReadonlyMap<string, KeptFile> {
    return this.#files;
  }

  /** Puts files in place before anything runs. */
  restore(files: readonly KeptFile[]): void {
    for (const file of files) this.#files.set(file.path, file);
  }

  /** Runs a line. @returns its number, by which it can be interrupted, and how it ends; that promise never rejects. */
  run(request: Omit<RunRequest, "type" | "run">): { readonly run: number; readonly end: Promise<RunEnd> } {
    this.#runs += 1;
    const run = this.#runs;
    const end = new Promise<RunEnd>((resolve) => this.#ends.set(run, resolve));
    this.#post({ ...request, type: "run", run });
    return { run, end };
  }

  interrupt(run: number): void {
    this.#post({ type: "interrupt", run });
    setTimeout(() => {
      if (this.#ends.has(run)) this.#stop({ type: "stopped" });
    }, patienceMs);
  }

  /** Forgets all files, and whatever runs. */
  clear(): void {
    this.#files.clear();
    this.dispose();
  }

  dispose(): void {
    this.#stop({ type: "stopped" });
  }

  #post(message: PageMessage): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./shell-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => this.#hear(worker, data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#stop({ type: "failed", message: event.message || "The shell could not be loaded." });
    });
    const files = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    worker.postMessage({ type: "start", files } satisfies PageMessage);
    return worker;
  }

  #hear(worker: Worker, message: WorkerMessage): void {
    // What a worker said before it was put away may still arrive.
    if (worker !== this.#worker) return;
    if (message.type === "ask") {
      const reply = (answer: Answer): void =>
        worker.postMessage({ type: "answer", ask: message.ask, answer } satisfies PageMessage);
      this.#host.answer(message.question).then(reply, (error: unknown) => {
        reply({ type: "failure", message: error instanceof Error ? error.message : String(error) });
      });
      return;
    }
    const { written, removed } = message.changes;
    for (const file of written) this.#files.set(file.path, file);
    for (const path of removed) this.#files.delete(path);
    if (written.length + removed.length > 0) this.#host.filesChanged(message.changes);
    this.#ends.get(message.run)?.({ type: "ended", outcome: message.outcome });
    this.#ends.delete(message.run);
  }

  #stop(end: RunEnd): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const ends = [...this.#ends.values()];
    this.#ends.clear();
    for (const tell of ends) tell(end);
  }
}
