// Exports what a key policy is: the default ones, what KMS accepts, and whether it lets a caller in.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import { rootArn } from "#kms/model/arn.ts";
import { quotas } from "#kms/model/quota.ts";
import { encodeUtf8 } from "#lib/bytes.ts";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly isConditional: boolean;
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

/**
 * Checks a policy that a request sends.
 * @param bypassLockoutCheck BypassPolicyLockoutSafetyCheck of the request
 * @throws KmsError LimitExceededException (over 32 KiB; Simulated: text not recorded) or MalformedPolicyDocumentException:
 * without a message when it is no policy at all, with AWS's text when the caller would lock itself out.
 */
export function requireValidPolicy(policy: string, caller: Caller, bypassLockoutCheck: boolean): void {
  if (encodeUtf8(policy).length > quotas.policyBytes)
    throw new KmsError(
      "LimitExceededException",
      `The key policy document must not exceed ${quotas.policyBytes} bytes.`,
    );
  const statements = readStatements(policy);
  if (!statements) throw new KmsError("MalformedPolicyDocumentException");
  if (!bypassLockoutCheck && !isAllowed(statements, caller, "PutKeyPolicy"))
    throw new KmsError(
      "MalformedPolicyDocumentException",
      "The new key policy will not allow you to update the key policy in the future.",
    );
}

/** Whether a stored key policy lets this caller perform `action` (without `kms:`) by itself. */
export function allowsAccount(policy: string, caller: Caller, action: string): boolean {
  const statements = readStatements(policy);
  return statements !== undefined && isAllowed(statements, caller, action);
}

/** Simulated: a statement with a Condition or with Not... members is taken as not matching; conditions are not evaluated. */
function isAllowed(statements: readonly Statement[], caller: Caller, action: string): boolean {
  const matching = statements.filter(
    (statement) =>
      !statement.isConditional &&
      statement.principals.some((principal) => principalCovers(principal, caller)) &&
      statement.actions.some((pattern) => actionCovers(pattern, action)),
  );
  return matching.some(({ Effect }) => Effect === "Allow") && !matching.some(({ Effect }) => Effect === "Deny");
}

function principalCovers(principal: string, caller: Caller): boolean {
  return [caller.principal, rootArn(caller.account), caller.account, "*"].includes(principal);
}

function actionCovers(pattern: string, action: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "i").test(`kms:${action}`);
}

/** The statements of a policy document; undefined when the text is not one. */
function readStatements(policy: string): readonly Statement[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return undefined;
  }
  if (!isObject(document) || document.Statement === undefined) return undefined;
  const list = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  const statements = list.map(readStatement);
  return statements.every((statement) => statement !== undefined) ? statements : undefined;
}

function readStatement(value: unknown): Statement | undefined {
  if (!isObject(value) || (value.Effect !== "Allow" && value.Effect !== "Deny")) return undefined;
  const principal = value.Principal;
  if (principal === undefined && value.NotPrincipal === undefined) return undefined;
  return {
    Effect: value.Effect,
    principals: isObject(principal) ? texts(principal.AWS) : texts(principal),
    actions: texts(value.Action),
    isConditional: ["Condition", "NotPrincipal", "NotAction", "NotResource"].some(
      (member) => value[member] !== undefined,
    ),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === "string");
