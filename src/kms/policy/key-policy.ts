// Exports what a key policy is: the default ones, what KMS accepts, and whether it lets a caller in.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import { rootArn } from "#kms/model/arn.ts";
import { quotas } from "#kms/model/quota.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { matchesWildcard } from "./wildcard.ts";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly isConditional: boolean;
  readonly hasValidPrincipals: boolean;
}

/** The name of the only policy that a key has. */
export const policyName = "default";

/** The policy of a key that is created without one, with AWS's own white space. */
export function defaultKeyPolicy(account: string): string {
  return awsRendering({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: rootArn(account) },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

/** The policy of an AWS managed key: its service may use it for the account, the account may look at it. */
export function awsManagedKeyPolicy(account: string, region: string, service: string): string {
  return awsRendering({
    Version: "2012-10-17",
    Id: `auto-${service}-1`,
    Statement: [
      {
        Sid: `Allow access through ${service} for all principals in the account that are authorized to use it`,
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:CallerAccount": account, "kms:ViaService": `${service}.${region}.amazonaws.com` },
        },
      },
      {
        Sid: "Allow direct access to key metadata to the account",
        Effect: "Allow",
        Principal: { AWS: rootArn(account) },
        Action: ["kms:Describe*", "kms:Get*", "kms:List*"],
        Resource: "*",
      },
    ],
  });
}

/** JSON as KMS prints its own policies: `"key" : value`, and list brackets on the line of their neighbours. */
function awsRendering(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return `[ ${value.map((entry) => awsRendering(entry, indent)).join(", ")} ]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)} : ${awsRendering(member, inner)}`,
  );
  return `{\n${members.join(",\n")}\n${indent}}`;
}

/** Deeper than any policy AWS shows; what recurses into a policy can rely on it. */
const mostNesting = 20;

/**
 * Checks a policy that a request sends.
 * @param keyArn the key that it is for; undefined where that is still to be created
 * @param bypassLockoutCheck BypassPolicyLockoutSafetyCheck of the request
 * @throws KmsError LimitExceededException (over 32 KiB; Simulated: text not recorded) or MalformedPolicyDocumentException:
 * without a message when it is no policy at all, with AWS's text when a principal can be none (quoted) and when the caller
 * would lock itself out.
 */
export function requireValidPolicy(
  policy: string,
  caller: Caller,
  keyArn: string | undefined,
  bypassLockoutCheck: boolean,
): void {
  if (encodeUtf8(policy).length > quotas.policyBytes)
    throw new KmsError(
      "LimitExceededException",
      `The key policy document must not exceed ${quotas.policyBytes} bytes.`,
    );
  const statements = readStatements(policy);
  if (!statements) throw new KmsError("MalformedPolicyDocumentException");
  if (!statements.every(({ hasValidPrincipals }) => hasValidPrincipals))
    throw new KmsError(
      "MalformedPolicyDocumentException",
      "Policy contains a statement with one or more invalid principals.",
    );
  if (!bypassLockoutCheck && verdictOf(statements, caller, "PutKeyPolicy", keyArn) !== "Allow")
    throw new KmsError(
      "MalformedPolicyDocumentException",
      "The new key policy will not allow you to update the key policy in the future.",
    );
}

/**
 * What the stored policy of a key says of this caller and `action` (without `kms:`); undefined where it says nothing, so
 * that a grant may.
 */
export function policyVerdict(
  policy: string,
  caller: Caller,
  action: string,
  keyArn: string,
): Statement["Effect"] | undefined {
  return verdictOf(readStatements(policy) ?? [], caller, action, keyArn);
}

/**
 * A statement without Action or Resource is stored but has no effect. Simulated: one with a Condition or with Not... members
 * is taken as not matching, be it Allow or Deny; conditions are not evaluated.
 */
function verdictOf(
  statements: readonly Statement[],
  caller: Caller,
  action: string,
  keyArn: string | undefined,
): Statement["Effect"] | undefined {
  const matching = statements.filter(
    (statement) =>
      !statement.isConditional &&
      statement.principals.some((principal) => principalCovers(principal, caller)) &&
      statement.actions.some((pattern) => matchesWildcard(pattern, `kms:${action}`)) &&
      statement.resources.some((pattern) => pattern === "*" || (keyArn && matchesWildcard(pattern, keyArn))),
  );
  return matching.find(({ Effect }) => Effect === "Deny")?.Effect ?? matching[0]?.Effect;
}

function principalCovers(principal: string, caller: Caller): boolean {
  return [caller.principal, rootArn(caller.account), caller.account, "*"].includes(principal);
}

/** The statements of a policy document; undefined when the text is not one. */
function readStatements(policy: string): readonly Statement[] | undefined {
  if (nesting(policy) > mostNesting) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return undefined;
  }
  if (!isObject(document) || document.Statement === undefined || !hasOnly(document, documentElements)) return undefined;
  const list = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  const statements = list.map(readStatement);
  return statements.every((statement) => statement !== undefined) ? statements : undefined;
}

function readStatement(value: unknown): Statement | undefined {
  if (!isObject(value) || (value.Effect !== "Allow" && value.Effect !== "Deny")) return undefined;
  // A misspelt Condition must not become a statement without one.
  if (!hasOnly(value, statementElements)) return undefined;
  const principal = value.Principal;
  if (principal === undefined && value.NotPrincipal === undefined) return undefined;
  return {
    hasValidPrincipals: principal === undefined || isPrincipal(principal),
    Effect: value.Effect,
    principals: isObject(principal) ? texts(principal.AWS) : texts(principal),
    actions: texts(value.Action),
    resources: texts(value.Resource),
    isConditional: ["Condition", "NotPrincipal", "NotAction", "NotResource"].some(
      (member) => value[member] !== undefined,
    ),
  };
}

/** Source: IAM user guide, "IAM JSON policy elements reference". */
const documentElements: ReadonlySet<string> = new Set(["Version", "Id", "Statement"]);
const statementElements: ReadonlySet<string> = new Set([
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
]);

const hasOnly = (value: Record<string, unknown>, elements: ReadonlySet<string>): boolean =>
  Object.keys(value).every((name) => elements.has(name));

/** An account, an ARN of IAM or STS, a service, or everybody. Simulated: AWS also asks whether such a principal exists. */
function isPrincipal(principal: unknown): boolean {
  if (principal === "*") return true;
  if (!isObject(principal) || Object.keys(principal).length === 0) return false;
  const accounts = principal.AWS === undefined ? [] : texts(principal.AWS);
  const isEmpty = principal.AWS !== undefined && accounts.length === 0;
  return !isEmpty && accounts.every((one) => awsPrincipal.test(one));
}
const awsPrincipal = /^(?:\*|\d{12}|arn:aws:(?:iam|sts)::\d{12}:\S+)$/;

/** How deep brackets stand in each other, text in quotes left out. */
function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === "string");
