// Exports what it means for an alias to be created in one more Region: who is written for its keys in the others, and is refused here.
import type { Change } from "#features/explorer/types.ts";
import { type Caller, type Engine, findAlias, findKey, type KeyRecord, type World } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { usageText } from "#store/key-texts.ts";
import { type Effect, listed } from "./effects.ts";
import type { Pace } from "./pace.ts";
import { applicationOf, type Use, usesOf } from "./uses.ts";

/** A type of key that the name means elsewhere, and where. */
interface OtherType {
  readonly key: KeyRecord;
  readonly regions: string[];
}

/**
 * Calls in the Region of the change as applications do that are written for the other Regions.
 * @param fork the change has been made on it
 */
export async function otherRegionEffects(
  fork: Engine,
  caller: Caller,
  change: Change,
  world: World,
  pace: Pace,
): Promise<readonly Effect[]> {
  const made = change.type === "createAlias" ? findKey(world, caller, change.keyId) : undefined;
  if (change.type !== "createAlias" || !made) return [];
  const effects: Effect[] = [];
  for (const { key, regions } of otherTypes(world, caller, change.aliasName, made)) {
    const application = applicationOf(key);
    // Of a key of another usage no algorithm is asked for: one call tells of all.
    const algorithms = key.keyUsage === made.keyUsage ? application.algorithms : application.algorithms.slice(0, 1);
    const uses = await usesOf(fork, caller, change.aliasName, { ...application, algorithms }, pace);
    effects.push({
      tone: uses.some(({ answer }) => !answer.ok) ? "warning" : "info",
      text: [
        `In ${listed(regions)}, `,
        { strong: change.aliasName },
        ` means a key of another type: ${key.keySpec}, ${lowerFirst(usageText(key.keyUsage))}. ${endOf(uses)} The types then differ between Regions.`,
      ],
    });
  }
  return effects;
}

function endOf(uses: readonly Use[]): string {
  const [first] = uses;
  if (!first) return "";
  const refused = uses.filter(({ answer }) => !answer.ok);
  const answer = refused[0]?.answer;
  if (!answer || answer.ok) return `Callers that ${first.operation} there by this name are answered here, too.`;
  const asked =
    refused.length === uses.length ? "" : ` and ask for ${refused.map(({ algorithm }) => algorithm).join(", ")}`;
  return `Callers that ${first.operation} there by this name${asked} fail here with ${answer.code}.`;
}

/** Of the Regions that the account can use, those where the name means a key of another spec or usage. */
function otherTypes(world: World, caller: Caller, aliasName: string, made: KeyRecord): readonly OtherType[] {
  const types = new Map<string, OtherType>();
  for (const region of world.tables.accounts.get(caller.account)?.enabledRegions ?? []) {
    const place = { account: caller.account, region };
    const key =
      region === caller.region
        ? undefined
        : findKey(world, place, findAlias(world, place, aliasName)?.targetKeyId ?? "");
    if (!key || (key.keySpec === made.keySpec && key.keyUsage === made.keyUsage)) continue;
    const type = types.get(`${key.keySpec} ${key.keyUsage}`);
    if (type) type.regions.push(region);
    else types.set(`${key.keySpec} ${key.keyUsage}`, { key, regions: [region] });
  }
  return [...types.values()];
}
