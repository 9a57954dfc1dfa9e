// Exports how a KeyId is resolved, told step by step: the walk and the checks of a call itself, each with a plain sentence.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { OperationName } from "#kms/contract/types.gen.ts";
import { validateInput } from "#kms/contract/validate.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import { accessRefusal } from "#kms/policy/authorize.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { describeForm, describeLookUp, describePlace, notNeeded, notReached } from "./explain-key-id-text.ts";
import { stateRefusal } from "./key-state.ts";
import { usageRefusal } from "./key-usage.ts";
import { isMadeOnDescribe, type KeyWalk, walkKeyId } from "./resolve-key.ts";

export type ResolutionStepName = "form" | "place" | "alias" | "key" | "access" | "state" | "usage";

export interface ResolutionStep {
  readonly step: ResolutionStepName;
  readonly status: "ok" | "failed" | "skipped";
  /** A plain sentence or two, without mark-up. */
  readonly text: string;
  /** What the call answers; on one step at most, the one that decides. */
  readonly error?: KmsError;
  /** The key that has been reached with this step. */
  readonly keyId?: string;
}

const order = ["form", "place", "alias", "key", "access", "state", "usage"] as const;

/**
 * All seven steps in the order in which people think of them: form, account and Region, alias, key, access, key state, key
 * usage. KMS itself judges usage before state (GetPublicKey: after it), so where both fail the error is on the one that
 * decides. For ReEncrypt it is about DestinationKeyId, for CreateAlias and UpdateAlias about TargetKeyId. Throws nothing.
 */
export function explainKeyId(
  world: World,
  caller: Caller,
  operation: OperationName,
  keyId: string,
): readonly ResolutionStep[] {
  const invalid = contractRefusal(keyId);
  if (invalid) return after("form", [{ step: "form", status: "failed", text: invalid.message, error: invalid }]);
  const walk = walkKeyId(world, caller, operation, keyId);
  const steps = walkSteps(world, caller, operation, keyId, walk);
  const last = steps.at(-1);
  if (!walk.key || last?.status === "failed") return after(last?.step ?? "form", steps);
  return after("usage", [...steps, ...checkSteps(world, caller, operation, walk.key)]);
}

/** Simulated: worded for a member named KeyId, whatever the operation calls it. */
function contractRefusal(keyId: string): KmsError | undefined {
  try {
    validateInput("DescribeKey", { KeyId: keyId });
    return undefined;
  } catch (error) {
    if (error instanceof KmsError) return error;
    throw error;
  }
}

function walkSteps(
  world: World,
  caller: Caller,
  operation: OperationName,
  keyId: string,
  walk: KeyWalk,
): ResolutionStep[] {
  const texts = {
    form: describeForm(world, caller, operation, keyId, walk),
    place: describePlace(caller, operation, walk),
    ...describeLookUp(caller, operation, walk),
  };
  const steps: ResolutionStep[] = [];
  for (const step of ["form", "place", "alias", "key"] as const) {
    const text = texts[step];
    if (step === "key" && isMadeOnDescribe(caller, operation, walk)) {
      steps.push({ step, status: "ok", text });
    } else if (walk.stop?.step === step) {
      steps.push({ step, status: "failed", text, error: walk.stop.error });
      break;
    } else {
      const isSkipped = step === "alias" && !walk.alias;
      const reached = step === "key" || step === "alias" ? walk.key?.keyId : undefined;
      const found = reached === undefined || isSkipped ? {} : { keyId: reached };
      steps.push({ step, status: isSkipped ? "skipped" : "ok", text, ...found });
    }
  }
  return steps;
}

function checkSteps(world: World, caller: Caller, operation: OperationName, key: KeyRecord): ResolutionStep[] {
  const { keyId } = key;
  const action = operation === "ReEncrypt" ? "ReEncryptTo" : operation;
  const denied = accessRefusal(world, caller, { action, on: { key } });
  if (denied) return [{ step: "access", status: "failed", text: accessText(caller, key, false), error: denied, keyId }];
  const [state, usage] = [stateRefusal(operation, key), usageRefusal(operation, key)];
  const deciding = operation === "GetPublicKey" ? (state ?? usage) : (usage ?? state);
  const judged = (step: "state" | "usage", refusal: KmsError | undefined, text: string): ResolutionStep => ({
    step,
    status: refusal ? "failed" : "ok",
    text:
      refusal && refusal !== deciding ? `${text} KMS answers with its other refusal, which it comes upon first.` : text,
    ...(refusal && refusal === deciding ? { error: refusal } : {}),
    keyId,
  });
  const works = (refusal: KmsError | undefined) => (refusal ? "refuses" : "takes");
  return [
    { step: "access", status: "ok", text: accessText(caller, key, true), keyId },
    judged("state", state, `The key is ${key.keyState}; ${operation} ${works(state)} a key in that state.`),
    judged("usage", usage, `It is a ${key.keySpec} key for ${key.keyUsage}; ${operation} ${works(usage)} such a key.`),
  ];
}

function accessText(caller: Caller, key: KeyRecord, isAllowed: boolean): string {
  if (key.account !== caller.account)
    return isAllowed
      ? `The key belongs to account ${key.account}, and its key policy lets account ${caller.account} do this.`
      : `The key belongs to account ${key.account}, and its key policy does not let account ${caller.account} do this.`;
  if (key.keyManager !== "AWS")
    return "The key is a customer managed key of the caller's own account, whose administrator calls.";
  return isAllowed
    ? "The key is an AWS managed key of the account: anyone in it may look at it."
    : "The key is an AWS managed key: the account may look at it, but only the AWS service that owns it may use or change it.";
}

/** The steps with those that were not reached, or, after a success, not needed. */
function after(last: ResolutionStepName, steps: readonly ResolutionStep[]): readonly ResolutionStep[] {
  const text = steps.some(({ status }) => status === "failed") ? notReached : notNeeded;
  const rest = order.slice(order.indexOf(last) + 1);
  return [...steps, ...rest.map((step): ResolutionStep => ({ step, status: "skipped", text }))];
}
