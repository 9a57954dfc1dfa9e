// Exports TerminalTab: one shell of the terminal with its log, its variables and its folder. Lines run one after another;
// what is typed or pasted meanwhile waits its turn.

import type { Linker } from "./find-links.ts";
import { needsMore } from "./needs-more.ts";
import { Observable } from "./observable.ts";
import { appendEntry, emptyLog, type Log, type NewEntry } from "./output-log.ts";
import type { RunEnd } from "./shell-client.ts";
import { homeFolder, type RunRequest } from "./shell-messages.ts";

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
  ): Promise<{ readonly run: number; readonly end: Promise<RunEnd> }>;
  interrupt(run: number): void;
  remember(line: string): void;
  linker(region: string): Linker;
  /** The user has ended this shell. */
  exit(tab: string): void;
}

/** More cannot be meant for a prompt. */
export const inputLimit = 64 * 1024;

/** The variables of CloudShell that name the Region. */
const inRegion = (region: string) => ({ AWS_REGION: region, AWS_DEFAULT_REGION: region });

export class TerminalTab {
  readonly state: Observable<TabState>;
  readonly #host: TabHost;
  #env: Record<string, string>;
  #status = 0;
  #queue: string[] = [];
  #run: number | undefined;
  #isInterrupted = false;
  /** Where the console went while a line ran, whatever that line has set. */
  #switchedTo: string | undefined;

  constructor(
    readonly id: string,
    region: string,
    host: TabHost,
  ) {
    this.#host = host;
    this.#env = { HOME: homeFolder, USER: "user", AWS_PAGER: "", ...inRegion(region) };
    this.state = new Observable<TabState>({
      log: emptyLog,
      draft: "",
      pending: "",
      isRunning: false,
      cwd: homeFolder,
      region,
    });
  }

  get env(): Readonly<Record<string, string>> {
    return this.#env;
  }

  setDraft(draft: string): void {
    this.state.merge({ draft });
  }

  print(entry: NewEntry): void {
    const { log, region } = this.state.get();
    this.state.merge({ log: appendEntry(log, entry, this.#host.linker(region)) });
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
    this.#queue.push(...text.split(/\r\n|\r|\n/));
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
      this.print({ kind: "input", text: `${this.prompt()}${draft}^C` });
      this.state.merge({ draft: "", pending: "" });
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
    if (this.state.get().isRunning) return;
    for (let line = this.#queue.shift(); line !== undefined; line = this.#queue.shift()) {
      const { pending } = this.state.get();
      this.print({ kind: "input", text: this.prompt() + line });
      const text = pending === "" ? line : `${pending}\n${line}`;
      const goesOn = text.length <= inputLimit && needsMore(text);
      this.state.merge({ pending: goesOn ? text : "" });
      if (!goesOn && text.trim() !== "") await this.#execute(text);
    }
  }

  async #execute(text: string): Promise<void> {
    this.#host.remember(text);
    if (/^\s*(?:exit|logout)(?:\s+\d+)?\s*;?\s*$/.test(text)) {
      this.#queue = [];
      this.#host.exit(this.id);
      return;
    }
    if (text.length > inputLimit) {
      this.print({ kind: "error", text: "bash: line too long" });
      return;
    }
    this.#isInterrupted = false;
    this.#switchedTo = undefined;
    this.state.merge({ isRunning: true });
    const { cwd } = this.state.get();
    const { run, end } = await this.#host.run({ tab: this.id, text, env: this.#env, cwd, status: this.#status });
    this.#run = run;
    const ended = await end;
    this.#run = undefined;
    this.#take(ended);
    this.state.merge({ isRunning: false });
  }

  #take(end: RunEnd): void {
    if (this.#isInterrupted) this.print({ kind: "input", text: "^C" });
    if (end.type !== "ended") {
      this.#status = 130;
      const text =
        end.type === "failed"
          ? `The shell failed and is started anew with the next line: ${end.message}`
          : "The shell did not hear Ctrl+C and was started anew. Files are as they were before this line.";
      this.print({ kind: "note", text });
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
