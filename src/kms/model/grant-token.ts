// Exports grant tokens: a new one with each answer of CreateGrant, all of them naming the same grant. They are for the time
// until a new grant is known everywhere; here it is known at once, so a token never changes what a caller may do.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Call } from "#kms/dispatch/call.ts";
import type { GrantRecord } from "#kms/state/records.ts";
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";
import { concatBytes, decodeUtf8, encodeHex, encodeUtf8 } from "#lib/bytes.ts";

/** What a token says: the grant, and the key and Region that it is on. */
type NamedGrant = Pick<GrantRecord, "account" | "region" | "keyId" | "grantId">;

/** Tokens of AWS begin with these bytes and the digits of the grant ID. Simulated: what follows is our own. */
const header = Uint8Array.of(0x01, 0x0a, 0x40);
const content =
  /^([0-9a-f]{64})(\d{12})\/([a-z0-9-]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})\/[0-9a-f]{32}$/;

export function newGrantToken(grant: NamedGrant, random: (length: number) => Uint8Array): string {
  const { grantId, account, region, keyId } = grant;
  const text = `${grantId}${account}/${region}/${keyId}/${encodeHex(random(16))}`;
  return encodeBase64(concatBytes(header, encodeUtf8(text)));
}

/**
 * The grant that a token names, whether it is still there or not.
 * @throws KmsError InvalidGrantTokenException for a text that is no token of this Region (Simulated: text not recorded).
 */
export function readGrantToken(token: string, callerRegion: string): NamedGrant {
  const bytes = decodeBase64(token);
  const isHeaded = bytes !== undefined && header.every((byte, i) => bytes[i] === byte);
  const parts = isHeaded ? content.exec(decodeUtf8(bytes.subarray(header.length)) ?? "") : null;
  const [, grantId = "", account = "", region = "", keyId = ""] = parts ?? [];
  if (!parts || region !== callerRegion)
    throw new KmsError("InvalidGrantTokenException", "The grant token is not valid.");
  return { account, region, keyId, grantId };
}

/**
 * Looks at the GrantTokens of any request.
 * @throws KmsError InvalidGrantTokenException for one that is no token; never for DescribeKey, whose contract does not have
 * that answer.
 */
export function requireGrantTokens({ operation, region, input }: Call): void {
  if (operation === "DescribeKey" || !("GrantTokens" in input)) return;
  for (const token of input.GrantTokens ?? []) readGrantToken(token, region);
}
