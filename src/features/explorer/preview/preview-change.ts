// Exports previewChange: makes a change on a fork of the engine and tells what became of callers, keys and artefacts there.
// Nothing of it reaches the state, the trail or the storage.
import { type ChangeCall, callsOf } from "#features/explorer/model/change-calls.ts";
import type { Change } from "#features/explorer/types.ts";
import {
  aliasNamesOf,
  type Caller,
  type Engine,
  findAlias,
  findKey,
  type KeyRecord,
  KmsError,
  keyArn,
  type SandboxEvent,
  StorageError,
  type TrailEvent,
  type World,
} from "#kms/index.ts";
import { type Effect, keptAliasEffects, newCallEffects, oldThingEffects } from "./effects.ts";
import { keyStateEffects } from "./key-state-effects.ts";
import { leftByProbes, lookAt, type Moment, type Probe } from "./moment.ts";
import { otherRegionEffects } from "./other-regions.ts";
import { type Artefact, outcomesOn } from "./outcomes.ts";
import { createPace, type Pace } from "./pace.ts";
import type { ArtefactPreview, Preview } from "./preview.ts";
import { type RecentUser, recentUsers } from "./recent-users.ts";
import { recreateEffects } from "./recreate-effects.ts";
import { userEffects, userUses } from "./user-effects.ts";
import { applicationOf } from "./uses.ts";

export interface PreviewOptions {
  /** Who would make the change. */
  readonly account: string;
  readonly principal: string;
  /** The newest events of the trail, newest first. May throw a StorageError. */
  readonly recentEvents: (limit: number) => Promise<readonly (TrailEvent | SandboxEvent)[]>;
  readonly signal?: AbortSignal;
  /** Told now and then how many calls have been made. */
  readonly onProgress?: (calls: number) => void;
}

/** So far back the trail is looked through: a page of it, not all. */
const eventsLookedAt = 1_000;

/**
 * What `change` would do to `world`.
 * @param artefacts those of the caller's account
 * @throws the signal's reason once it is aborted
 */
export async function previewChange<A extends Artefact>(
  engine: Engine,
  world: World,
  change: Change,
  artefacts: readonly A[],
  { account, principal, recentEvents, signal, onProgress }: PreviewOptions,
): Promise<Preview<A>> {
  const pace = createPace(signal, onProgress);
  const caller: Caller = { account, principal, region: change.region };
  const scene = sceneOf(change, world, caller);
  const { probes, keyIds } = scene;
  const users = await usersOf(recentEvents, caller, scene, change);
  const fork = engine.fork(world);
  const usersBefore = await userUses(fork, caller, probes, users ?? [], pace);
  const before = await lookAt(fork, caller, { ...scene, artefacts }, pace);
  // Names of one key leave the same behind: that of the first is enough.
  const left = leftByProbes(before, caller).filter(
    ({ keyId }, at, all) => all.findIndex((other) => other.keyId === keyId) === at,
  );
  const leftBefore = await judgeAll(fork, left, pace);

  const calls = callsOf(change, world, account);
  const made = await makeCalls(fork, caller, calls, pace, () =>
    lookAt(fork, caller, { probes, keyIds, artefacts }, pace),
  );
  const after = await lookAt(fork, caller, { probes, keyIds, artefacts }, pace);
  const leftAfter = await judgeAll(fork, left, pace);
  const usersAfter = await userUses(fork, caller, probes, users ?? [], pace);
  const { between } = made;
  const isRefused = made.refusal !== undefined;

  return {
    refusal: made.refusal,
    effects: isRefused
      ? []
      : [
          ...probes.flatMap(({ keyId }) => newCallEffects(keyId, before, after)),
          ...userEffects(usersBefore, usersAfter),
          ...specEffects(change, world, caller),
          ...left.flatMap((artefact, at) => oldThings(artefact, leftBefore[at], leftAfter[at])),
          ...keyIds.flatMap((keyId) => keptAliasEffects(keyId, before, after)),
          ...(await otherRegionEffects(fork, caller, change, world, pace)),
          ...(await keyStateEffects(fork, caller, change, aliasNamesOf(world, { ...caller, keyId: keyOf(change) }))),
        ],
    between: between && !isRefused ? betweenEffects(probes, keyIds, before, between) : [],
    recreate: made.refusal ? await recreateEffects(engine.fork(world), world, caller, change, pace) : [],
    users,
    artefacts: artefacts.flatMap((artefact, at) =>
      previewOf(artefact, at, before, isRefused ? undefined : between, after),
    ),
  };
}

interface Scene {
  /** What applications call that the change may touch. */
  readonly probes: readonly Probe[];
  /** The keys whose aliases it may touch. */
  readonly keyIds: readonly string[];
}

