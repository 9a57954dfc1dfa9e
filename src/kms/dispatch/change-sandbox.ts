// Exports the changes of the workspace itself: accounts, Regions and the clock. Simulated: AWS has no such calls.
import { KmsError } from "#kms/contract/kms-error.ts";
import {
  accountIdPattern,
  clockOffset,
  createAccount,
  enableRegion,
  findAccount,
  latestTime,
} from "#kms/model/account.ts";
import { scanAliases } from "#kms/model/alias.ts";
import { type NewArtefact, requireKeepable } from "#kms/model/artefact.ts";
import { keyStoresOf } from "#kms/model/custom-key-store.ts";
import { countCustomerKeys, newKeyId, scanKeys } from "#kms/model/key.ts";
import { defaultRegions, findRegion } from "#kms/model/region.ts";
import { removeKey } from "#kms/model/remove-key.ts";
import { placePrefix, recordId, settingsId } from "#kms/state/id.ts";
import type { AccountRecord, KeyRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import type { SandboxChange } from "#kms/trail/event.ts";
import type { Writing } from "./operation.ts";

const refuse = (message: string): never => {
  throw new KmsError("ValidationException", message);
};

/** A change as it is asked for. */
export type SandboxRequest =
  | Exclude<SandboxChange, { readonly type: "KeepArtefact" }>
  | { readonly type: "KeepArtefact"; readonly artefact: NewArtefact };

/**
 * Answers the change as the history tells it.
 * @throws KmsError ValidationException, its message fit to be shown at the field that caused it.
 */
export function changeSandbox(writing: Writing, request: SandboxRequest): SandboxChange {
  if (request.type === "KeepArtefact") return keepArtefact(writing, request.artefact);
  change(writing, request);
  return request;
}

function change(writing: Writing, change: Exclude<SandboxRequest, { readonly type: "KeepArtefact" }>): void {
  switch (change.type) {
    case "AddAccount":
      return addAccount(writing, change.account, change.name);
    case "RenameAccount": {
      const account = requireAccount(writing, change.account);
      return writing.draft.put("accounts", account.account, { ...account, name: validName(change.name) });
    }
    case "EnableRegion": {
      const account = requireAccount(writing, change.account);
      if (!findRegion(change.region)) refuse(`There is no Region ${change.region}.`);
      enableRegion(writing.draft, account, change.region);
      return;
    }
    case "DisableRegion":
      return disableRegion(writing, requireAccount(writing, change.account), change.region);
    case "MoveClock": {
      if (!Number.isSafeInteger(change.offsetMs) || change.offsetMs < clockOffset(writing.world))
        refuse("The sandbox clock can only be moved forward: what has fallen due cannot be undone by time.");
      if (writing.now - clockOffset(writing.world) + change.offsetMs > latestTime)
        refuse("The sandbox clock ends with the year 9999.");
      return writing.draft.put("settings", settingsId, { clockOffsetMs: change.offsetMs });
    }
    case "RemoveArtefact": {
      const id = recordId(change, change.artefactId);
      if (!writing.world.tables.artefacts.get(id)) refuse("The card is no longer on the bench.");
      return writing.draft.remove("artefacts", id);
    }
    case "OpenWorkspace":
      return;
  }
}

function keepArtefact({ draft, world, now, random }: Writing, artefact: NewArtefact): SandboxChange {
  requireKeepable(world, artefact);
  const { account, region } = artefact;
  const artefactId = newKeyId(random);
  draft.put("artefacts", recordId(artefact, artefactId), { ...artefact, artefactId, createdAt: now });
  return { type: "KeepArtefact", account, region, artefactId };
}

function addAccount({ draft, world }: Writing, id: string, name: string): void {
  if (!accountIdPattern.test(id)) refuse("An account ID has 12 digits.");
  if (findAccount(world, id)) refuse(`The account ${id} already exists.`);
  createAccount(draft, id, validName(name));
}

/** What AWS has put into the Region goes with it, and what was kept of calls to it; customer managed keys and custom key stores keep it enabled. */
function disableRegion(writing: Writing, account: AccountRecord, region: string): void {
  const { draft, world } = writing;
  if (defaultRegions.includes(region)) refuse(`${region} is enabled by default and cannot be disabled.`);
  const place = { account: account.account, region };
  if (countCustomerKeys(world, place) > 0)
    refuse(`${region} still has customer managed keys. Delete them before you disable the Region.`);
  if (keyStoresOf(world, place).length > 0)
    refuse(`${region} still has custom key stores. Delete them before you disable the Region.`);
  const keys: KeyRecord[] = [];
  scanKeys(world, place, (key) => {
    keys.push(key);
    return true;
  });
  for (const key of keys) removeKey(writing, key);
  const names: string[] = [];
  scanAliases(world, place, ({ aliasName }) => {
    names.push(aliasName);
    return true;
  });
  for (const name of names) draft.remove("aliases", recordId(place, name));
  for (const { artefactId } of recordsUnder(world.tables.artefacts, placePrefix(place)))
    draft.remove("artefacts", recordId(place, artefactId));
  const enabledRegions = account.enabledRegions.filter((enabled) => enabled !== region);
  draft.put("accounts", account.account, { ...account, enabledRegions });
}

function requireAccount({ world }: Writing, id: string): AccountRecord {
  return findAccount(world, id) ?? refuse(`There is no account ${id}.`);
}

function validName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length === 0 || trimmed.length > 50) refuse("An account name has 1 to 50 characters.");
  return trimmed;
}
