// Exports the accounts of a workspace: which Regions they have enabled, and what comes with an account.
import type { Place } from "#kms/state/id.ts";
import { afterAll, recordId, settingsId } from "#kms/state/id.ts";
import type { AccountRecord } from "#kms/state/records.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";
import { predefinedAliasNames } from "./alias.ts";
import { defaultRegions, findRegion } from "./region.ts";

export const accountIdPattern = /^\d{12}$/;

/** The last moment that the sandbox clock may show, epoch milliseconds: ISO 8601 as CloudTrail writes it ends with the year 9999. */
export const latestTime = 253_402_214_400_000;

export function findAccount(world: World, account: string): AccountRecord | undefined {
  return world.tables.accounts.get(account);
}

export function listAccounts(world: World): AccountRecord[] {
  const accounts: AccountRecord[] = [];
  world.tables.accounts.scan("", afterAll, (account) => {
    accounts.push(account);
    return true;
  });
  return accounts;
}

export function isEnabledRegion(world: World, place: Place): boolean {
  return findAccount(world, place.account)?.enabledRegions.includes(place.region) ?? false;
}

/** Puts an account with the Regions that every account has. */
export function createAccount(draft: WorldDraft, id: string, name: string): AccountRecord {
  let account: AccountRecord = { account: id, name, enabledRegions: [] };
  draft.put("accounts", id, account);
  for (const region of defaultRegions) account = enableRegion(draft, account, region);
  return account;
}

/** Gives an account a Region: the predefined aliases of AWS services come with it. Does nothing where it has it already. */
export function enableRegion(draft: WorldDraft, account: AccountRecord, region: string): AccountRecord {
  if (!findRegion(region) || account.enabledRegions.includes(region)) return account;
  const place = { account: account.account, region };
  for (const aliasName of predefinedAliasNames) {
    const id = recordId(place, aliasName);
    if (!draft.tables.aliases.get(id)) draft.put("aliases", id, { ...place, aliasName });
  }
  const enabled = { ...account, enabledRegions: [...account.enabledRegions, region] };
  draft.put("accounts", account.account, enabled);
  return enabled;
}

/** How far the sandbox clock is ahead of real time, in milliseconds. */
export function clockOffset(world: World): number {
  return world.tables.settings.get(settingsId)?.clockOffsetMs ?? 0;
}
