// Exports the sandbox behind the endpoint: the engine on a workspace in this process, and on its state file if it has one.
import {
  type Call,
  createAccount,
  createEngine,
  type Engine,
  emptyWorld,
  findAccount,
  KmsError,
  type OperationName,
  type Outputs,
  StorageError,
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
  counts(): { readonly accounts: number; readonly keys: number; readonly aliases: number };
  /** Saves. Nobody calls any more. @throws EndpointError */
  close(): Promise<void>;
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
  const newAccounts = new Map<string, Promise<void>>();

  /** Simulated: an account is there as soon as somebody calls in its name, as with other local stand-ins for AWS. */
  function addAccount(account: string): Promise<void> {
    const adding =
      newAccounts.get(account) ??
      engine
        .changeSandbox({ type: "AddAccount", account, name: `Account ${account}` })
        .finally(() => newAccounts.delete(account));
    newAccounts.set(account, adding);
    return adding;
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
    async call<N extends OperationName>(call: Call<N>): Promise<Outputs[N]> {
      while (resetting !== undefined) await resetting.catch(() => undefined); // told to whoever asked for it
      underWay += 1;
      try {
        if (!findAccount(keeper.state.get(), call.account)) await addAccount(call.account);
        return await engine.call(call);
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
      return { accounts: accounts.size, keys: keys.size, aliases: aliases.size };
    },
    close: async () => stateFile?.close(),
  };
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
