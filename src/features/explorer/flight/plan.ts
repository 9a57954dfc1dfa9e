// Exports planFlight: what happens to an application that calls one alias in Region after Region, hop by hop. The calls are
// really made, on a fork; how each of them finds its key is told by the engine.
import { gapId, nameId } from "#features/explorer/model/layout.ts";
import { createPace } from "#features/explorer/preview/pace.ts";
import { keyIdOf, type Use, usesOf } from "#features/explorer/preview/uses.ts";
import {
  aliasArn,
  type Caller,
  type Engine,
  explainKeyId,
  keyArn,
  type ResolutionStep,
  type ResolutionStepName,
  recordId,
  type World,
} from "#kms/index.ts";
import { principalOf } from "#store/use-call.ts";
import { applicationFor, operationFacts, type Route } from "./application.ts";

export interface Hop {
  readonly step: "request" | ResolutionStepName | "answer";
  readonly status: "ok" | "failed";
  readonly text: string;
  /** What KMS answers, on the hop where the call fails. */
  readonly refusal?: string;
  /** What the request has come through, by the ids of the map; last where it is now. */
  readonly nodeIds: readonly string[];
}

/** The call in one Region. */
export interface Leg {
  readonly region: string;
  readonly hops: readonly Hop[];
  readonly isAnswered: boolean;
}

export interface Flight {
  readonly aliasName: string;
  /** The same in every Region: an application is written once. */
  readonly operation: Use["operation"];
  readonly algorithm: string;
  readonly legs: readonly Leg[];
}

/**
 * @param fork an engine on `world` that keeps nothing
 * @throws the reason of `signal` once it is aborted
 */
export async function planFlight(fork: Engine, world: World, route: Route, signal?: AbortSignal): Promise<Flight> {
  const { aliasName, regions, account } = route;
  const { operation, algorithm, application } = applicationFor(world, route);
  const pace = createPace(signal);
  const legs: Leg[] = [];
  for (const region of regions) {
    const caller = { account, region, principal: principalOf(account) };
    const uses = await usesOf(fork, caller, aliasName, application, pace);
    for (const use of uses) legs.push(legOf(world, caller, aliasName, use));
  }
  return { aliasName, operation, algorithm, legs };
}

/** These say nothing new of an alias in one's own account, as long as they pass. */
const toldOnFailure: ReadonlySet<ResolutionStepName> = new Set(["form", "place", "access"]);

function legOf(world: World, caller: Caller, aliasName: string, { operation, algorithm, answer }: Use): Leg {
  const { region } = caller;
  const steps = explainKeyId(world, caller, operation, aliasName);
  const failure = steps.findIndex(({ error }) => error);
  const reached = failure < 0 ? steps : steps.slice(0, failure + 1);
  const told = reached.filter(
    ({ step, status }) => status === "failed" || (status === "ok" && !toldOnFailure.has(step)),
  );
  const { member, result } = operationFacts[operation];
  const refusal = answer.ok ? undefined : refusalOf(answer);
  const hops: Hop[] = [
    {
      step: "request",
      status: "ok",
      text: `The application calls ${operation} in ${region} with KeyId ${aliasName} and ${member} ${algorithm}.`,
      nodeIds: [nameId(aliasName)],
    },
    ...told.map((step): Hop => hopOf(step, caller, aliasName, step.error ? refusal : undefined)),
  ];
  if (answer.ok) {
    const made = answer.blob ? ` and ${result} of ${answer.blob.length} bytes` : "";
    hops.push({
      step: "answer",
      status: "ok",
      text: `${operation} with ${algorithm} answers with KeyId ${answer.keyArn}${made}.`,
      nodeIds: wayTo(caller, aliasName, keyIdOf(answer.keyArn)),
    });
  } else if (failure < 0) {
    // Mostly: the key is one for the operation, but not for the algorithm that the application is written for.
    hops.push({
      step: "answer",
      status: "failed",
      text: `KMS refuses ${operation} with ${algorithm} on this key.`,
      ...(refusal === undefined ? {} : { refusal }),
      nodeIds: hops.at(-1)?.nodeIds ?? [],
    });
  }
  return { region, hops, isAnswered: answer.ok };
}

function hopOf(
  { step, status, text, keyId }: ResolutionStep,
  caller: Caller,
  aliasName: string,
  refusal: string | undefined,
): Hop {
  const isOk = status === "ok";
  return {
    step,
    status: isOk ? "ok" : "failed",
    text: (isOk && foundText(step, caller, aliasName, keyId)) || text,
    ...(refusal === undefined ? {} : { refusal }),
    nodeIds: nodesOf(step, isOk, caller, aliasName, keyId),
  };
}

/** Names alone mean another alias and another key in each Region; ARNs tell which. */
function foundText(
  step: ResolutionStepName,
  caller: Caller,
  aliasName: string,
  keyId: string | undefined,
): string | undefined {
  const alias = aliasArn({ ...caller, aliasName });
  if (step === "alias") return `The name holds no Region. In ${caller.region} it means ${alias}.`;
  if (step === "key" && keyId !== undefined) return `${alias} points to ${keyArn({ ...caller, keyId })}.`;
  return undefined;
}

function nodesOf(
  step: ResolutionStepName,
  isOk: boolean,
  caller: Caller,
  aliasName: string,
  keyId: string | undefined,
): readonly string[] {
  if (keyId !== undefined && step !== "alias") return wayTo(caller, aliasName, keyId);
  if (step === "alias" && !isOk) return [nameId(aliasName), gapId(caller.region, aliasName)];
  if (step === "alias" || step === "key") return [nameId(aliasName), recordId(caller, aliasName)];
  return [nameId(aliasName)];
}

const wayTo = (caller: Caller, aliasName: string, keyId: string): readonly string[] => [
  nameId(aliasName),
  recordId(caller, aliasName),
  recordId(caller, keyId),
];

function refusalOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return message ? `${code}: ${message}` : code;
}