function sceneOf(change: Change, world: World, caller: Caller): Scene {
  const targetOf = (aliasName: string): KeyRecord | undefined => {
    const keyId = findAlias(world, caller, aliasName)?.targetKeyId;
    return keyId === undefined ? undefined : findKey(world, caller, keyId);
  };
  const probeOf = (keyId: string, key: KeyRecord | undefined): Probe => ({
    keyId,
    application: key && applicationOf(key),
  });
  switch (change.type) {
    case "retarget":
    case "deleteAlias": {
      const key = targetOf(change.aliasName);
      return { probes: [probeOf(change.aliasName, key)], keyIds: key ? [key.keyId] : [] };
    }
    case "createAlias":
      // Nobody calls it yet: who will, calls as its key allows.
      return { probes: [probeOf(change.aliasName, findKey(world, caller, change.keyId))], keyIds: [] };
    case "swap": {
      const names = [change.aliasName, change.otherName];
      const keyIds = names.flatMap((name) => targetOf(name)?.keyId ?? []);
      return { probes: names.map((name) => probeOf(name, targetOf(name))), keyIds: [...new Set(keyIds)] };
    }
    case "disableKey":
    case "scheduleDeletion": {
      const key = findKey(world, caller, change.keyId);
      const [aliasName] = key ? aliasNamesOf(world, key) : [];
      // All aliases of a key share its fate; one of them is called in the name of all.
      const names = [...(aliasName === undefined ? [] : [aliasName]), keyArn({ ...caller, keyId: change.keyId })];
      return { probes: names.map((name) => probeOf(name, key)), keyIds: [] };
    }
  }
}

/** Of an alias that is moved to a key of the same type and usage, but of another spec. */
function specEffects(change: Change, world: World, caller: Caller): readonly Effect[] {
  if (change.type !== "retarget") return [];
  const current = findKey(world, caller, findAlias(world, caller, change.aliasName)?.targetKeyId ?? "");
  const next = findKey(world, caller, change.keyId);
  if (!current || !next || current.keySpec === next.keySpec) return [];
  return [{ tone: "info", text: [`The key spec changes from ${current.keySpec} to ${next.keySpec}.`] }];
}

const keyOf = (change: Change): string => ("keyId" in change ? change.keyId : "");

/** Makes the calls until one is refused; looks once after the first of several. */
async function makeCalls(
  fork: Engine,
  caller: Caller,
  calls: readonly ChangeCall[],
  pace: Pace,
  look: () => Promise<Moment>,
): Promise<{ readonly refusal: Preview["refusal"]; readonly between: Moment | undefined }> {
  let between: Moment | undefined;
  for (const [made, call] of calls.entries()) {
    await pace.step();
    if (made === 1) between = await look();
    try {
      await fork.call({ ...caller, ...call });
    } catch (error) {
      if (!(error instanceof KmsError)) throw error;
      return { refusal: { call, error, made }, between };
    }
  }
  return { refusal: undefined, between };
}

async function judgeAll(fork: Engine, artefacts: readonly Artefact[], pace: Pace) {
  const judged = [];
  for (const artefact of artefacts) {
    await pace.step();
    judged.push(await outcomesOn(fork, artefact));
  }
  return judged;
}

function oldThings(artefact: Artefact, ...[was, is]: readonly (ArtefactPreview["before"] | undefined)[]) {
  return was && is ? oldThingEffects(artefact, was, is) : [];
}

function betweenEffects(probes: readonly Probe[], keyIds: readonly string[], before: Moment, between: Moment) {
  return [
    ...probes.flatMap(({ keyId }) => newCallEffects(keyId, before, between)),
    ...keyIds.flatMap((keyId) => keptAliasEffects(keyId, before, between)),
  ] satisfies Effect[];
}

async function usersOf(
  recentEvents: PreviewOptions["recentEvents"],
  caller: Caller,
  { probes }: Scene,
  change: Change,
): Promise<readonly RecentUser[] | undefined> {
  const isOfKey = change.type === "disableKey" || change.type === "scheduleDeletion";
  const used = isOfKey
    ? { aliasNames: [], keyArns: [keyArn({ ...caller, keyId: change.keyId })] }
    : { aliasNames: probes.map(({ keyId }) => keyId), keyArns: [] };
  try {
    return recentUsers(await recentEvents(eventsLookedAt), caller, used);
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}

function previewOf<A extends Artefact>(
  artefact: A,
  at: number,
  ...[before, between, after]: readonly [Moment, Moment | undefined, Moment]
): readonly ArtefactPreview<A>[] {
  const [was, is] = [before.outcomes[at], after.outcomes[at]];
  return was && is ? [{ artefact, before: was, between: between?.outcomes[at], after: is }] : [];
}
