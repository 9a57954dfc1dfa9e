// Exports what becomes of something that was encrypted or signed earlier: what Decrypt, Verify or VerifyMac answer for it,
// by really calling them on a fork of the engine.
import {
  type ArtefactRecord,
  type Call,
  type EncryptionAlgorithmSpec,
  type Engine,
  KmsError,
  type KmsErrorCode,
  keyArn,
  type MacAlgorithmSpec,
  type OperationName,
  type SigningAlgorithmSpec,
} from "#kms/index.ts";
import { principalOf } from "#store/use-call.ts";

/** What is judged of an artefact: one of the bench, or one that was made on a fork for the moment. */
export type Artefact = Omit<ArtefactRecord, "artefactId" | "createdAt" | "label">;

export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: KmsErrorCode; readonly message: string };

export interface Outcomes {
  /** The call names the alias that the artefact was made through. */
  readonly byAlias: Outcome;
  /** The call names the ARN of the key that it was made under. */
  readonly byKeyArn: Outcome;
  /** The call names no key; undefined where it must name one. */
  readonly withoutKeyId: Outcome | undefined;
}

/** The calls that an artefact is judged by. */
export const ways = ["byAlias", "byKeyArn", "withoutKeyId"] as const satisfies readonly (keyof Outcomes)[];
export type Way = (typeof ways)[number];

/** What KMS answers for the artefact by the World that `fork` is on. Judging many things on one fork opens each key once. */
export async function outcomesOn(fork: Engine, artefact: Artefact): Promise<Outcomes> {
  const byAlias = await judge(fork, artefact, artefact.aliasName);
  const byKeyArn = await judge(fork, artefact, keyArn(artefact));
  const withoutKeyId = namesItsKey(artefact) ? await judge(fork, artefact, undefined) : undefined;
  return { byAlias, byKeyArn, withoutKeyId };
}

/** Only a symmetric ciphertext knows which key it was made under. */
const namesItsKey = ({ kind, algorithm }: Artefact): boolean =>
  kind === "dataKey" || (kind === "ciphertext" && algorithm === "SYMMETRIC_DEFAULT");

async function judge(fork: Engine, artefact: Artefact, keyId: string | undefined): Promise<Outcome> {
  try {
    await fork.call(callFor(artefact, keyId));
    return { ok: true };
  } catch (error) {
    if (error instanceof KmsError) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

/** The algorithm and the message of a record are of its kind: the engine took it only so, and holds the call against the contract. */
function callFor(artefact: Artefact, keyId: string | undefined): Call {
  const { account, region, kind, algorithm, message = new Uint8Array(), blob } = artefact;
  const call = <N extends OperationName>(operation: N, input: Call<N>["input"]): Call =>
    ({ account, region, principal: principalOf(account), operation, input }) as unknown as Call; // a call of one operation is a call
  switch (kind) {
    case "ciphertext":
    case "dataKey":
      return call("Decrypt", {
        CiphertextBlob: blob,
        ...(keyId === undefined ? {} : { KeyId: keyId }),
        ...(algorithm === undefined ? {} : { EncryptionAlgorithm: algorithm as EncryptionAlgorithmSpec }),
      });
    case "signature":
      return call("Verify", {
        KeyId: keyId ?? "",
        Message: message,
        MessageType: algorithm === "ED25519_PH_SHA_512" ? "DIGEST" : "RAW",
        Signature: blob,
        SigningAlgorithm: algorithm as SigningAlgorithmSpec,
      });
    case "mac":
      return call("VerifyMac", {
        KeyId: keyId ?? "",
        Message: message,
        Mac: blob,
        MacAlgorithm: algorithm as MacAlgorithmSpec,
      });
  }
}

export function isSameOutcome(one: Outcome | undefined, other: Outcome | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.ok ? other.ok : !other.ok && one.code === other.code && one.message === other.message;
}
