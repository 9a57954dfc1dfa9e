// Exports what becomes of the key itself when it is disabled or waits for deletion, as the fork describes it afterwards.
import type { Change } from "#features/explorer/types.ts";
import type { Caller, Engine, KeyMetadata, KeyRecord } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { type Effect, listed } from "./effects.ts";

/**
 * @param fork the change has been made on it
 * @param aliasNames the aliases of the key
 */
export async function keyStateEffects(
  fork: Engine,
  caller: Caller,
  change: Change,
  aliasNames: readonly string[],
): Promise<readonly Effect[]> {
  if (change.type !== "disableKey" && change.type !== "scheduleDeletion") return [];
  const { KeyMetadata } = await fork.call({ ...caller, operation: "DescribeKey", input: { KeyId: change.keyId } });
  const key = { strong: change.keyId };
  const names: readonly Effect[] =
    aliasNames.length < 2
      ? []
      : [
          {
            tone: "warning",
            text: [`The same holds for each of its ${aliasNames.length} aliases: ${listed(aliasNames)}.`],
          },
        ];
  switch (KeyMetadata?.KeyState) {
    case "Disabled":
      return [...names, { tone: "info", text: ["Key ", key, " is disabled. EnableKey takes that back at any time."] }];
    case "PendingDeletion": {
      const end = KeyMetadata.DeletionDate === undefined ? "then" : formatTime(KeyMetadata.DeletionDate * 1000);
      return [
        ...names,
        {
          tone: "info",
          text: [
            "Key ",
            key,
            ` waits for its deletion until ${end}. CancelKeyDeletion takes that back until then and leaves the key disabled.`,
          ],
        },
        { tone: "warning", text: [deletionText(KeyMetadata)] },
      ];
    }
    case "PendingReplicaDeletion":
      return [
        ...names,
        {
          tone: "info",
          text: ["Key ", key, " waits until its replica keys are deleted. Its own waiting period begins then."],
        },
      ];
    default:
      return names;
  }
}

/** What ends with the key, by what it is for. Signatures outlive it, for those who verify them outside of AWS KMS. */
const lostWith = {
  ENCRYPT_DECRYPT: "what was encrypted under it can never be decrypted again",
  SIGN_VERIFY:
    "it never signs again, and its signatures can be verified only outside of AWS KMS, by whoever has kept its public key",
  GENERATE_VERIFY_MAC: "MACs that were made with it can never be verified again",
  KEY_AGREEMENT: "shared secrets that were agreed on with it can never be derived again",
  ENCAPSULATE_DECAPSULATE: "what was encapsulated with its public key can never be decapsulated again",
} as const satisfies Record<KeyRecord["keyUsage"], string>;

function deletionText({ MultiRegionConfiguration, KeyUsage = "ENCRYPT_DECRYPT" }: KeyMetadata): string {
  // A primary key is not deleted before its replica keys: it is the last one that has the key material.
  if (MultiRegionConfiguration?.MultiRegionKeyType === "REPLICA")
    return "After that this replica key is gone, and its aliases are deleted with it. Its related multi-Region keys keep the same key material and can be used in its place.";
  return `After that the key and its key material are gone for ever: ${lostWith[KeyUsage]}, and its aliases are deleted with it.`;
}
