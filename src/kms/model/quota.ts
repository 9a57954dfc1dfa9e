// Exports the quotas that KMS enforces. Source: AWS KMS developer guide, "Resource quotas".
import { KmsError } from "#kms/contract/kms-error.ts";

export const quotas = {
  customerKeysPerRegion: 100_000,
  aliasesPerKey: 50,
  tagsPerKey: 50,
  grantsPerKey: 50_000,
  /** In the life of a key. */
  onDemandRotationsPerKey: 25,
  /** Bytes of a key policy document, UTF-8. */
  policyBytes: 32_768,
  aliasNameLength: 256,
  /** Per account and Region. */
  customKeyStores: 10,
} as const;

/** LimitExceededException, worded as quoted from AWS, when `usage` (what there is already) has reached `limit`. */
export function quotaRefusal(
  what: "Aliases per key" | "Customer managed keys" | "Grants per key" | "Custom key stores",
  limit: number,
  usage: number,
): KmsError | undefined {
  if (usage < limit) return undefined;
  return new KmsError(
    "LimitExceededException",
    `${what} quota for this account in this region is ${limit}, current usage is ${usage}.`,
  );
}
