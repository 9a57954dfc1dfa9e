// Exports which algorithm a form uses, and which it offers: those of the key first, the others to see what KMS says to them.
import { algorithmsOf, type KeyRecord } from "#kms/index.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import { type AlgorithmField, enumValues } from "./field.ts";
import type { FormValues } from "./form-values.ts";
import { operationTable } from "./operation-table.ts";

/** The keys that the form's key fields lead to, by member; absent where they lead to none. */
export type FormKeys = Readonly<Record<string, KeyRecord | undefined>>;

export interface AlgorithmOffer {
  /** What the key can do, in AWS's order. */
  readonly ofKey: readonly string[];
  readonly others: readonly string[];
}

export function offerAlgorithms(operation: CryptoOperation, field: AlgorithmField, keys: FormKeys): AlgorithmOffer {
  const key = keys[field.keyMember];
  const all = enumValues(operation, field.member);
  const ofKey = key ? algorithmsOf(key).filter((algorithm) => all.includes(algorithm)) : [];
  return { ofKey, others: all.filter((algorithm) => !ofKey.includes(algorithm)) };
}

/**
 * The algorithm of each algorithm field, '' where it is left out of the request. One that was chosen stays; otherwise it is
 * the first of the key, and follows the key. SYMMETRIC_DEFAULT is what KMS takes anyway.
 */
export function algorithmsInEffect(
  operation: CryptoOperation,
  values: FormValues,
  keys: FormKeys,
): Record<string, string> {
  const inEffect: Record<string, string> = {};
  for (const field of operationTable[operation].fields) {
    if (field.kind !== "algorithm") continue;
    const first = offerAlgorithms(operation, field, keys).ofKey[0] ?? "";
    const byKey = field.isOptional && first === "SYMMETRIC_DEFAULT" ? "" : first;
    inEffect[field.member] = values.texts[field.member] ?? byKey;
  }
  return inEffect;
}
