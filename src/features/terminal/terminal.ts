// Exports Terminal: the tabs, the shell behind them, and what is kept of them with the workspace.
import type { Place } from "#kms/index.ts";
import { type Forgotten, type KeptFile, openTerminalStore, type TerminalStore } from "#storage/terminal-store.ts";
import type { Workspace } from "#storage/workspace.ts";
import type { Sandbox } from "#store/sandbox.ts";
import { answerQuestion, profilesOf } from "./answer-question.ts";
import { linkerFor } from "./find-links.ts";
import { keepTabs, keptTabs } from "./kept-tabs.ts";
import { Observable } from "./observable.ts";
import { ShellClient } from "./shell-client.ts";
import { homeFolder } from "./shell-messages.ts";
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
      answer: (question, tab) => {
        if (question.type === "call" || question.type === "lookup-events") this.#tab(tab)?.notePlace(question.place);
        return answerQuestion(question, {
          engine: sandbox.engine,
          workspace,
          world: () => sandbox.worldStore.port.get(),
          history: () => this.#history,
          forgetHistory: () => this.#forget("lines"),
        });
      },
      filesChanged: ({ written, removed }) => this.#keep((store) => store.saveFiles(written, removed)),
      notice: (text) => this.activeTab?.print({ kind: "note", text }),
    });
    const { folders, active } = keptTabs(workspace.id);
    const tabs = folders.map((folder) => this.#newTab(folder));
    const first = tabs[0] ?? this.#newTab();
    first.print({ kind: "note", text: greeting(workspace) });
    this.state = new Observable<TerminalState>({
      tabs: tabs.length === 0 ? [first] : tabs,
      active: tabs[active]?.id ?? first.id,
    });
    this.state.subscribe(() => this.#keepTabs());
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
    return this.#tab(this.state.get().active);
  }

  #tab(id: string): TerminalTab | undefined {
    return this.state.get().tabs.find((tab) => tab.id === id);
  }

  profiles(): ReturnType<typeof profilesOf> {
    return profilesOf(this.#sandbox.worldStore.port.get(), this.#place.account);
  }

  /** Loads what is kept. Lines wait for it. */
  ready(): Promise<void> {
    this.#ready ??= this.#opened()
      .then((store) => store.load())
      .then(
        ({ lines, files }) => {
          this.#history = [...lines, ...this.#history];
          this.#shell.restore(files);
        },
        (error: unknown) => this.#tellUnkept(error),
      )
      .then(() => {
        for (const tab of this.state.get().tabs) if (!this.#isFolder(tab.state.get().cwd)) tab.goHome();
      });
    return this.#ready;
  }

  addTab(): TerminalTab {
    const tab = this.#newTab();
    this.state.set({ tabs: [...this.state.get().tabs, tab], active: tab.id });
    return tab;
  }

  /** Puts lines from elsewhere at a prompt where they meet nothing half done: the user looks at them and runs them. */
  offer(text: string): void {
    const { tabs } = this.state.get();
    const active = this.activeTab;
    const free = active?.isFree === true ? active : (tabs.find((tab) => tab.isFree) ?? this.addTab());
    free.offer(text);
    this.activate(free.id);
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

  /** Deletes history and files: here, in the browser's storage, and in its other tabs. What runs is ended. */
  async forgetAll(): Promise<void> {
    await this.ready();
    await this.#forget("all");
  }

  /** Ends what runs and lets go of the browser's storage; `ready` begins again. */
  dispose(): void {
    this.#shell.dispose();
    this.#store?.then(
      (store) => store.close(),
      () => undefined, // it was told when it could not be opened
    );
    this.#store = undefined;
    this.#ready = undefined;
    this.#history = [];
  }

  /** @param cwd where an earlier visit has left it */
  #newTab(cwd?: string): TerminalTab {
    this.#made += 1;
    const tab = new TerminalTab(`tab-${this.#made}`, this.#place.region, this.#tabHost(), cwd);
    let folder = tab.state.get().cwd;
    tab.state.subscribe(() => {
      const { cwd: now } = tab.state.get();
      if (now === folder) return;
      folder = now;
      this.#keepTabs();
    });
    return tab;
  }

  #keepTabs(): void {
    const { tabs, active } = this.state.get();
    const at = tabs.findIndex(({ id }) => id === active);
    keepTabs(this.#workspace.id, { folders: tabs.map((tab) => tab.state.get().cwd), active: at });
  }

  #isFolder(path: string): boolean {
    if (path !== homeFolder && !path.startsWith(`${homeFolder}/`)) return false; // nothing else is kept
    const kept = this.files.get(path);
    return path === homeFolder || (kept !== undefined && kept.bytes === undefined);
  }

  #tabHost(): TabHost {
    return {
      run: async (request, output) => {
        await this.ready();
        return this.#shell.run({ ...request, profiles: this.profiles() }, output);
      },
      interrupt: (run) => this.#shell.interrupt(run),
      remember: (line) => this.#remember(line),
      linker: (places, region) => {
        const named = places.map((place) => ({ account: place.profile.account, region: place.region }));
        const own = { account: this.#place.account, region };
        return linkerFor(this.#sandbox.worldStore.port.get(), named.length === 0 ? [own] : named);
      },
      exit: (tab) => this.closeTab(tab),
    };
  }

  /** As bash with `ignoredups`: a line that is run again stands once. */
  #remember(line: string): void {
    if (this.#history.at(-1) === line) return;
    this.#history = [...this.#history, line].slice(-1000);
    this.#keep((store) => store.addLine(line));
  }

  #opened(): Promise<TerminalStore> {
    this.#store ??= openTerminalStore(this.#workspace, {
      onForgotten: (what) => {
        this.#forgetHere(what);
        const deleted = what === "all" ? "History and files are" : "The history is";
        this.activeTab?.print({ kind: "note", text: `${deleted} deleted, in another tab of the browser.` });
      },
    });
    return this.#store;
  }

  async #forget(what: Forgotten): Promise<void> {
    this.#forgetHere(what);
    await (await this.#opened()).forget(what);
  }

  #forgetHere(what: Forgotten): void {
    this.#history = [];
    if (what === "lines") return;
    this.#shell.clear();
    for (const tab of this.state.get().tabs) tab.goHome();
  }

  #keep(work: (store: TerminalStore) => Promise<void>): void {
    this.#opened()
      .then(work)
      .catch((error: unknown) => this.#tellUnkept(error));
  }

  #tellUnkept(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.activeTab?.print({ kind: "note", text: `History and files are not kept: ${reason}` });
  }
}
