// Exports the key policy that the console makes, and how such a policy is recognised. Source: AWS KMS developer guide,
// "Default key policy"; the Sids are those that the create-key wizard prints.
import { type KeyRecord, keySpecFacts, rootArn } from "#kms/index.ts";
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type PolicyDocument,
  readPolicyText,
} from "./policy-document.ts";

/** What the console asks for; ARNs, and account IDs of 12 digits. */
export interface PolicyChoices {
  readonly administrators: readonly string[];
  readonly canAdministratorsDelete: boolean;
  readonly users: readonly string[];
  readonly otherAccounts: readonly string[];
}

export type PolicyKey = Pick<KeyRecord, "account" | "keySpec" | "keyUsage" | "origin" | "multiRegion">;

export const noChoices: PolicyChoices = {
  administrators: [],
  canAdministratorsDelete: true,
  users: [],
  otherAccounts: [],
};

export const administratorsSid = "Allow administration of the key";
export const usersSid = "Allow use of the key";
export const resourcesSid = "Allow attachment of persistent resources";

/** The console's statement for administrators has had two names; a policy keeps the one it has. */
const administratorsSids = [administratorsSid, "Allow access for Key Administrators"];

const action = (name: string): string => `kms:${name}`;

function administratorActions({ keySpec, origin, multiRegion }: PolicyKey, canDelete: boolean): string[] {
  return [
    ...["Create*", "Describe*", "Enable*", "List*", "Put*", "Update*", "Revoke*", "Disable*", "Get*", "Delete*"],
    ...["TagResource", "UntagResource"],
    ...(canDelete ? ["ScheduleKeyDeletion", "CancelKeyDeletion"] : []),
    ...(keySpec === "SYMMETRIC_DEFAULT" ? ["RotateKeyOnDemand"] : []),
    ...(origin === "EXTERNAL" ? ["ImportKeyMaterial"] : []),
    ...(multiRegion ? ["ReplicateKey", "UpdatePrimaryRegion"] : []),
  ].map(action);
}

const asymmetricActions: Readonly<Record<KeyRecord["keyUsage"], readonly string[]>> = {
  ENCRYPT_DECRYPT: ["Encrypt", "Decrypt", "ReEncrypt*", "DescribeKey", "GetPublicKey"],
  SIGN_VERIFY: ["DescribeKey", "GetPublicKey", "Sign", "Verify"],
  KEY_AGREEMENT: ["DeriveSharedSecret", "DescribeKey", "GetPublicKey"],
  ENCAPSULATE_DECAPSULATE: ["Encapsulate", "Decapsulate", "DescribeKey", "GetPublicKey"],
  GENERATE_VERIFY_MAC: [],
};

function userActions({ keySpec, keyUsage }: PolicyKey): string[] {
  switch (keySpecFacts(keySpec).type) {
    case "symmetric":
      return ["Encrypt", "Decrypt", "ReEncrypt*", "GenerateDataKey*", "DescribeKey"].map(action);
    case "HMAC":
      return ["DescribeKey", "GenerateMac", "VerifyMac"].map(action);
    case "asymmetric":
      return asymmetricActions[keyUsage].map(action);
  }
}

/** The policy that the console makes of these choices. Nobody chosen leaves the statement out. */
export function consolePolicy(key: PolicyKey, choices: PolicyChoices, sid = administratorsSid): PolicyDocument {
  const allow = (Sid: string, principals: readonly string[], Action: Json): JsonObject[] =>
    principals.length === 0 ? [] : [{ Sid, Effect: "Allow", Principal: { AWS: principals }, Action, Resource: "*" }];
  const users = [...choices.users, ...choices.otherAccounts.map(rootArn)];
  const grants = ["CreateGrant", "ListGrants", "RevokeGrant"].map(action);
  return {
    Version: "2012-10-17",
    Id: "key-consolepolicy-3",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: rootArn(key.account) },
        Action: "kms:*",
        Resource: "*",
      },
      ...allow(sid, choices.administrators, administratorActions(key, choices.canAdministratorsDelete)),
      ...allow(usersSid, users, userActions(key)),
      ...allow(resourcesSid, users, grants).map((statement) => ({
        ...statement,
        Condition: { Bool: { "kms:GrantIsForAWSResource": true } },
      })),
    ],
  };
}

export interface ConsoleShape {
  readonly choices: PolicyChoices;
  /** The Sid of the administrators' statement. */
  readonly sid: string;
}

/**
 * The choices behind a policy; undefined when the console did not make it. The test is a round trip: a policy has the
 * console's shape when the choices read from it make the same policy again, whatever the order of lists and the Id.
 */
export function readConsolePolicy(key: PolicyKey, text: string): ConsoleShape | undefined {
  const reading = readPolicyText(text);
  if (reading.type === "problem") return undefined;
  const { document } = reading;
  const find = (sids: readonly string[]) =>
    document.Statement.find(({ Sid }) => typeof Sid === "string" && sids.includes(Sid));
  const administrators = find(administratorsSids);
  const isForeignRoot = (arn: string): boolean =>
    /^arn:aws:iam::\d{12}:root$/.test(arn) && arn !== rootArn(key.account);
  const users = principalsOf(find([usersSid]));
  const choices: PolicyChoices = {
    administrators: principalsOf(administrators),
    canAdministratorsDelete: !administrators || texts(administrators.Action).includes("kms:ScheduleKeyDeletion"),
    users: users.filter((arn) => !isForeignRoot(arn)),
    otherAccounts: users.filter(isForeignRoot).map((arn) => arn.slice("arn:aws:iam::".length, -":root".length)),
  };
  const sid = typeof administrators?.Sid === "string" ? administrators.Sid : administratorsSid;
  return normal(document) === normal(consolePolicy(key, choices, sid)) ? { choices, sid } : undefined;
}

function principalsOf(statement: JsonObject | undefined): readonly string[] {
  const principal = statement?.Principal;
  return isJsonObject(principal) ? texts(principal.AWS) : [];
}

const texts = (value: Json | undefined): readonly string[] =>
  (isJsonList(value) ? value : [value]).filter((entry) => typeof entry === "string");

/** A policy without what makes no difference: its Id, the order of members and of lists, one entry or a list of one. */
function normal({ Id: _, ...policy }: PolicyDocument): string {
  return canonical(policy);
}

function canonical(value: Json): string {
  if (isJsonList(value))
    return value.length === 1 ? canonical(value[0] ?? null) : `[${value.map(canonical).sort().join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(String(value));
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}
