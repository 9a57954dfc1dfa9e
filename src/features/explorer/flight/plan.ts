// Exports planFlight: what happens to an application that calls one alias in Region after Region, hop by hop. The calls are
// really made, on a fork; how each of them finds its key is told by the engine.
import { createPace } from "#features/explorer/preview/pace.ts";
import { type Application, applicationOf, keyIdOf, type Use, usesOf } from "#features/explorer/preview/uses.ts";
import {
  type Caller,
  type Engine,
  explainKeyId,
  findAlias,
  findKey,
  type KeyRecord,
  type ResolutionStep,
  type ResolutionStepName,
  recordId,
  type World,
} from "#kms/index.ts";
import { principalOf } from "#store/use-call.ts";

export interface Hop {
  readonly step: "request" | ResolutionStepName | "answer";
  readonly status: "ok" | "failed";
  readonly text: string;
  /** What KMS answers, on the hop where the call fails. */
  readonly refusal?: string;
  /** The record ids of the alias and the key that the request has reached. */
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

interface Route {
  readonly account: string;
  /** As the application has it, with `alias/`. */
  readonly aliasName: string;
  /** In the order in which the application calls. */
  readonly regions: readonly string[];
}

/**
 * @param fork an engine on `world` that keeps nothing
 * @throws the reason of `signal` once it is aborted
 */
export async function planFlight(fork: Engine, world: World, route: Route, signal?: AbortSignal): Promise<Flight> {
  const { aliasName, regions, account } = route;
  const application = applicationFor(world, route);
  const pace = createPace(signal);
  const flown: { readonly leg: Leg; readonly use: Use }[] = [];
  for (const region of regions) {
    const caller = { account, region, principal: principalOf(account) };
    const [use] = await usesOf(fork, caller, aliasName, application, pace);
    if (use) flown.push({ use, leg: legOf(world, caller, aliasName, use) });
  }
  const { operation, algorithm } = flown[0]?.use ?? { operation: "Encrypt", algorithm: defaultAlgorithm };
  return { aliasName, operation, algorithm, legs: flown.map(({ leg }) => leg) };
}

const defaultAlgorithm = "SYMMETRIC_DEFAULT";

/** Written for the key of the first Region that has one: its usage, and the first of its algorithms. */
function applicationFor(world: World, { account, aliasName, regions }: Route): Application {
  for (const region of regions) {
    const key = keyBehind(world, { account, region }, aliasName);
    if (!key) continue;
    const application = applicationOf(key);
    return { ...application, algorithms: application.algorithms.slice(0, 1) };
  }
  return { algorithms: [defaultAlgorithm], usage: "ENCRYPT_DECRYPT", publicKey: undefined };
}

function keyBehind(
  world: World,
  place: { readonly account: string; readonly region: string },
  aliasName: string,
): KeyRecord | undefined {
  const keyId = findAlias(world, place, aliasName)?.targetKeyId;
  return keyId === undefined ? undefined : findKey(world, place, keyId);
}

function legOf(world: World, caller: Caller, aliasName: string, { operation, algorithm, answer }: Use): Leg {
  const { region } = caller;
  const request: Hop = {
    step: "request",
    status: "ok",
    text: `The application calls ${operation} with ${algorithm} on ${aliasName} in ${region}.`,
    nodeIds: [],
  };
  const steps = explainKeyId(world, caller, operation, aliasName).filter(({ status }) => status !== "skipped");
  const failure = steps.findIndex(({ error }) => error);
  const reached = failure < 0 ? steps : steps.slice(0, failure + 1);
  const hops = [request, ...reached.map((step) => hopOf(step, caller, aliasName))];
  if (answer.ok) {
    const keyId = keyIdOf(answer.keyArn);
    hops.push({
      step: "answer",
      status: "ok",
      text: `KMS answers: ${operation} used key ${keyId} in ${region}.`,
      nodeIds: [recordId(caller, aliasName), recordId(caller, keyId)],
    });
  } else if (failure < 0) {
    // Mostly: the key is one for the operation, but not for the algorithm that the application is written for.
    hops.push({
      step: "answer",
      status: "failed",
      text: `KMS refuses ${operation} with ${algorithm} on this key.`,
      refusal: refusalOf(answer),
      nodeIds: hops.at(-1)?.nodeIds ?? [],
    });
  }
  return { region, hops, isAnswered: answer.ok };
}

function hopOf({ step, status, text, error, keyId }: ResolutionStep, caller: Caller, aliasName: string): Hop {
  const isFound = keyId !== undefined;
  const alias = isFound ? [recordId(caller, aliasName)] : [];
  const key = isFound && step !== "alias" ? [recordId(caller, keyId)] : [];
  return {
    step,
    status: status === "failed" ? "failed" : "ok",
    text,
    ...(error ? { refusal: refusalOf(error) } : {}),
    nodeIds: [...alias, ...key],
  };
}

function refusalOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return message ? `${code}: ${message}` : code;
}
