// Exports the sandbox behind the endpoint: the engine on a workspace in this process, and on its state file if it has one.
import {
  afterAll,
  type Call,
  type Caller,
  clockOffset,
  createAccount,
  createEngine,
  type Engine,
  emptyWorld,
  findAccount,
  findRegion,
  isEnabledRegion,
  isReservedAlias,
  KmsError,
  type OperationName,
  type Outputs,
  type SandboxRequest,
  StorageError,
  type Table,
  WorldDraft,
} from "#kms/index.ts";
import { tableRecords, type WorkspaceContents } from "#storage/workspace-contents.ts";
import { createKeeper, type Keeper } from "./keeper.ts";
import { nativeCryptography } from "./native-cryptography.ts";
import { randomPool } from "./random-pool.ts";
import type { StateFile } from "./state-file.ts";

export interface SandboxOptions {
  /** What it begins with. */
  readonly contents: WorkspaceContents;
  /** What a reset goes back to. */
  readonly seed: WorkspaceContents;
  readonly stateFile?: StateFile | undefined;
  /** Real time, epoch milliseconds. */
  now(): number;
  readonly strict?: boolean | undefined;
}

export interface Sandbox extends Pick<Engine, "call"> {
  /** Back to the seed: what is under way is answered first, what comes meanwhile waits. @throws EndpointError */
  reset(): Promise<void>;
  /** Of keys and aliases only those of customers: what AWS brings along is there without anybody's doing. */
  counts(): { readonly accounts: number; readonly keys: number; readonly aliases: number };
  /** Sandbox time, epoch milliseconds. */
  now(): number;
  /** Moves the sandbox clock forward; what has fallen due by then is done. @throws KmsError when the clock cannot go there */
  advanceClock(milliseconds: number): Promise<void>;
  /** Saves, and answers the path of what holds the workspace now. Nobody calls any more. @throws EndpointError */
  close(): Promise<string | undefined>;
}

/** A workspace with one account, all default Regions and no keys. */
export function contentsOfAccount(account: string): WorkspaceContents {
  const draft = new WorldDraft(emptyWorld());
  createAccount(draft, account, "Sandbox");
  return { tables: tableRecords(draft), material: new Map(), history: [] };
}

export function createSandbox({ contents, seed, stateFile, now, strict = false }: SandboxOptions): Sandbox {
  const started = (from: WorkspaceContents): { readonly engine: Engine; readonly keeper: Keeper } => {
    const keeper = createKeeper(from);
    const engine = createEngine({
      now,
      random: randomPool(),
      exclusive: queue(),
      // One writer, in this process: the journal takes commits in their order, and `saved` waits for the disk, so that
      // commits which come together are written together.
      async persist(commit, material) {
        stateFile?.append(commit, material);
        keeper.hold(material);
      },
      catchUp: async () => false,
      record: keeper.record,
      lastUsage: keeper.lastUsage,
      state: keeper.state,
      vault: keeper.vault,
      cryptography: (standard) => nativeCryptography(standard, keeper.vault.open),
      strict,
    });
    stateFile?.ask(() => keeper.contents());
    return { engine, keeper };
  };
  let { engine, keeper } = started(contents);
  let underWay = 0;
  let whenQuiet: (() => void) | undefined;
  let resetting: Promise<void> | undefined;
  const newPlaces = new Map<string, Promise<void>>();
  const clockMoves = queue();

  /**
   * Simulated: an account is there as soon as somebody calls in its name, and an opt-in Region as soon as the account calls
   * there, as with other local stand-ins for AWS: no API that is served here could enable them.
   */
  async function makePlace({ account, region }: Caller): Promise<void> {
    if (!findAccount(keeper.state.get(), account))
      await once(account, { type: "AddAccount", account, name: `Account ${account}` });
    if (findRegion(region) && !isEnabledRegion(keeper.state.get(), { account, region }))
      await once(`${account} ${region}`, { type: "EnableRegion", account, region });
  }

  /** Calls that come at the same time wait for one change. */
  function once(name: string, change: SandboxRequest): Promise<void> {
    const making = newPlaces.get(name) ?? engine.changeSandbox(change).finally(() => newPlaces.delete(name));
    newPlaces.set(name, making);
    return making;
  }

  /** Work that no reset cuts in two, and whose outcome is on the disk when it is told. */
  async function answered<T>(work: () => Promise<T>): Promise<T> {
    while (resetting !== undefined) await resetting.catch(() => undefined); // told to whoever asked for it
    underWay += 1;
    try {
      return await work();
    } finally {
      // No answer tells of what a crash could still take back: neither of this call's change nor of one that it has seen.
      const saving = stateFile?.saved();
      try {
        if (saving !== undefined) await inAnswersWords(saving);
      } finally {
        underWay -= 1;
        if (underWay === 0) whenQuiet?.();
      }
    }
  }

  async function inAnswersWords(saving: Promise<void>): Promise<void> {
    try {
      await saving;
    } catch (error) {
      throw error instanceof StorageError ? new KmsError("KMSInternalException", error.message) : error;
    }
  }

  async function reset(): Promise<void> {
    if (underWay > 0) await new Promise<void>((resolve) => (whenQuiet = resolve));
    await stateFile?.replace(seed);
    ({ engine, keeper } = started(seed));
  }

  return {
    call<N extends OperationName>(call: Call<N>): Promise<Outputs[N]> {
      return answered(async () => {
        await makePlace(call);
        return engine.call(call);
      });
    },
    async reset() {
      while (resetting !== undefined) await resetting.catch(() => undefined);
      resetting = reset().finally(() => {
        resetting = undefined;
        whenQuiet = undefined;
      });
      return resetting;
    },
    counts() {
      const { accounts, keys, aliases } = keeper.state.get().tables;
      return {
        accounts: accounts.size,
        keys: countWhere(keys, ({ keyManager }) => keyManager === "CUSTOMER"),
        aliases: countWhere(aliases, ({ aliasName }) => !isReservedAlias(aliasName)),
      };
    },
    now: () => engine.now(),
    advanceClock: (milliseconds) =>
      answered(() =>
        // One after the other: each begins where the one before has ended.
        clockMoves(() =>
          engine.changeSandbox({ type: "MoveClock", offsetMs: clockOffset(keeper.state.get()) + milliseconds }),
        ),
      ),
    close: async () => stateFile?.close(),
  };
}

function countWhere<T>(table: Table<T>, isCounted: (record: T) => boolean): number {
  let count = 0;
  table.scan("", afterAll, (record) => {
    if (isCounted(record)) count += 1;
    return true;
  });
  return count;
}

/** One writer at a time. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // the next writer does not care how this one ended; its caller does
    return mine;
  };
}
