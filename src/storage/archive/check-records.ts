// Exports the rules that records of a file must keep together, as the engine keeps them: a file must not make a World that
// no calls could have made.
import {
  aliasNamesOf,
  countCustomerKeys,
  defaultRegions,
  findKey,
  isEnabledRegion,
  isReservedAlias,
  keySpecFacts,
  type Place,
  predefinedAliasNames,
  quotas,
  type Records,
  recordId,
  tagsOf,
  unavailableReason,
  type World,
} from "#kms/index.ts";
import type { TableRecords } from "#storage/workspace-contents.ts";
import { fail, shown } from "./fields.ts";

/** @param world the World of `tables`. @throws ArchiveError that names the first record which breaks a rule */
export function checkRecords(tables: TableRecords, world: World): void {
  const each = <R>(table: string, records: readonly R[], check: (world: World, record: R, path: string) => void) =>
    records.forEach((record, i) => {
      check(world, record, `tables.${table}[${i}]`);
    });
  if (tables.accounts.length === 0) fail("tables.accounts", "must have at least one account");
  each("accounts", tables.accounts, checkAccount);
  each("keys", tables.keys, checkKey);
  each("aliases", tables.aliases, checkAlias);
  each("keyPolicies", tables.keyPolicies, (_world, policy, path) => requireKey(world, policy, path));
  each("tags", tables.tags, checkTag);
}

function checkAccount(_world: World, { enabledRegions }: Records["accounts"], path: string): void {
  if (new Set(enabledRegions).size < enabledRegions.length) fail(`${path}.enabledRegions`, "has a Region twice");
  const missing = defaultRegions.find((code) => !enabledRegions.includes(code));
  if (missing) fail(`${path}.enabledRegions`, `must have ${missing}, which every account has`);
}

function checkPlace(world: World, place: Place, path: string): void {
  if (!world.tables.accounts.get(place.account))
    fail(`${path}.account`, `there is no account ${place.account} in this file`);
  if (!isEnabledRegion(world, place))
    fail(`${path}.region`, `${place.region} is not enabled in account ${place.account}`);
}

function checkKey(world: World, key: Records["keys"], path: string): void {
  checkPlace(world, key, path);
  const facts = keySpecFacts(key.keySpec);
  if (!facts.usages[key.keyUsage])
    fail(`${path}.keyUsage`, `KeyUsage ${key.keyUsage} is not compatible with KeySpec ${key.keySpec}`);
  const unavailable = unavailableReason(key.keySpec, key.keyUsage);
  if (unavailable) fail(`${path}.keySpec`, `${key.keySpec} with ${key.keyUsage}: ${unavailable}`);
  if (key.origin !== "AWS_KMS") fail(`${path}.origin`, `${key.origin} is not available in this sandbox yet`);
  if (key.multiRegion || key.keyId.startsWith("mrk-"))
    fail(`${path}.multiRegion`, "multi-Region keys are not available in this sandbox yet");
  if (!["Enabled", "Disabled", "PendingDeletion"].includes(key.keyState))
    fail(`${path}.keyState`, `a key of origin AWS_KMS is never ${key.keyState}`);
  if ((key.keyState === "PendingDeletion") !== (key.deletionDate !== undefined))
    fail(`${path}.deletionDate`, "must be there exactly when keyState is PendingDeletion");
  if ((facts.type === "asymmetric") !== (key.publicKey !== undefined))
    fail(`${path}.publicKey`, "must be there exactly when the key is asymmetric");
  if (key.keyManager === "AWS" && (key.keySpec !== "SYMMETRIC_DEFAULT" || key.keyState !== "Enabled"))
    fail(`${path}.keyManager`, "an AWS managed key is symmetric and enabled");
  if (!world.tables.keyPolicies.get(recordId(key, key.keyId))) fail(path, "has no key policy in tables.keyPolicies");
  const customerAliases = aliasNamesOf(world, key).filter((name) => !isReservedAlias(name)).length;
  if (customerAliases > quotas.aliasesPerKey)
    fail(path, `has ${customerAliases} aliases; ${quotas.aliasesPerKey} are allowed`);
  const tags = tagsOf(world, key).length;
  if (tags > quotas.tagsPerKey) fail(path, `has ${tags} tags; ${quotas.tagsPerKey} are allowed`);
  if (countCustomerKeys(world, key) > quotas.customerKeysPerRegion)
    fail(path, `its Region has more than ${quotas.customerKeysPerRegion} customer managed keys`);
}

function checkAlias(world: World, alias: Records["aliases"], path: string): void {
  checkPlace(world, alias, path);
  const isReserved = isReservedAlias(alias.aliasName);
  if (isReserved && !predefinedAliasNames.includes(alias.aliasName))
    fail(`${path}.aliasName`, `${shown(alias.aliasName)} begins with alias/aws/, but no AWS service has it`);
  const { targetKeyId, creationDate, lastUpdatedDate } = alias;
  if (targetKeyId === undefined) {
    if (!isReserved) fail(`${path}.targetKeyId`, "is missing");
    if (creationDate !== undefined || lastUpdatedDate !== undefined)
      fail(path, "has dates although no key stands behind it");
    return;
  }
  if (creationDate === undefined) fail(`${path}.creationDate`, "is missing");
  if (lastUpdatedDate === undefined) fail(`${path}.lastUpdatedDate`, "is missing");
  const key = findKey(world, alias, targetKeyId);
  if (!key)
    return fail(`${path}.targetKeyId`, `there is no key ${targetKeyId} in ${alias.region} of account ${alias.account}`);
  if ((key.keyManager === "AWS") !== isReserved)
    fail(`${path}.targetKeyId`, "alias/aws/ names stand for AWS managed keys, and only they do");
}

function checkTag(world: World, tag: Records["tags"], path: string): void {
  if (requireKey(world, tag, path).keyManager === "AWS") fail(path, "AWS managed keys have no tags");
}

function requireKey(world: World, record: Place & { readonly keyId: string }, path: string): Records["keys"] {
  const key = findKey(world, record, record.keyId);
  return (
    key ?? fail(`${path}.keyId`, `there is no key ${record.keyId} in ${record.region} of account ${record.account}`)
  );
}
