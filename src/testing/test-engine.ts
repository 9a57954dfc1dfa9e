// Exports the engine as tests use it: real in all but its ports, which are memory, a fixed clock and counted randomness.
import {
  applyDiff,
  type Caller,
  type Commit,
  createEngine,
  defaultRegions,
  type Engine,
  emptyWorld,
  enableRegion,
  type Inputs,
  type KeyUse,
  noteKeyUses,
  type OperationName,
  type Outputs,
  type Ports,
  StaleWorldError,
  type TrailEvent,
  type World,
  WorldDraft,
} from "#kms/index.ts";
import { countedRandom } from "./counted-random.ts";

export const homeAccount = "111122223333";
export const otherAccount = "444455556666";
export const homeRegion = "us-east-1";

/** 2026-01-15T10:00:00Z. */
export const startOfTest = 1_768_471_200_000;

export interface TestEngineOptions {
  readonly seed?: number;
  /** Where the clock stands at first, epoch milliseconds. */
  readonly now?: number;
  /** The accounts there are, each with the default Regions and their predefined aliases. */
  readonly accounts?: readonly string[];
  /** A World to begin with instead, and the secrets that belong to it. */
  readonly world?: World;
  readonly secrets?: ReadonlyMap<string, Uint8Array>;
  /** Ports to be replaced, for tests of what the outside world may do. */
  readonly ports?: Partial<Ports>;
}

/** Calls an operation as one caller. */
export type TestCall = <N extends OperationName>(operation: N, input: Inputs[N]) => Promise<Outputs[N]>;

export interface TestEngine {
  readonly engine: Engine;
  /** The `call` of a caller in this Region (us-east-1) and account (111122223333): its administrator, unless told otherwise. */
  as(region?: string, account?: string, principal?: string): TestCall;
  readonly clock: { now(): number; advance(milliseconds: number): void };
  readonly ports: Ports;
  world(): World;
  /** What was saved, oldest first. */
  readonly commits: readonly Commit[];
  /** The records of calls that changed nothing, oldest first. */
  readonly events: readonly TrailEvent[];
  /** The vault: key material id -> secret. */
  readonly secrets: Map<string, Uint8Array>;
  /** How many random bytes the engine has drawn. */
  drawn(): number;
}

export function createTestEngine(options: TestEngineOptions = {}): TestEngine {
  let world = options.world ?? worldOfAccounts(options.accounts ?? [homeAccount, otherAccount]);
  let now = options.now ?? startOfTest;
  let last: Promise<unknown> = Promise.resolve();
  const { random, drawn } = countedRandom(options.seed ?? 1);
  const secrets = new Map(options.secrets);
  const commits: Commit[] = [];
  const events: TrailEvent[] = [];
  const ports: Ports = {
    now: () => now,
    random,
    exclusive(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined); // the next writer does not care how this one ended; its caller does
      return mine;
    },
    async persist(commit, { keep, destroy }) {
      if (commit.seq !== world.seq + 1) throw new StaleWorldError(`commit ${commit.seq} on a World of ${world.seq}`);
      for (const [materialId, secret] of keep) secrets.set(materialId, secret);
      for (const materialId of destroy) secrets.delete(materialId);
      commits.push(commit);
    },
    catchUp: async () => false,
    record: (event) => void events.push(event),
    async lastUsage(keyArn) {
      const uses = new Map<string, KeyUse>();
      for (const event of events) noteKeyUses(uses, event);
      return uses.get(keyArn);
    },
    state: {
      get: () => world,
      apply({ diff, seq }) {
        world = applyDiff(world, diff, seq);
      },
    },
    vault: {
      async open(materialId) {
        const secret = secrets.get(materialId);
        if (!secret) throw new Error(`the vault has no material ${materialId}`);
        return secret;
      },
    },
    strict: true,
    ...options.ports,
  };
  const engine = createEngine(ports);
  return {
    engine,
    as(region = homeRegion, account = homeAccount, principal = `arn:aws:iam::${account}:user/Alice`) {
      const caller: Caller = { account, region, principal };
      return (operation, input) => engine.call({ ...caller, operation, input });
    },
    clock: {
      now: () => now,
      advance(milliseconds) {
        now += milliseconds;
      },
    },
    ports,
    world: () => world,
    commits,
    events,
    secrets,
    drawn,
  };
}

/** A World with these accounts, each with the Regions that every account has, and nothing in them yet. */
export function worldOfAccounts(accounts: readonly string[]): World {
  const draft = new WorldDraft(emptyWorld());
  for (const account of accounts)
    defaultRegions.reduce((record, region) => enableRegion(draft, record, region), {
      account,
      name: `Account ${account}`,
      enabledRegions: [] as readonly string[],
    });
  return draft;
}
