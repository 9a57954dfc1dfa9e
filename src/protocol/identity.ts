// Exports who calls and where, as the signature of a request says it.
import { accountIdPattern, type Caller } from "#kms/index.ts";
import { FrontError } from "./error-answer.ts";

export interface CallerDefaults {
  readonly defaultAccount: string;
  readonly defaultRegion: string;
}

const credentialScope =
  /^AWS4-HMAC-SHA256 (?:.*[ ,])?Credential=([^/, ]+)\/\d{8}\/([^/, ]+)\/[^/, ]+\/aws4_request(?:[, ]|$)/;

/**
 * Reads account and Region from the credential scope of a Signature Version 4 `Authorization` header: an access key ID of
 * 12 digits names the account. Without a header, the defaults.
 * Simulated: no secret exists, so the signature itself is not checked, and an unsigned request is not refused.
 * @throws FrontError IncompleteSignatureException for a header that is no SigV4 header.
 */
export function callerOf(authorization: string | undefined, defaults: CallerDefaults): Caller {
  if (authorization === undefined) return callerIn(defaults.defaultAccount, defaults.defaultRegion);
  const [, accessKeyId, region] = credentialScope.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined)
    throw new FrontError(
      400,
      "IncompleteSignatureException",
      "The Authorization header must be AWS4-HMAC-SHA256 Credential=<access key ID>/<date>/<Region>/kms/aws4_request, ...",
    );
  return callerIn(accountIdPattern.test(accessKeyId) ? accessKeyId : defaults.defaultAccount, region);
}

function callerIn(account: string, region: string): Caller {
  return { account, region, principal: `arn:aws:iam::${account}:user/Admin` };
}
