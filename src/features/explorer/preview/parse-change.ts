// Exports parseChange: a Change out of a URL, which may say anything at all. The engine judges whether it can be made; here it
// only gets its form, and nothing that could be shown as something else.
import { isAliasName } from "#features/explorer/model/alias-text.ts";
import { readMembers } from "#features/explorer/read-members.ts";
import type { Change } from "#features/explorer/types.ts";
import { findRegion } from "#kms/index.ts";

/** The Change that a text tells; undefined when it tells none. Members that do not belong to it are left behind. */
export function parseChange(text: string | undefined): Change | undefined {
  const members = text === undefined ? undefined : readMembers(text, 2_000);
  if (!members) return undefined;
  const { region, aliasName, otherName, keyId, pendingWindowInDays } = members;
  if (typeof region !== "string" || !findRegion(region)) return undefined;
  switch (members.type) {
    case "retarget":
    case "createAlias":
      return isName(aliasName) && isKeyId(keyId) ? { type: members.type, region, aliasName, keyId } : undefined;
    case "deleteAlias":
      return isName(aliasName) ? { type: "deleteAlias", region, aliasName } : undefined;
    case "swap":
      return isName(aliasName) && isName(otherName) && aliasName !== otherName
        ? { type: "swap", region, aliasName, otherName }
        : undefined;
    case "disableKey":
      return isKeyId(keyId) ? { type: "disableKey", region, keyId } : undefined;
    case "scheduleDeletion":
      return isKeyId(keyId) && isWaitingPeriod(pendingWindowInDays)
        ? { type: "scheduleDeletion", region, keyId, pendingWindowInDays }
        : undefined;
    default:
      return undefined;
  }
}

const isName = (value: unknown): value is string => typeof value === "string" && isAliasName(value);

/** A plain key ID, as the World has it; never an ARN, which could name another account. */
const isKeyId = (value: unknown): value is string => typeof value === "string" && /^[a-zA-Z0-9-]{1,64}$/.test(value);

const isWaitingPeriod = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 7 && value <= 30;
