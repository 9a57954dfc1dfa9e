// Exports ShellClient: the shell as the page has it. It starts the worker when it is first needed, answers its questions, keeps
// a copy of its files, and starts it anew when it does not hear an interrupt.
import type { KeptFile } from "#storage/terminal-store.ts";
import type {
  Answer,
  FileChanges,
  OutputChunk,
  PageMessage,
  Question,
  RunOutcome,
  RunRequest,
  WorkerMessage,
} from "./shell-messages.ts";
import { homeFolder } from "./shell-messages.ts";

export interface ShellHost {
  answer(question: Question, tab: string): Promise<Answer>;
  /** Told while a line runs and at its end, when files are other than before. */
  filesChanged(changes: FileChanges): void;
  /** Takes what is to be said of the shell as a whole. */
  notice(text: string): void;
}

/** A run ends as the shell says, or with the shell itself, which starts anew with the next line. */
export type RunEnd =
  | { readonly type: "ended"; readonly outcome: RunOutcome }
  /** It did not hear its interrupt. */
  | { readonly type: "stopped" }
  /** Another tab's line did not, and both were in the same shell. */
  | { readonly type: "swept" }
  | { readonly type: "failed"; readonly message: string };

interface Run {
  readonly end: (end: RunEnd) => void;
  readonly output: (chunk: OutputChunk) => void;
}

/** A loop that never waits hears nothing: after so long its worker is put away. */
const patienceMs = 500;

export class ShellClient {
  readonly #host: ShellHost;
  readonly #files = new Map<string, KeptFile>();
  readonly #running = new Map<number, Run>();
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

  /**
   * Runs a line, and tells its output as it comes.
   * @returns its number, by which it can be interrupted, and how it ends; that promise never rejects.
   */
  run(
    request: Omit<RunRequest, "type" | "run">,
    output: (chunk: OutputChunk) => void,
  ): { readonly run: number; readonly end: Promise<RunEnd> } {
    this.#runs += 1;
    const run = this.#runs;
    const end = new Promise<RunEnd>((resolve) => this.#running.set(run, { end: resolve, output }));
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage({ ...request, type: "run", run } satisfies PageMessage);
    } catch (error) {
      // The browser does not give a worker, or the request cannot be sent: this line fails, and the tab lives on.
      this.#end(run, { type: "failed", message: messageOf(error) });
    }
    return { run, end };
  }

  interrupt(run: number): void {
    if (!this.#running.has(run)) return;
    this.#worker?.postMessage({ type: "interrupt", run } satisfies PageMessage);
    setTimeout(() => {
      if (!this.#running.has(run)) return;
      this.#end(run, { type: "stopped" });
      this.#stop({ type: "swept" });
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

  #start(): Worker {
    const worker = new Worker(new URL("./shell-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => this.#hear(worker, data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === this.#worker)
        this.#stop({ type: "failed", message: event.message || "The shell could not be loaded." });
    });
    worker.addEventListener("messageerror", () => {
      if (worker === this.#worker) this.#stop({ type: "failed", message: "What it said could not be read." });
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
      this.#host
        .answer(message.question, message.tab)
        .then(reply)
        // An answer that cannot be sent is a failure as well: the command would wait for it without end.
        .catch((error: unknown) => reply({ type: "failure", message: messageOf(error) }));
      return;
    }
    if (message.type === "left-out") {
      const names = message.paths.map((path) => path.replace(homeFolder, "~")).join(", ");
      this.#host.notice(`There is no room in the shell for files that the browser keeps: ${names}`);
      return;
    }
    this.#takeChanges(message.changes);
    if (message.type === "done") this.#end(message.run, { type: "ended", outcome: message.outcome });
    else for (const chunk of message.output) this.#running.get(message.run)?.output(chunk);
  }

  #takeChanges(changes: FileChanges): void {
    const { written, removed } = changes;
    for (const file of written) this.#files.set(file.path, file);
    for (const path of removed) this.#files.delete(path);
    if (written.length + removed.length > 0) this.#host.filesChanged(changes);
  }

  #end(run: number, end: RunEnd): void {
    const running = this.#running.get(run);
    this.#running.delete(run);
    running?.end(end);
  }

  #stop(end: RunEnd): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const run of [...this.#running.keys()]) this.#end(run, end);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
