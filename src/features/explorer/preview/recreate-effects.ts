// Exports what it would mean to delete an alias and to create it anew for a key that UpdateAlias may not give it.
import type { Change } from "#features/explorer/types.ts";
import { type Caller, type Engine, findAlias, findKey, KmsError, keySpecFacts, type World } from "#kms/index.ts";
import { usageText } from "#store/key-texts.ts";
import { type Effect, keptAliasEffects, newCallEffects, oldThingEffects } from "./effects.ts";
import { leftByProbes, lookAt } from "./moment.ts";
import { outcomesOn } from "./outcomes.ts";
import type { Pace } from "./pace.ts";
import { applicationOf } from "./uses.ts";

/**
 * Nothing, where the two keys do not differ in what UpdateAlias asks to be the same: then something else refused it.
 * @param fork used up
 */
export async function recreateEffects(
  fork: Engine,
  world: World,
  caller: Caller,
  change: Change,
  pace: Pace,
): Promise<readonly Effect[]> {
  if (change.type !== "retarget") return [];
  const { aliasName, keyId } = change;
  const current = findKey(world, caller, findAlias(world, caller, aliasName)?.targetKeyId ?? "");
  const next = findKey(world, caller, keyId);
  if (!current || !next || next.keyManager === "AWS" || current.keyManager === "AWS") return [];
  const isOtherType = keySpecFacts(current.keySpec).type !== keySpecFacts(next.keySpec).type;
  if (!isOtherType && current.keyUsage === next.keyUsage) return [];

  const watched = {
    probes: [{ keyId: aliasName, application: applicationOf(current) }],
    keyIds: [current.keyId],
    artefacts: [],
  };
  const before = await lookAt(fork, caller, watched, pace);
  const [left] = leftByProbes(before, caller);
  const leftBefore = left && (await outcomesOn(fork, left));
  await fork.call({ ...caller, operation: "DeleteAlias", input: { AliasName: aliasName } });
  const without = await lookAt(fork, caller, watched, pace);
  const refusal = await create(fork, caller, aliasName, keyId);
  if (refusal)
    return [{ tone: "warning", text: [`DeleteAlias and CreateAlias would not do it either: ${refusal.code}.`] }];
  const after = await lookAt(fork, caller, watched, pace);
  const asNext = { ...watched, probes: [{ keyId: aliasName, application: applicationOf(next) }] };
  const newCallers = await lookAt(fork, caller, asNext, pace);
  return [
    {
      tone: "info",
      text: [
        "UpdateAlias cannot do this. DeleteAlias and then CreateAlias could: these are two calls, and callers that were made for ",
        `${usageText(current.keyUsage)} (${current.keySpec}) would find ${usageText(next.keyUsage)} (${next.keySpec}).`,
      ],
    },
    ...newCallEffects(aliasName, before, without).map(({ tone, text }) => ({
      tone,
      text: ["Between the two calls: ", ...text],
    })),
    ...newCallEffects(aliasName, before, after),
    ...newCallEffects(aliasName, { ...newCallers, uses: new Map() }, newCallers),
    ...(left && leftBefore ? oldThingEffects(left, leftBefore, await outcomesOn(fork, left)) : []),
    ...keptAliasEffects(current.keyId, before, after),
  ];
}

async function create(
  fork: Engine,
  caller: Caller,
  AliasName: string,
  TargetKeyId: string,
): Promise<KmsError | undefined> {
  try {
    await fork.call({ ...caller, operation: "CreateAlias", input: { AliasName, TargetKeyId } });
    return undefined;
  } catch (error) {
    if (error instanceof KmsError) return error;
    throw error;
  }
}
