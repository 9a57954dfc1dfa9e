// Exports the rules that records of a file must keep together, as the engine keeps them: a file must not make a World that
// no calls could have made. Rules of keys and of what belongs to them have files of their own.
import {
  defaultRegions,
  findKey,
  isReservedAlias,
  predefinedAliasNames,
  type Records,
  type TableName,
  type World,
  wrappingRefusal,
} from "#kms/index.ts";
import type { TableRecords } from "#storage/workspace-contents.ts";
import { checkArtefacts } from "./check-artefacts.ts";
import { checkCustomKeyStores } from "./check-custom-key-stores.ts";
import { checkGrants } from "./check-grants.ts";
import { checkKey } from "./check-key.ts";
import { checkKeyMaterials } from "./check-key-materials.ts";
import { checkPlace, requireKey } from "./check-place.ts";
import { byTheEngine } from "./engine-rule.ts";
import { fail, shown } from "./fields.ts";

/** @param world the World of `tables`. @throws ArchiveError that names the first record which breaks a rule */
export function checkRecords(tables: TableRecords, world: World): void {
  const each = <T extends TableName>(table: T, check: (world: World, record: Records[T], path: string) => void) => {
    const records: readonly Records[T][] = tables[table];
    records.forEach((record, i) => {
      check(world, record, `tables.${table}[${i}]`);
    });
  };
  if (tables.accounts.length === 0) fail("tables.accounts", "must have at least one account");
  each("accounts", checkAccount);
  checkCustomKeyStores(world, tables.customKeyStores, tables.keys);
  checkKeyMaterials(world, tables.keyMaterials);
  each("keys", checkKey);
  each("aliases", checkAlias);
  each("keyPolicies", requireKey);
  each("tags", checkTag);
  checkGrants(world, tables.grants);
  each("importParameters", checkImportParameters);
  checkArtefacts(world, tables.artefacts);
}

function checkAccount(_world: World, { enabledRegions }: Records["accounts"], path: string): void {
  if (new Set(enabledRegions).size < enabledRegions.length) fail(`${path}.enabledRegions`, "has a Region twice");
  const missing = defaultRegions.find((code) => !enabledRegions.includes(code));
  if (missing) fail(`${path}.enabledRegions`, `must have ${missing}, which every account has`);
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

function checkImportParameters(world: World, parameters: Records["importParameters"], path: string): void {
  const key = requireKey(world, parameters, path);
  if (key.origin !== "EXTERNAL") fail(path, "only keys of origin EXTERNAL take key material");
  const { wrappingAlgorithm, wrappingKeySpec } = parameters;
  byTheEngine(path, () => {
    const refusal = wrappingRefusal(key, wrappingAlgorithm, wrappingKeySpec);
    if (refusal) throw refusal;
  });
}
