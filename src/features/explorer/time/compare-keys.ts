// Exports what has become of the keys since a moment: which were created, are in another state, or are no more.
import type { KeyRecord, World } from "#kms/index.ts";

/** `was` and `is` are the key states then and now; undefined where there was no such key. */
export interface KeyChange {
  /** The id of the key record. */
  readonly id: string;
  readonly region: string;
  readonly keyId: string;
  readonly was: KeyRecord["keyState"] | undefined;
  readonly is: KeyRecord["keyState"] | undefined;
}

/**
 * How the states of an account's keys differ between two moments, by Region and key ID.
 * @param ids the key records that may differ
 */
export function compareKeys(then: World, now: World, ids: ReadonlySet<string>, account: string): readonly KeyChange[] {
  const changes: KeyChange[] = [];
  for (const id of [...ids].sort()) {
    const [before, after] = [then.tables.keys.get(id), now.tables.keys.get(id)];
    const key = after ?? before;
    if (key?.account !== account || before?.keyState === after?.keyState) continue;
    changes.push({ id, region: key.region, keyId: key.keyId, was: before?.keyState, is: after?.keyState });
  }
  return changes;
}
