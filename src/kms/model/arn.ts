// Exports the ARNs of keys, aliases and principals, and how a key identifier of a request is read.
import type { Place } from "#kms/state/id.ts";

/** China and GovCloud are other partitions and are not simulated. */
const partition = "aws";

export function keyArn(key: Place & { readonly keyId: string }): string {
  return `arn:${partition}:kms:${key.region}:${key.account}:key/${key.keyId}`;
}

/** `aliasName` is the full name; an alias ARN ends in it. */
export function aliasArn(alias: Place & { readonly aliasName: string }): string {
  return `arn:${partition}:kms:${alias.region}:${alias.account}:${alias.aliasName}`;
}

export function rootArn(account: string): string {
  return `arn:${partition}:iam::${account}:root`;
}

/** The four forms of a KeyId, and what is none of them. */
export type KeyIdentifier =
  | { readonly form: "key ID"; readonly keyId: string }
  | { readonly form: "key ARN"; readonly keyId: string; readonly account: string; readonly region: string }
  | { readonly form: "alias name"; readonly aliasName: string }
  | { readonly form: "alias ARN"; readonly aliasName: string; readonly account: string; readonly region: string }
  /** `region` is there when it is an ARN of KMS whose resource is no key and no alias. */
  | { readonly form: "unknown"; readonly region?: string };

const keyIdPattern = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/i;
const arnPattern = /^arn:aws:kms:([a-z0-9-]+):(\d{12}):(.+)$/;

/** Reads a KeyId; a key ID may be written in any letter case and is answered in lower case (as AWS stores it). */
export function parseKeyIdentifier(text: string): KeyIdentifier {
  if (text.startsWith("alias/")) return { form: "alias name", aliasName: text };
  if (keyIdPattern.test(text)) return { form: "key ID", keyId: text.toLowerCase() };
  const arn = arnPattern.exec(text);
  if (!arn) return { form: "unknown" };
  const [, region = "", account = "", resource = ""] = arn;
  if (resource.startsWith("alias/")) return { form: "alias ARN", aliasName: resource, account, region };
  const keyId = resource.startsWith("key/") ? resource.slice("key/".length) : "";
  return keyIdPattern.test(keyId)
    ? { form: "key ARN", keyId: keyId.toLowerCase(), account, region }
    : { form: "unknown", region };
}
