// Exports how the values in the records of a file are read. Lengths and patterns are those of the contract, where it has them.
import {
  accountIdPattern,
  aliasPrefix,
  findRegion,
  latestTime,
  parseKeyIdentifier,
  quotas,
  shapes,
} from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { bytes, fail, type Read, shown, text, wholeNumber } from "./fields.ts";

/** The last moment that a Date can hold. */
const lastTime = 8.64e15;

/** A text as the contract's string shape of this name allows it, so that lengths and patterns stand there alone. */
export function shaped(name: string): Read<string> {
  const shape = shapes[name];
  invariant(shape?.type === "string", `the contract has a string shape ${name}`);
  const { min, max, pattern } = shape;
  return text({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    // The model's patterns are searches; the engine matches the whole value.
    ...(pattern === undefined ? {} : { pattern: new RegExp(`^(?:${pattern})$`, "u"), what: `a ${name} of AWS KMS` }),
  });
}

export const time = wholeNumber(0, lastTime);
/** How far a sandbox clock may be ahead: told by the real time of now, it must not pass the end of the clock. */
export const clockOffsetMs: Read<number> = (value, path) => wholeNumber(0, latestTime - Date.now())(value, path);
export const account = text({ pattern: accountIdPattern, what: "an account ID of 12 digits" });
export const region: Read<string> = (value, path) =>
  typeof value === "string" && findRegion(value) ? value : fail(path, `must be a Region, not ${shown(value)}`);
export const keyId: Read<string> = (value, path) => {
  const identifier = typeof value === "string" ? parseKeyIdentifier(value) : undefined;
  return identifier?.form === "key ID" && identifier.keyId === value
    ? identifier.keyId
    : fail(path, `must be a key ID in lower case, not ${shown(value)}`);
};
export const artefactId = text({
  pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  what: "a UUID in lower case",
});
export const materialId = text({ pattern: /^[0-9a-f]{64}$/, what: "a key material ID of 64 hexadecimal digits" });
export const grantId = text({ pattern: /^[0-9a-f]{64}$/, what: "a grant ID of 64 hexadecimal digits" });
export const importId = text({ pattern: /^[0-9a-f]{32}$/, what: "32 hexadecimal digits" });
export const customKeyStoreId = text({ pattern: /^cks-[0-9a-f]{17}$/, what: "a custom key store ID" });
export const accountName: Read<string> = (value, path) => {
  const name = text({ min: 1, max: 50 })(value, path);
  return name.trim() === name ? name : fail(path, "must not begin or end with white space");
};

export const aliasName: Read<string> = (value, path) => {
  const name = shaped("AliasNameType")(value, path);
  // The contract's pattern has the colon, which the service refuses all the same.
  if (!/^alias\/[^:]*$/.test(name)) fail(path, `must be an alias name, not ${shown(name)}`);
  return name.length > aliasPrefix.length ? name : fail(path, "must have a name after alias/");
};

export const policy: Read<string> = (value, path) => {
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

export const tagKey: Read<string> = (value, path) => {
  const key = shaped("TagKeyType")(value, path);
  return key.toLowerCase().startsWith("aws:") ? fail(path, "must not begin with aws:") : key;
};

/** Longer than the public key of any key spec. */
export const publicKey = bytes(2_624);
