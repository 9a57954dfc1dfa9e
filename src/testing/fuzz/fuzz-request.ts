// Exports the next request of a session: mostly one that a client might send, often spoiled, now and then no request at all.
import { contract, defaultRegions, type KeyMetadata, type OperationName } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import type { WireRequest } from "#protocol/wire-message.ts";
import { homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";
import type { Dice } from "./dice.ts";
import { breakRequest, spoil } from "./hostile.ts";
import type { Input, Memory } from "./memory.ts";
import { plausibleInput } from "./plausible-input.ts";

export interface FuzzRequest {
  readonly operation: OperationName;
  /** What the body says, unless the request was broken or spoiled. */
  readonly input: Input | undefined;
  readonly request: WireRequest;
}

const operations = Object.keys(contract) as readonly OperationName[]; // the keys of the table are the operations

/** Sent once in so many draws only: what searches for RSA primes, and what takes away the keys that the session lives on. */
const drawnAgain: Partial<Record<OperationName, number>> = {
  GetParametersForImport: 4,
  ScheduleKeyDeletion: 3,
  DisableKey: 3,
};
/** Sent more often than the others: what gives the session something to work with. */
const drawnMore: readonly OperationName[] = [
  "CreateKey",
  "CreateKey",
  "CreateAlias",
  "CreateGrant",
  "EnableKey",
  "Encrypt",
];

export function nextRequest(memory: Memory, dice: Dice): FuzzRequest {
  const operation = nextOperation(dice);
  const { input, key } = plausibleInput(operation, memory, dice);
  const isSpoiled = dice.oneIn(4);
  const isBroken = dice.oneIn(12);
  const request: WireRequest = {
    method: "POST",
    path: "/",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `TrentService.${operation}`,
      authorization: signature(key, dice),
    },
    body: encodeUtf8(JSON.stringify(isSpoiled ? spoil(input, dice) : input) ?? ""),
  };
  return {
    operation,
    input: isSpoiled || isBroken ? undefined : input,
    request: isBroken ? breakRequest(request, dice) : request,
  };
}

function nextOperation(dice: Dice): OperationName {
  for (;;) {
    const operation = dice.pick([...operations, ...drawnMore]);
    if (dice.oneIn(drawnAgain[operation] ?? 1)) return operation;
  }
}

/** Mostly of the account and Region where the key is. */
function signature(key: KeyMetadata | undefined, dice: Dice): string {
  const [, , , keyRegion = homeRegion] = key?.Arn?.split(":") ?? [];
  const account = dice.oneIn(12) ? otherAccount : (key?.AWSAccountId ?? homeAccount);
  const region = dice.oneIn(12) ? dice.pick(["eu-west-1", "us-west-2", ...defaultRegions]) : keyRegion;
  return `AWS4-HMAC-SHA256 Credential=${account}/20260115/${region}/kms/aws4_request, SignedHeaders=host, Signature=0`;
}
