// Exports the entries of the "Key actions" menu, in the console's order, and why each is disabled for a selection.

import { type KeyRecord, type OperationName, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";

export type KeyMenuId = "enable" | "disable" | "schedule-deletion" | "cancel-deletion" | "delete-material" | "tags";

export interface KeyMenuEntry {
  readonly id: KeyMenuId;
  readonly text: string;
  /** Why the selection does not allow it; undefined where it does. */
  readonly disabledReason: string | undefined;
}

type Keys = readonly KeyRecord[];

const entries: readonly { readonly id: KeyMenuId; readonly text: string; refusal(keys: Keys): string | undefined }[] = [
  { id: "enable", text: "Enable", refusal: (keys) => refusedByState("EnableKey", keys) },
  { id: "disable", text: "Disable", refusal: (keys) => refusedByState("DisableKey", keys) },
  {
    id: "schedule-deletion",
    text: "Schedule key deletion",
    refusal: (keys) => refusedByState("ScheduleKeyDeletion", keys),
  },
  { id: "cancel-deletion", text: "Cancel key deletion", refusal: (keys) => refusedByState("CancelKeyDeletion", keys) },
  { id: "delete-material", text: "Delete key material", refusal: deleteMaterialRefusal },
  { id: "tags", text: "Add or edit tags", refusal: tagsRefusal },
];

export function keyMenu(keys: Keys): readonly KeyMenuEntry[] {
  return entries.map(({ id, text, refusal }) => ({ id, text, disabledReason: awsManaged(keys) ?? refusal(keys) }));
}

/** Keys of AWS services turn up in the customer list when they have no alias. */
function awsManaged(keys: Keys): string | undefined {
  return keys.some(({ keyManager }) => keyManager === "AWS") ? "AWS managed keys can't be changed." : undefined;
}

function refusedByState(operation: OperationName, keys: Keys): string | undefined {
  const refused = keys.filter((key) => stateRefusal(operation, key));
  const [first] = refused;
  if (!first) return undefined;
  const subject = keys.length === 1 ? "The key" : `${refused.length} of ${keys.length} selected keys`;
  const verb = refused.length === 1 ? "is" : "are";
  if (operation === "CancelKeyDeletion") return `${subject} ${verb} not pending deletion.`;
  const states = [...new Set(refused.map((key) => statusText(key).toLowerCase()))];
  return `${subject} ${verb} ${states.join(" or ")}.`;
}

function deleteMaterialRefusal(keys: Keys): string | undefined {
  // The expiration model is that of the key material that is there.
  return keys.every(({ origin, expirationModel }) => origin === "EXTERNAL" && expirationModel !== undefined)
    ? refusedByState("DeleteImportedKeyMaterial", keys)
    : "Only a key with imported key material has material that you can delete.";
}

function tagsRefusal(keys: Keys): string | undefined {
  return keys.length === 1 ? refusedByState("TagResource", keys) : "Select exactly one key.";
}
