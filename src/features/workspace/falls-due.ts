// Exports what falls due until a time of the sandbox clock: waiting periods that end, rotations, and key material that expires.
import { afterAll, aliasNamesOf, displayAlias, dueEntry, type KeyRecord, recordId, type World } from "#kms/index.ts";
import { dayMs } from "./clock-days.ts";

export interface DueKey {
  readonly key: KeyRecord;
  /** Epoch milliseconds; of several times the first. */
  readonly at: number;
  /** Shown without `alias/`. */
  readonly aliases: readonly string[];
}

export interface DueRotation extends DueKey {
  /** How many rotations fall due; related multi-Region keys rotate along and are not named. */
  readonly times: number;
}

export interface FallsDue {
  /** Keys that are deleted, together with their aliases. */
  readonly deletions: readonly DueKey[];
  readonly rotations: readonly DueRotation[];
  /** Keys with imported key material that expires. */
  readonly expiries: readonly DueKey[];
}

/** Each list in order of time. @param until sandbox time, epoch milliseconds */
export function fallsDueUntil(world: World, until: number): FallsDue {
  const due = { deletions: [] as DueKey[], rotations: [] as DueRotation[], expiries: [] as DueKey[] };
  const named = (key: KeyRecord, at: number): DueKey => ({
    key,
    at,
    aliases: aliasNamesOf(world, key).map(displayAlias),
  });
  world.indexes.due.scan("", afterAll, ({ kind, id }, entry) => {
    if (entry > dueEntry(until, afterAll)) return false;
    if (kind === "expiry") {
      const material = world.tables.keyMaterials.get(id);
      const key = material && world.tables.keys.get(recordId(material, material.keyId));
      if (key && material.validTo !== undefined) due.expiries.push(named(key, material.validTo));
      return true;
    }
    const key = kind === "connection" ? undefined : world.tables.keys.get(id);
    if (kind === "deletion" && key?.deletionDate !== undefined) due.deletions.push(named(key, key.deletionDate));
    if (kind === "rotation" && key?.nextRotationDate !== undefined && key.rotationPeriodInDays !== undefined) {
      const times = 1 + Math.floor((until - key.nextRotationDate) / (key.rotationPeriodInDays * dayMs));
      due.rotations.push({ ...named(key, key.nextRotationDate), times });
    }
    return true;
  });
  return due;
}
