// Exports what the endpoint answers beside KMS: health, reset and clock. Simulated: AWS has no such paths.
import { KmsError } from "#kms/index.ts";
import { decodeUtf8 } from "#lib/bytes.ts";
import { FrontError } from "#protocol/error-answer.ts";
import { wireAnswer, wireRefusal } from "#protocol/wire-answer.ts";
import type { WireRequest, WireResponse } from "#protocol/wire-message.ts";
import { EndpointError } from "./endpoint-error.ts";
import type { Sandbox } from "./sandbox.ts";

export const sandboxPrefix = "/_sandbox/";

/** One move of the clock is 100 years at most: what falls due on the way is done before the answer. */
const maxAdvanceSeconds = 100 * 365 * 24 * 60 * 60;

const answers: Readonly<Record<string, (sandbox: Sandbox, body: Uint8Array) => object | Promise<object>>> = {
  "GET /_sandbox/health": health,
  async "POST /_sandbox/reset"(sandbox) {
    await sandbox.reset();
    return health(sandbox);
  },
  "GET /_sandbox/clock": clock,
  async "POST /_sandbox/clock"(sandbox, body) {
    await sandbox.advanceClock(readAdvance(body) * 1000);
    return clock(sandbox);
  },
};

/** Answers a request whose path begins with `sandboxPrefix`. Never rejects. */
export async function answerSandbox(sandbox: Sandbox, { method, path, body }: WireRequest): Promise<WireResponse> {
  const asked = `${method} ${path}`;
  const answer = Object.hasOwn(answers, asked) ? answers[asked] : undefined;
  if (!answer)
    return wireRefusal(
      new FrontError(404, "UnknownOperationException", `The sandbox answers ${Object.keys(answers).join(", ")}.`),
    );
  try {
    return wireAnswer(200, await answer(sandbox, body));
  } catch (error) {
    if (error instanceof KmsError) return wireRefusal(error);
    if (!(error instanceof EndpointError)) console.error(error);
    return wireRefusal(new KmsError("KMSInternalException", error instanceof EndpointError ? error.message : ""));
  }
}

function health(sandbox: Sandbox): object {
  return { status: "ok", ...sandbox.counts() };
}

function clock(sandbox: Sandbox): object {
  return { now: new Date(sandbox.now()).toISOString() };
}

/** @throws KmsError ValidationException for any body but `{"advanceSeconds": n}` */
function readAdvance(body: Uint8Array): number {
  const value = parsed(body);
  const [[name, seconds] = [], ...others] = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const isAdvance = name === "advanceSeconds" && others.length === 0 && Number.isSafeInteger(seconds);
  if (!isAdvance || seconds < 1 || seconds > maxAdvanceSeconds)
    throw new KmsError(
      "ValidationException",
      `The body must be {"advanceSeconds": n} with a whole number of seconds from 1 to ${maxAdvanceSeconds}.`,
    );
  return seconds;
}

/** Undefined when it is no JSON. */
function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(body) ?? "");
  } catch {
    return undefined;
  }
}
