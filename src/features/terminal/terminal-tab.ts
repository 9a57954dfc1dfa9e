// Exports TerminalTab: one shell of the terminal with its log, its variables and its folder. Lines run one after another;
// what is typed or pasted meanwhile waits its turn.

import type { AwsPlace } from "#cli/aws/aws-host.ts";
import { nextTask } from "#store/next-task.ts";
import type { Linker } from "./find-links.ts";
import { createScanner, type Scanner } from "./needs-more.ts";
import { Observable } from "./observable.ts";
import { appendEntry, emptyLog, type Log, type NewEntry } from "./output-log.ts";
import type { RunEnd } from "./shell-client.ts";
import { homeFolder, type OutputChunk, type RunRequest } from "./shell-messages.ts";

interface TabState {
  readonly log: Log;
  /** What stands at the prompt. */
  readonly draft: string;
  /** Lines that go on in the next one. */
  readonly pending: string;
  readonly isRunning: boolean;
  readonly cwd: string;
  /** That of the console, until a line sets another. */
  readonly region: string;
}

/** What a tab needs of the terminal that it is part of. */
export interface TabHost {
  run(
    request: Omit<RunRequest, "type" | "run" | "profiles">,
    output: (chunk: OutputChunk) => void,
  ): Promise<{ readonly run: number; readonly end: Promise<RunEnd> }>;
  interrupt(run: number): void;
  remember(line: string): void;
  /** Links of an output that `aws` has printed in these places; without any it is of the tab's own place. */
  linker(places: readonly AwsPlace[], region: string): Linker;
  /** The user has ended this shell. */
  exit(tab: string): void;
}

/** More cannot be meant for a prompt. */
export const inputLimit = 64 * 1024;

/** So long lines are taken without a pause: then the page may draw. */
const batchMs = 8;

/** The variables of CloudShell that name the Region. */
const inRegion = (region: string) => ({ AWS_REGION: region, AWS_DEFAULT_REGION: region });

export class TerminalTab {
  readonly state: Observable<TabState>;
  readonly #host: TabHost;
  #env: Record<string, string>;
  #status = 0;
  #queue: string[] = [];
  #isWorking = false;
  /** Of the pending lines. */
  #scanner: Scanner | undefined;
  /** What was typed and is not printed yet. */
  #echo: string[] = [];
  #sent: string | undefined;
  #run: number | undefined;
  #isInterrupted = false;
  /** Of the line that runs, and not shown yet: its output comes in bits. */
  #output: OutputChunk[] = [];
  /** Where `aws` was in the line that runs, each place once. */
  readonly #places = new Map<string, AwsPlace>();
  /** Where the console went while a line ran, whatever that line has set. */
  #switchedTo: string | undefined;

  constructor(
    readonly id: string,
    region: string,
    host: TabHost,
    cwd: string = homeFolder,
  ) {
    this.#host = host;
    this.#env = { HOME: homeFolder, USER: "user", AWS_PAGER: "", ...inRegion(region) };
    this.state = new Observable<TabState>({
      log: emptyLog,
      draft: "",
      pending: "",
      isRunning: false,
      cwd,
      region,
    });
  }

  get env(): Readonly<Record<string, string>> {
    return this.#env;
  }

  /** Nothing runs, nothing is half typed, and no profile of its own is set: a line from elsewhere may stand here. */
  get isFree(): boolean {
    const { draft, pending } = this.state.get();
    const isUntouched = draft === "" || draft === this.#sent;
    return !this.#isWorking && pending === "" && isUntouched && this.#env.AWS_PROFILE === undefined;
  }

  setDraft(draft: string): void {
    this.state.merge({ draft });
  }

  /** Puts lines from elsewhere at the prompt; the user runs them. */
  offer(text: string): void {
    this.#sent = text;
    this.setDraft(text);
  }

  /** The folder is not there any more. */
  goHome(): void {
    this.state.merge({ cwd: homeFolder });
  }

  print(entry: NewEntry): void {
    const { log, region } = this.state.get();
    const linker = this.#host.linker([...this.#places.values()], region);
    this.state.merge({ log: appendEntry(log, entry, linker) });
  }

  /** `aws` calls from there: the names that it prints are names there. */
  notePlace(place: AwsPlace): void {
    this.#places.set(`${place.profile.account} ${place.region}`, place);
  }

  clearScreen(): void {
    this.state.merge({ log: emptyLog });
  }

  /** The console is in another Region now, and the terminal goes along, as CloudShell does. */
  setRegion(region: string): void {
    if (region === this.state.get().region) return;
    this.state.merge({ region });
    this.#env = { ...this.#env, ...inRegion(region) };
    this.#switchedTo = region;
    this.print({ kind: "note", text: `The console is in ${region} now: AWS_REGION=${region}` });
  }

  /** Takes lines in the order in which they come. The last one needs no line break. */
  submit(text: string): void {
    this.#queue = this.#queue.concat(text.split(/\r\n|\r|\n/));
    void this.#work();
  }

  /** Takes pasted text: whole lines run, the rest is left at the prompt behind what stood there. */
  paste(before: string, pasted: string, after: string): void {
    if (pasted.length > inputLimit) {
      const size = pasted.length.toLocaleString("en-US");
      const text = `bash: a paste of ${size} characters is too long for the prompt (at most ${inputLimit.toLocaleString("en-US")})`;
      this.print({ kind: "error", text });
      return;
    }
    const lines = `${before}${pasted}`.split(/\r\n|\r|\n/);
    const rest = lines.pop() ?? "";
    this.setDraft(rest + after);
    if (lines.length > 0) this.submit(lines.join("\n"));
  }

