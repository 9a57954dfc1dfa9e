// Exports parseChange: a Change out of a URL, which may say anything at all. The engine judges whether it can be made; here it
// only gets its form, and nothing that could be shown as something else.
import type { Change } from "#features/explorer/types.ts";
import { aliasPrefix, findRegion, quotas } from "#kms/index.ts";

type Members = Readonly<Record<string, unknown>>;

/** The Change that a text tells; undefined when it tells none. Members that do not belong to it are left behind. */
export function parseChange(text: string | undefined): Change | undefined {
  const members = readMembers(text);
  if (!members) return undefined;
  const { region, aliasName, otherName, keyId, pendingWindowInDays } = members;
  if (typeof region !== "string" || !findRegion(region)) return undefined;
  switch (members.type) {
    case "retarget":
    case "createAlias":
      return isAliasName(aliasName) && isKeyId(keyId) ? { type: members.type, region, aliasName, keyId } : undefined;
    case "deleteAlias":
      return isAliasName(aliasName) ? { type: "deleteAlias", region, aliasName } : undefined;
    case "swap":
      return isAliasName(aliasName) && isAliasName(otherName) && aliasName !== otherName
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

function readMembers(text: string | undefined): Members | undefined {
  if (text === undefined || text.length > 2_000) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Members) : undefined; // each member is checked
  } catch {
    return undefined; // no JSON: somebody's own URL
  }
}

const isAliasName = (value: unknown): value is string =>
  typeof value === "string" &&
  value.length <= quotas.aliasNameLength &&
  value.startsWith(aliasPrefix) &&
  /^[a-zA-Z0-9/_-]+$/.test(value);

/** A plain key ID, as the World has it; never an ARN, which could name another account. */
const isKeyId = (value: unknown): value is string => typeof value === "string" && /^[a-zA-Z0-9-]{1,64}$/.test(value);

const isWaitingPeriod = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 7 && value <= 30;
