// Exports how each table's records are read from a file. A record that the World gains or changes is a type error here.
import {
  accountIdPattern,
  aliasPrefix,
  enums,
  findRegion,
  latestTime,
  parseKeyIdentifier,
  quotas,
  type Records,
  shapes,
  type TableName,
} from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { bytes, fail, flag, list, oneOf, type Read, shown, structure, text, wholeNumber } from "./fields.ts";

/** The last moment that a Date can hold. */
const lastTime = 8.64e15;

/** The length that the contract allows, so that it stands there alone. */
function lengthOf(shape: "DescriptionType" | "TagKeyType" | "TagValueType" | "AliasNameType"): {
  min: number;
  max: number;
} {
  const { min = 0, max = Number.POSITIVE_INFINITY } = shapes[shape] as { min?: number; max?: number }; // four string shapes
  return { min, max };
}

export const time = wholeNumber(0, lastTime);
/** How far a sandbox clock may be ahead: told by the real time of now, it must not pass the end of the clock. */
export const clockOffsetMs: Read<number> = (value, path) => wholeNumber(0, latestTime - Date.now())(value, path);
export const account = text({ pattern: accountIdPattern, what: "an account ID of 12 digits" });
export const region: Read<string> = (value, path) =>
  typeof value === "string" && findRegion(value) ? value : fail(path, `must be a Region, not ${shown(value)}`);
const keyId: Read<string> = (value, path) => {
  const identifier = typeof value === "string" ? parseKeyIdentifier(value) : undefined;
  return identifier?.form === "key ID" && identifier.keyId === value
    ? identifier.keyId
    : fail(path, `must be a key ID in lower case, not ${shown(value)}`);
};
const place = { account, region };
export const materialId = text({ pattern: /^[0-9a-f]{64}$/, what: "a key material ID of 64 hexadecimal digits" });
const accountName: Read<string> = (value, path) => {
  const name = text({ min: 1, max: 50 })(value, path);
  return name.trim() === name ? name : fail(path, "must not begin or end with white space");
};

const aliasName: Read<string> = (value, path) => {
  const name = text({ ...lengthOf("AliasNameType"), pattern: /^alias\/[a-zA-Z0-9/_-]+$/, what: "an alias name" })(
    value,
    path,
  );
  return name.length > aliasPrefix.length ? name : fail(path, "must have a name after alias/");
};

const policy: Read<string> = (value, path) => {
  const document = text({ min: 1, pattern: /^[\t\n\r\x20-\xff]+$/, what: "a key policy" })(value, path);
  if (encodeUtf8(document).length > quotas.policyBytes)
    return fail(path, `must have at most ${quotas.policyBytes} bytes`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(document);
  } catch {
    return fail(path, "is not JSON");
  }
  const hasStatements = typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, "Statement");
  return hasStatements ? document : fail(path, "is no policy document: it has no Statement");
};

const tagKey: Read<string> = (value, path) => {
  const key = text(lengthOf("TagKeyType"))(value, path);
  return key.toLowerCase().startsWith("aws:") ? fail(path, "must not begin with aws:") : key;
};

/** Longer than the public key of any key spec. */
const publicKeyBytes = 2_048;

export const recordReaders: { readonly [T in TableName]: Read<Records[T]> } = {
  keys: structure<Records["keys"]>({
    ...place,
    keyId,
    creationDate: time,
    description: text(lengthOf("DescriptionType")),
    keyManager: oneOf(enums.KeyManagerType),
    keySpec: oneOf(enums.KeySpec),
    keyUsage: oneOf(enums.KeyUsageType),
    keyState: oneOf(enums.KeyState),
    origin: oneOf(enums.OriginType),
    multiRegion: flag,
    materialId: { optional: materialId },
    publicKey: { optional: bytes(publicKeyBytes) },
    deletionDate: { optional: time },
  }),
  aliases: structure<Records["aliases"]>({
    ...place,
    aliasName,
    targetKeyId: { optional: keyId },
    creationDate: { optional: time },
    lastUpdatedDate: { optional: time },
  }),
  keyPolicies: structure<Records["keyPolicies"]>({ ...place, keyId, policy }),
  tags: structure<Records["tags"]>({ ...place, keyId, tagKey, tagValue: text(lengthOf("TagValueType")) }),
  accounts: structure<Records["accounts"]>({ account, name: accountName, enabledRegions: list(region) }),
  settings: structure<Records["settings"]>({ clockOffsetMs }),
};
