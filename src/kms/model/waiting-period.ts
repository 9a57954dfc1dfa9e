// Exports the waiting period before a key is deleted. Source: developer guide, "Deleting AWS KMS keys".
import type { KeyRecord } from "#kms/state/records.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * The key with its waiting period begun at `now` (epoch milliseconds). Until it ends the key is PendingDeletion whether or
 * not its custom key store is connected.
 */
export function beginWaitingPeriod(
  { pendingDeletionWindowInDays: _over, stateWhenConnected: _notShown, ...key }: KeyRecord,
  days: number,
  now: number,
): KeyRecord & { readonly deletionDate: number } {
  return { ...key, keyState: "PendingDeletion", deletionDate: now + days * day };
}
