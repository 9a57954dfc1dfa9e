// Exports answerRequest: one request of the code, answered by the sandbox through its protocol, and what the log shows of it.
import {
  type Call,
  type Caller,
  type Engine,
  explainKeyId,
  KmsError,
  parseKeyIdentifier,
  type World,
} from "#kms/index.ts";
import { createRequestHandler } from "#protocol/handle-request.ts";
import type { WireResponse } from "#protocol/wire-message.ts";
import { logCall } from "#store/call-log.ts";
import { refusedAddress, regionOfHost } from "./kms-host.ts";
import type { PlaygroundEnvironment, WorkerMessage } from "./messages.ts";

export interface NamedKey {
  /** KeyId, TargetKeyId ... */
  readonly member: string;
  /** As the request has it, its beginning when it is long; undefined when the key was found without, by the ciphertext. */
  readonly sent: string | undefined;
  /** The key it meant then; undefined when it led to none. */
  readonly key: { readonly account: string; readonly region: string; readonly keyId: string } | undefined;
}

export interface LoggedRequest {
  readonly operation: string;
  readonly region: string;
  readonly keys: readonly NamedKey[];
  readonly status: number;
  /** The error's code; undefined for an answer. */
  readonly error: string | undefined;
  readonly durationMs: number;
}

interface Answerer {
  readonly engine: Pick<Engine, "call">;
  /** As it is now. */
  world(): World;
}

type Request = Extract<WorkerMessage, { type: "request" }>;

interface Answered {
  readonly response: WireResponse;
  readonly log: LoggedRequest;
}

/** @throws TypeError for an address that is none of KMS's: the code's fetch rejects with it. */
export async function answerRequest(
  { engine, world }: Answerer,
  environment: PlaygroundEnvironment,
  { method, url, headers, body }: Request,
): Promise<Answered> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const region = address && regionOfHost(address);
  if (!address || region === undefined) throw new TypeError(refusedAddress(`A request to ${address?.host ?? url}`));
  const started = performance.now();
  let seen: Call | undefined;
  let keys: readonly NamedKey[] = [];
  const handle = createRequestHandler(
    {
      async call(call) {
        const asCall = call as unknown as Call; // a call of one operation is a call
        seen = asCall;
        // Before the call: UpdateAlias changes where its alias leads.
        keys = namedKeys(world(), asCall);
        const at = Date.now();
        const done = () => ({ at, durationMs: performance.now() - started, call: asCall });
        try {
          const output = await engine.call(call);
          if (keys.length === 0) keys = foundKey(output);
          logCall({ ...done(), output });
          return output;
        } catch (error) {
          if (error instanceof KmsError) logCall({ ...done(), error });
          throw error;
        }
      },
    },
    { defaultAccount: environment.account, defaultRegion: region },
  );
  const path = address.pathname + address.search;
  const response = await handle({ method, path, headers, body });
  const target = headers["x-amz-target"]?.split(".").at(-1);
  return {
    response,
    log: {
      operation: short(seen?.operation ?? target ?? method),
      region: short(seen?.region ?? region),
      keys,
      status: response.status,
      error: response.status === 200 ? undefined : errorCode(response.body),
      durationMs: performance.now() - started,
    },
  };
}

const keyMembers = ["KeyId", "SourceKeyId", "DestinationKeyId", "TargetKeyId", "AliasName"] as const;

/** Members that the walk of their own operation is not about: the one to ask for them. */
const explained: Readonly<Partial<Record<(typeof keyMembers)[number], Call["operation"]>>> = {
  SourceKeyId: "Decrypt",
  AliasName: "DescribeKey",
};

function namedKeys(world: World, call: Call): readonly NamedKey[] {
  const input: Partial<Record<string, unknown>> = { ...call.input };
  return keyMembers.flatMap((member) => {
    const sent = input[member];
    return typeof sent === "string"
      ? [{ member, sent: short(sent), key: keyMeant(world, call, explained[member] ?? call.operation, sent) }]
      : [];
  });
}

function keyMeant(world: World, caller: Caller, operation: Call["operation"], sent: string): NamedKey["key"] {
  const keyId = explainKeyId(world, caller, operation, sent).findLast((step) => step.keyId !== undefined)?.keyId;
  if (keyId === undefined) return undefined;
  const identifier = parseKeyIdentifier(sent);
  const { account, region } = "account" in identifier ? identifier : caller;
  return { account, region, keyId };
}

/** What the code has written is its own matter; what a table can show is not. */
function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

/** Decrypt by ciphertext alone: the answer says which key it was. */
function foundKey(output: unknown): readonly NamedKey[] {
  if (typeof output !== "object" || output === null || !("KeyId" in output)) return [];
  if (typeof output.KeyId !== "string") return [];
  const identifier = parseKeyIdentifier(output.KeyId);
  return identifier.form === "key ARN" ? [{ member: "KeyId", sent: undefined, key: identifier }] : [];
}

function errorCode(body: Uint8Array): string {
  const { __type: type }: { readonly __type?: unknown } = JSON.parse(new TextDecoder().decode(body)); // our own writing
  return typeof type === "string" ? type : "error";
}
