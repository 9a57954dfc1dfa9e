// Exports how a call becomes a CloudTrail record. Source: AWS KMS developer guide, "Log entries" pages; the member rules
// stand in this file once. Plaintext, messages, signatures, ciphertext and MACs are never logged.
import type { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateGrantOutput, KeyMetadata, OperationName } from "#kms/contract/types.gen.ts";
import type { Call } from "#kms/dispatch/call.ts";
import type { ServiceWork } from "#kms/dispatch/operation.ts";
import { type Requirement, resourceArn } from "#kms/policy/authorize.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import type { TrailEvent, TrailResource } from "./event.ts";
import { eventTime } from "./event-time.ts";
import { requestParameters } from "./request-parameters.ts";

/** What became of a call. `requirements` is empty when it failed before its resources were known. */
export interface Outcome {
  /**
   * Whether the operation changes anything; every other one, all cryptography included, is logged as readOnly. CloudTrail
   * counts GetParametersForImport among those (developer guide), and so the trail never holds its import token.
   */
  readonly changes: boolean;
  readonly requirements: readonly Requirement[];
  readonly output?: unknown;
  readonly error?: KmsError;
}

/** The CloudTrail record of an API call. `now` is epoch milliseconds, `newId` makes a UUID. */
export function callRecord(call: Call, made: Outcome, now: number, newId: () => string): TrailEvent {
  const outcome = { ...made, changes: made.changes && call.operation !== "GetParametersForImport" };
  const resources = [...outcome.requirements.flatMap(trailResource), ...createdKey(call, outcome)];
  return {
    eventVersion: "1.08",
    userIdentity: { type: "IAMUser", arn: call.principal, accountId: call.account },
    eventTime: eventTime(now),
    eventSource: "kms.amazonaws.com",
    eventName: call.operation,
    awsRegion: call.region,
    sourceIPAddress: "127.0.0.1",
    userAgent: call.userAgent ?? "KMS Sandbox console",
    ...(outcome.error ? { errorCode: outcome.error.code, errorMessage: outcome.error.message } : {}),
    // Of RetireGrant the grant itself is logged, not how the request named it (developer guide).
    requestParameters: call.operation === "RetireGrant" ? null : requestParameters(call),
    responseElements: outcome.error ? null : responseElements(call.operation, outcome),
    ...retiredGrant(call, outcome),
    requestID: newId(),
    eventID: newId(),
    readOnly: !outcome.changes,
    ...(resources.length > 0 ? { resources } : {}),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: call.account,
    eventCategory: "Management",
  };
}

/** The record of what KMS did of its own accord. */
export function serviceRecord(eventName: string, work: ServiceWork, now: number, newId: () => string): TrailEvent {
  return {
    eventVersion: "1.08",
    userIdentity: { type: "AWSService", accountId: work.account, invokedBy: "AWS Internal" },
    eventTime: eventTime(now),
    eventSource: "kms.amazonaws.com",
    eventName,
    awsRegion: work.region,
    sourceIPAddress: "AWS Internal",
    userAgent: "AWS Internal",
    requestParameters: null,
    // DeleteKey names its key here, RotateKey and DeleteExpiredKeyMaterial in their details (developer guide).
    responseElements: work.details || work.keyArns[0] === undefined ? null : { keyId: work.keyArns[0] },
    requestID: newId(),
    eventID: newId(),
    readOnly: false,
    resources: work.keyArns.map((ARN) => ({ accountId: work.account, type: "AWS::KMS::Key", ARN })),
    eventType: "AwsServiceEvent",
    ...(work.details ? { serviceEventDetails: work.details } : {}),
    managementEvent: true,
    recipientAccountId: work.account,
    eventCategory: "Management",
  };
}

function trailResource(requirement: Requirement): TrailResource[] {
  const ARN = resourceArn(requirement);
  if (ARN === undefined || requirement.logged === false || requirement.on === "any") return [];
  const { account } = "key" in requirement.on ? requirement.on.key : requirement.on.alias;
  return [{ accountId: account, type: "AWS::KMS::Key", ARN }];
}

/** The key that CreateKey made: no requirement names it, since it was not there when the call was authorised. */
function createdKey({ operation, account }: Call, { output }: Outcome): TrailResource[] {
  if (operation !== "CreateKey" || output === undefined) return [];
  const { Arn } = keyMetadataOf(output);
  return Arn === undefined ? [] : [{ accountId: account, type: "AWS::KMS::Key", ARN: Arn }];
}

/** Whoever may not retire a grant does not learn from the trail that it is there. */
function retiredGrant({ operation }: Call, outcome: Outcome): Pick<TrailEvent, "additionalEventData"> {
  if (operation !== "RetireGrant" || outcome.error) return {};
  const grant = outcome.requirements.find((requirement) => requirement.grant)?.grant;
  return grant ? { additionalEventData: { grantId: grant.grantId } } : {};
}

const keyMetadataOf = (output: unknown): KeyMetadata => (output as { readonly KeyMetadata: KeyMetadata }).KeyMetadata; // CreateKey answers nothing else

function responseElements(
  operation: OperationName,
  { changes, output, requirements }: Outcome,
): TrailEvent["responseElements"] {
  if (!changes) return null;
  if (operation === "CreateKey") return { keyMetadata: lowerNames(keyMetadataOf(output)) };
  // Since December 2022: operations without an answer still log the ARN of their key, and so does CreateGrant.
  const key = requirements.findLast(({ on }) => on !== "any" && "key" in on);
  const keyId = key && resourceArn(key);
  // The token of a new grant is not for the log.
  if (operation === "CreateGrant") return { grantId: (output as CreateGrantOutput).GrantId, keyId };
  if (isStructure(output)) return Object.keys(output).length === 0 ? null : lowerNames(output);
  return keyId === undefined ? null : { keyId };
}

/** Members with small first letters, however deep; without blobs. */
function lowerNames(structure: object): Record<string, unknown> {
  const members = Object.entries(structure).filter(([, value]) => !(value instanceof Uint8Array));
  return Object.fromEntries(members.map(([name, value]) => [lowerFirst(name), lowerValue(value)]));
}

function lowerValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerValue);
  return isStructure(value) ? lowerNames(value) : value;
}

const isStructure = (value: unknown): value is object => typeof value === "object" && value !== null;