  /** Ctrl+C: ends what runs, or drops what was typed. */
  interrupt(): void {
    this.#queue = [];
    if (this.#run === undefined) {
      if (this.state.get().isRunning) return; // it has not reached the shell yet, and will be over at once
      const { draft } = this.state.get();
      this.#echo.push(`${this.prompt()}${draft}^C`);
      this.#scanner = undefined;
      this.state.merge({ draft: "", pending: "" });
      this.#flush();
      this.#status = 130;
      return;
    }
    this.#isInterrupted = true;
    this.#host.interrupt(this.#run);
  }

  prompt(): string {
    const { pending, cwd, region } = this.state.get();
    if (pending !== "") return "> ";
    const folder = cwd === homeFolder ? "~" : (cwd.split("/").at(-1) ?? "") || "/";
    return `[user@${region} ${folder}]$ `;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      let started = performance.now();
      for (let line = this.#queue.shift(); line !== undefined; line = this.#queue.shift()) {
        const text = this.#add(line);
        if (text !== undefined) {
          this.#flush();
          await this.#execute(text);
          started = performance.now();
        } else if (performance.now() - started > batchMs) {
          this.#flush();
          await nextTask();
          started = performance.now();
        }
      }
      this.#flush();
    } finally {
      this.#isWorking = false;
    }
  }

  /** Takes a line behind the pending ones. @returns what is complete with it */
  #add(line: string): string | undefined {
    const { pending } = this.state.get();
    this.#echo.push(this.prompt() + line);
    const text = this.#scanner === undefined ? line : `${pending}\n${line}`;
    this.#scanner ??= createScanner();
    if (text.length > inputLimit)
      this.#queue = []; // what follows belongs to it, and is no command of its own
    else if (!this.#scanner.add(line)) {
      this.state.merge({ pending: text });
      return undefined;
    }
    this.#scanner = undefined;
    if (pending !== "") this.state.merge({ pending: "" });
    return text.trim() === "" ? undefined : text;
  }

  /** Prints what was typed: many lines at once, since the page draws with each entry. */
  #flush(): void {
    if (this.#echo.length === 0) return;
    const text = this.#echo.join("\n");
    this.#echo = [];
    this.print({ kind: "input", text });
  }

  async #execute(text: string): Promise<void> {
    if (text.length > inputLimit) {
      this.print({ kind: "error", text: "bash: line too long" });
      return;
    }
    this.#host.remember(text);
    if (/^\s*(?:exit|logout)(?:\s+\d+)?\s*;?\s*$/.test(text)) {
      this.#queue = [];
      this.#host.exit(this.id);
      return;
    }
    this.#isInterrupted = false;
    this.#switchedTo = undefined;
    this.#places.clear();
    this.state.merge({ isRunning: true });
    try {
      const { cwd } = this.state.get();
      const request = { tab: this.id, text, env: this.#env, cwd, status: this.#status };
      const { run, end } = await this.#host.run(request, (chunk) => this.#takeOutput(chunk));
      this.#run = run;
      this.#take(await end);
    } catch (error) {
      // A bug, or a browser that refuses: it is said, and the tab takes the next line.
      this.#status = 1;
      this.print({
        kind: "error",
        text: `The line could not be run: ${error instanceof Error ? error.message : error}`,
      });
    } finally {
      this.#run = undefined;
      this.state.merge({ isRunning: false });
    }
  }

  #takeOutput(chunk: OutputChunk): void {
    this.#output.push(chunk);
    // Bits that come together are shown together: the page draws once.
    if (this.#output.length === 1) queueMicrotask(() => this.#showOutput());
  }

  #showOutput(): void {
    const chunks = this.#output;
    this.#output = [];
    for (let i = 0, texts: string[] = []; i < chunks.length; i += 1) {
      const { stream, text, hint } = chunks[i] ?? { stream: "out", text: "" };
      texts.push(text);
      if (hint === undefined && chunks[i + 1]?.stream === stream) continue;
      const kind = stream === "out" ? "output" : "error";
      this.print({ kind, text: texts.join(""), ...(hint === undefined ? {} : { hint }) });
      texts = [];
    }
  }

  #take(end: RunEnd): void {
    this.#showOutput();
    if (this.#isInterrupted) this.print({ kind: "input", text: "^C" });
    if (end.type !== "ended") {
      this.#status = 130;
      this.print({ kind: "note", text: endText(end) });
      return;
    }
    const { stdout, stderr, exitCode, env, cwd, hints } = end.outcome;
    this.print({ kind: "output", text: stdout });
    const hint = hints.join("\n\n");
    if (!this.#isInterrupted) this.print({ kind: "error", text: stderr, ...(hint === "" ? {} : { hint }) });
    this.#status = this.#isInterrupted ? 130 : exitCode;
    this.#env = { ...env, ...(this.#switchedTo === undefined ? {} : inRegion(this.#switchedTo)) };
    this.state.merge({ cwd, region: this.#env.AWS_REGION ?? this.#env.AWS_DEFAULT_REGION ?? "" });
  }
}

function endText(end: Exclude<RunEnd, { type: "ended" }>): string {
  const lost = "Functions and arrays are gone, and files as they were a moment before.";
  switch (end.type) {
    case "failed":
      return `The shell failed and is started anew with the next line: ${end.message}`;
    case "stopped":
      return `The shell did not hear Ctrl+C and was started anew. ${lost}`;
    case "swept":
      return `A line of another tab did not hear Ctrl+C. The shell of all tabs was started anew, and this line ended with it. ${lost}`;
  }
}
