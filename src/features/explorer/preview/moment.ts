// Exports the moments of a preview: what callers, bench and keys see on a fork before a change, between its calls, and after.
import { type Caller, type Engine, KmsError, keyArn } from "#kms/index.ts";
import { type Artefact, type Outcomes, outcomesOn } from "./outcomes.ts";
import type { Pace } from "./pace.ts";
import { type Application, algorithmsNamed, leftBehind, type Use, usesOf } from "./uses.ts";

/** A name by which applications call a key: a full alias name or a key ARN. */
export interface Probe {
  readonly keyId: string;
  /** What they call with it; undefined where it leads to no key and nobody can. */
  readonly application: Application | undefined;
}

export interface Moment {
  /** By probe. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** By probe: the calls that its key has algorithms for and that nobody has made so far. */
  readonly otherUses: ReadonlyMap<string, readonly Use[]>;
  /** By probe: the public key that GetPublicKey answers. */
  readonly publicKeys: ReadonlyMap<string, Uint8Array | undefined>;
  /** By key ID of a watched key: its aliases. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** In the order of the artefacts. */
  readonly outcomes: readonly Outcomes[];
}

interface Watched {
  readonly probes: readonly Probe[];
  readonly keyIds: readonly string[];
  readonly artefacts: readonly Artefact[];
}

export async function lookAt(
  fork: Engine,
  caller: Caller,
  { probes, keyIds, artefacts }: Watched,
  pace: Pace,
): Promise<Moment> {
  const uses = new Map<string, readonly Use[]>();
  const otherUses = new Map<string, readonly Use[]>();
  const publicKeys = new Map<string, Uint8Array | undefined>();
  for (const { keyId, application } of probes) {
    if (!application) continue;
    uses.set(keyId, await usesOf(fork, caller, keyId, application, pace));
    const others = await otherAlgorithms(fork, caller, keyId, application);
    otherUses.set(keyId, await usesOf(fork, caller, keyId, { ...application, algorithms: others }, pace));
    if (application.publicKey) publicKeys.set(keyId, await publicKeyOf(fork, caller, keyId));
  }
  const aliases = new Map<string, readonly string[]>();
  for (const keyId of keyIds) aliases.set(keyId, await aliasesOf(fork, caller, keyId));
  const outcomes: Outcomes[] = [];
  for (const artefact of artefacts) {
    await pace.step();
    outcomes.push(await outcomesOn(fork, artefact));
  }
  return { uses, otherUses, publicKeys, aliases, outcomes };
}

/** What the probes' own calls have left behind, so that it can be judged after the change. */
export function leftByProbes({ uses }: Moment, caller: Caller): readonly Artefact[] {
  return [...uses].flatMap(([probe, made]) => leftBehind(made, caller, probe) ?? []);
}

/** Algorithms of the key behind the name that the application does not ask for. */
async function otherAlgorithms(
  fork: Engine,
  caller: Caller,
  KeyId: string,
  { usage, algorithms }: Application,
): Promise<readonly string[]> {
  const described = await answerOf(() => fork.call({ ...caller, operation: "DescribeKey", input: { KeyId } }));
  return algorithmsNamed(described?.KeyMetadata, usage).filter((algorithm) => !algorithms.includes(algorithm));
}

async function publicKeyOf(fork: Engine, caller: Caller, KeyId: string): Promise<Uint8Array | undefined> {
  return answerOf(async () => (await fork.call({ ...caller, operation: "GetPublicKey", input: { KeyId } })).PublicKey);
}

async function aliasesOf(fork: Engine, caller: Caller, keyId: string): Promise<readonly string[]> {
  const KeyId = keyArn({ ...caller, keyId });
  const listed = await answerOf(() => fork.call({ ...caller, operation: "ListAliases", input: { KeyId, Limit: 100 } }));
  return listed?.Aliases?.flatMap(({ AliasName }) => AliasName ?? []) ?? [];
}

async function answerOf<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof KmsError) return undefined; // no such key: nothing to compare
    throw error;
  }
}
