// Exports Terminal: the tabs, the shell behind them, and what is kept of them with the workspace.
import type { Place } from "#kms/index.ts";
import type { KeptFile } from "#storage/terminal-store.ts";
import { openTerminalStore, type TerminalStore } from "#storage/terminal-store.ts";
import type { Workspace } from "#storage/workspace.ts";
import type { Sandbox } from "#store/sandbox.ts";
import { answerQuestion, profilesOf } from "./answer-question.ts";
import { linkerFor } from "./find-links.ts";
import { Observable } from "./observable.ts";
import { ShellClient } from "./shell-client.ts";
import { type TabHost, TerminalTab } from "./terminal-tab.ts";

interface TerminalState {
  readonly tabs: readonly TerminalTab[];
  readonly active: string;
}

const greeting = ({ kind }: Workspace): string =>
  `A terminal of the sandbox: bash and the AWS CLI on the simulated AWS KMS. Type help to see what is here.
Its files (in ~) and its history are ${kind === "memory" ? "gone when this page is closed." : "kept in this browser, with this workspace."}`;

export class Terminal {
  readonly state: Observable<TerminalState>;
  readonly #sandbox: Sandbox;
  readonly #workspace: Workspace;
  readonly #shell: ShellClient;
  readonly #onLastExit: () => void;
  #place: Place;
  #history: string[] = [];
  #store: Promise<TerminalStore> | undefined;
  /** Files and history are in place. */
  #ready: Promise<void> | undefined;
  #made = 0;

  constructor(sandbox: Sandbox, workspace: Workspace, place: Place, onLastExit: () => void) {
    this.#sandbox = sandbox;
    this.#workspace = workspace;
    this.#place = place;
    this.#onLastExit = onLastExit;
    this.#shell = new ShellClient({
      answer: (question) =>
        answerQuestion(question, {
          engine: sandbox.engine,
          workspace,
          world: () => sandbox.worldStore.port.get(),
          history: () => this.#history,
          forgetHistory: () => this.forgetHistory(),
        }),
      filesChanged: ({ written, removed }) => this.#keep((store) => store.saveFiles(written, removed)),
    });
    const first = this.#newTab();
    first.print({ kind: "note", text: greeting(workspace) });
    this.state = new Observable<TerminalState>({ tabs: [first], active: first.id });
  }

  /** Oldest first. */
  get history(): readonly string[] {
    return this.#history;
  }

  get files(): ReadonlyMap<string, KeptFile> {
    return this.#shell.files;
  }

  get sandbox(): Sandbox {
    return this.#sandbox;
  }

  get account(): string {
    return this.#place.account;
  }

  get activeTab(): TerminalTab | undefined {
    const { tabs, active } = this.state.get();
    return tabs.find(({ id }) => id === active);
  }

  profiles(): ReturnType<typeof profilesOf> {
    return profilesOf(this.#sandbox.worldStore.port.get(), this.#place.account);
  }

  /** Loads what is kept. Lines wait for it. */
  ready(): Promise<void> {
    this.#store ??= openTerminalStore(this.#workspace);
    this.#ready ??= this.#store
      .then((store) => store.load())
      .then(
        ({ lines, files }) => {
          this.#history = [...lines, ...this.#history];
          this.#shell.restore(files);
        },
        (error: unknown) => this.#tellUnkept(error),
      );
    return this.#ready;
  }

  addTab(): void {
    const tab = this.#newTab();
    this.state.set({ tabs: [...this.state.get().tabs, tab], active: tab.id });
  }

  activate(active: string): void {
    this.state.merge({ active });
  }

  /** Ends a tab's shell; after the last one a new one waits for the terminal to be opened again. */
  closeTab(id: string): void {
    const { tabs, active } = this.state.get();
    const at = tabs.findIndex((tab) => tab.id === id);
    const closed = tabs[at];
    if (!closed) return;
    if (closed.state.get().isRunning) closed.interrupt();
    const rest = tabs.filter((tab) => tab !== closed);
    const last = rest.length === 0;
    const shown = last ? [this.#newTab()] : rest;
    const next = active === id ? shown[Math.min(at, shown.length - 1)] : undefined;
    this.state.set({ tabs: shown, active: next?.id ?? active });
    if (last) this.#onLastExit();
  }

  setPlace(place: Place): void {
    const { account, region } = this.#place;
    this.#place = place;
    for (const tab of this.state.get().tabs) {
      if (place.region !== region) tab.setRegion(place.region);
      if (place.account !== account)
        tab.print({
          kind: "note",
          text: `The console is in account ${place.account} now, and so is the profile "default".`,
        });
    }
  }

  async forgetHistory(): Promise<void> {
    this.#history = [];
    await (await this.#store)?.forgetLines();
  }

  /** Deletes history and files, here and in the browser's storage. What runs is ended. */
  async forgetAll(): Promise<void> {
    const paths = [...this.#shell.files.keys()];
    this.#shell.clear();
    await this.forgetHistory();
    await (await this.#store)?.saveFiles([], paths);
  }

  dispose(): void {
    this.#shell.dispose();
  }

  #newTab(): TerminalTab {
    this.#made += 1;
    return new TerminalTab(`tab-${this.#made}`, this.#place.region, this.#tabHost());
  }

  #tabHost(): TabHost {
    return {
      run: async (request) => {
        await this.ready();
        return this.#shell.run({ ...request, profiles: this.profiles() });
      },
      interrupt: (run) => this.#shell.interrupt(run),
      remember: (line) => this.#remember(line),
      linker: (region) => linkerFor(this.#sandbox.worldStore.port.get(), { account: this.#place.account, region }),
      exit: (tab) => this.closeTab(tab),
    };
  }

  /** As bash with `ignoredups`: a line that is run again stands once. */
  #remember(line: string): void {
    if (this.#history.at(-1) === line) return;
    this.#history = [...this.#history, line].slice(-1000);
    this.#keep((store) => store.addLine(line));
  }

  #keep(work: (store: TerminalStore) => Promise<void>): void {
    (this.#store ?? openTerminalStore(this.#workspace)).then(work).catch((error: unknown) => this.#tellUnkept(error));
  }

  #tellUnkept(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.activeTab?.print({ kind: "note", text: `History and files are not kept: ${reason}` });
  }
}
