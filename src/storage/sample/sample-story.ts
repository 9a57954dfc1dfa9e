// Exports liveThrough: the last days of the sample workspace, made by calls of the engine with a clock set back, so that a first
// visit finds a history that can be looked at and taken back like any other.
import { applyDiff, type Call, type Commit, createEngine, type OperationName, type World } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { type SampleKey, sampleAccounts, sampleKeys } from "./sample-keys.ts";

const hour = 60 * 60 * 1000;

interface Step {
  readonly hoursAgo: number;
  readonly call: Pick<Call, "operation" | "input">;
}

/** In order of time, and all of it younger than the youngest key of the sample, which is five days old. */
function story(): readonly Step[] {
  const { oregonApp, oregonSpare, unnamed, oldReports, legacyApp } = keyIds();
  const newApp = "alias/new-app";
  const reports = "alias/finance-reports";
  return [
    step(96, "ScheduleKeyDeletion", { KeyId: legacyApp, PendingWindowInDays: 24 }),
    step(79, "CreateAlias", { AliasName: reports, TargetKeyId: unnamed }),
    // A release was signed under the successor for an afternoon, and then not after all.
    step(53, "UpdateAlias", { AliasName: newApp, TargetKeyId: oregonSpare }),
    step(49, "UpdateAlias", { AliasName: newApp, TargetKeyId: oregonApp }),
    step(30, "CreateAlias", { AliasName: "alias/project-key", TargetKeyId: oregonApp }),
    step(26, "DisableKey", { KeyId: oldReports }),
    step(7, "DeleteAlias", { AliasName: reports }),
  ];
}

function step<N extends OperationName>(hoursAgo: number, operation: N, input: Call<N>["input"]): Step {
  return { hoursAgo, call: { operation, input } as unknown as Step["call"] }; // a call of one operation is a call
}

/** The key IDs of the sample by the name of their material. */
function keyIds(): Record<SampleKey["material"], string> {
  return Object.fromEntries(sampleKeys.map(({ material, keyId }) => [material, keyId])) as Record<
    SampleKey["material"],
    string
  >; // each material is that of one key
}

export interface Lived {
  readonly world: World;
  /** Oldest first. */
  readonly history: readonly Commit[];
}

/**
 * What the calls of the last days make of the World.
 * @param beginning the World as it was before them, without a history
 * @param now epoch milliseconds
 * @throws KmsError when the World refuses one of them, which would be a bug of the sample
 */
export async function liveThrough(beginning: World, now: number): Promise<Lived> {
  let world = beginning;
  let at = now;
  const history: Commit[] = [];
  const engine = createEngine({
    now: () => at,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    exclusive: (work) => work(), // nobody else knows this World
    persist: async (commit) => void history.push(commit),
    catchUp: async () => false,
    record: () => undefined, // every call of the story changes something, so its commit has its record
    lastUsage: async () => undefined,
    state: {
      get: () => world,
      apply({ diff, seq }, after) {
        world = after ?? applyDiff(world, diff, seq);
      },
    },
    vault: { open: (materialId) => Promise.reject(new Error(`no call of the story opens material ${materialId}`)) },
  });
  const caller = { account: sampleAccounts.home, region: "us-west-2", principal: sampleAdministrator };
  for (const { hoursAgo, call } of story()) {
    at = now - hoursAgo * hour;
    await engine.call({ ...caller, ...call });
  }
  invariant(history.length === story().length, "each call of the story makes one commit");
  return { world, history };
}

/** The user who is signed in to the account in the console. */
const sampleAdministrator = `arn:aws:iam::${sampleAccounts.home}:user/Admin`;
