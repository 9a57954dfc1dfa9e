// Exports the checks of where a record belongs: to an account and Region of the file, or to a key of it.
import { findKey, isEnabledRegion, type KeyRecord, type Place, type World } from "#kms/index.ts";
import { fail } from "./fields.ts";

/** @throws ArchiveError when the account is not in the file or has not enabled the Region */
export function checkPlace(world: World, place: Place, path: string): void {
  if (!world.tables.accounts.get(place.account))
    fail(`${path}.account`, `there is no account ${place.account} in this file`);
  if (!isEnabledRegion(world, place))
    fail(`${path}.region`, `${place.region} is not enabled in account ${place.account}`);
}

/** The key that a record belongs to. @throws ArchiveError when it is not in the file */
export function requireKey(world: World, record: Place & { readonly keyId: string }, path: string): KeyRecord {
  const key = findKey(world, record, record.keyId);
  return (
    key ?? fail(`${path}.keyId`, `there is no key ${record.keyId} in ${record.region} of account ${record.account}`)
  );
}
