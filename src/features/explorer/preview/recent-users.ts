// Exports who has used an alias or a key lately, as the trail tells it: those who will notice a change first.
import { aliasArn, type Place, type SandboxEvent, type TrailEvent } from "#kms/index.ts";

export interface RecentUser {
  /** The ARN of the principal. */
  readonly principal: string;
  /** The account that it calls from. */
  readonly account: string;
  /** What it called, in the order in which each was called last. */
  readonly operations: readonly string[];
  readonly calls: number;
  /** ISO 8601, sandbox time. */
  readonly lastUsed: string;
}

/** The parameters in which a request names the key that it uses. Calls that manage an alias name it otherwise. */
const keyParameters = ["keyId", "sourceKeyId", "destinationKeyId"] as const;

const uses: ReadonlySet<string> = new Set([
  ...["Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"],
  ...["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "Sign", "Verify", "GetPublicKey"],
  ...["GenerateMac", "VerifyMac", "DeriveSharedSecret", "Encapsulate", "Decapsulate"],
]);

interface Used {
  /** Full names of the aliases. */
  readonly aliasNames: readonly string[];
  /** ARNs of keys; a call that named such a key in any way, an alias included, used it. */
  readonly keyArns: readonly string[];
}

/**
 * Who has called with one of the aliases, or used one of the keys, and got an answer.
 * @param events newest first
 */
export function recentUsers(
  events: readonly (TrailEvent | SandboxEvent)[],
  place: Place,
  { aliasNames, keyArns }: Used,
): readonly RecentUser[] {
  const names = new Set(aliasNames);
  const arns = new Set(aliasNames.map((aliasName) => aliasArn({ ...place, aliasName })));
  const keys = new Set(keyArns);
  const users = new Map<string, RecentUser>();
  for (const event of events) {
    if (!("eventName" in event) || !uses.has(event.eventName) || event.errorCode !== undefined) continue;
    if (event.awsRegion !== place.region) continue;
    // A bare alias name means an alias of the caller's own account; other accounts name it by its ARN.
    const isOwn = event.recipientAccountId === place.account;
    const isNamed = keyParameters.some((parameter) => {
      const named = String(event.requestParameters?.[parameter]);
      return arns.has(named) || (isOwn && names.has(named));
    });
    if (!isNamed && !event.resources?.some(({ ARN }) => keys.has(ARN))) continue;
    const principal = event.userIdentity.arn ?? event.userIdentity.type;
    const known = users.get(principal);
    users.set(principal, {
      principal,
      account: event.recipientAccountId,
      operations: [...new Set([...(known?.operations ?? []), event.eventName])],
      calls: (known?.calls ?? 0) + 1,
      lastUsed: known?.lastUsed ?? event.eventTime,
    });
  }
  return [...users.values()];
}
