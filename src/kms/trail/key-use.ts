// Exports which events of the trail are uses of a key, for GetKeyLastUsage. Source: API reference, GetKeyLastUsage: the last
// successful cryptographic operation; ReEncrypt counts for both of its keys; related multi-Region keys count on their own.
import { enums } from "#kms/contract/shapes.gen.ts";
import type { TrailEvent } from "./event.ts";

/** What is kept of the last use of a key. */
export type KeyUse = Pick<TrailEvent, "eventName" | "eventTime" | "eventID" | "requestID">;

const tracked: ReadonlySet<string> = new Set(enums.KeyLastUsageTrackingOperation);

/** Notes in `uses` (key ARN -> newest use) the keys that this event is a use of; refused calls and dry runs are none. */
export function noteKeyUses(uses: Map<string, KeyUse>, event: TrailEvent): void {
  const { eventName, eventTime, eventID, requestID, errorCode, resources = [] } = event;
  if (errorCode !== undefined || !tracked.has(eventName)) return;
  // Cryptography reaches keys only: an alias in the request is no resource of its event.
  for (const { ARN } of resources) uses.set(ARN, newerUse(uses.get(ARN), { eventName, eventTime, eventID, requestID }));
}

/** The newer of two uses of one key; of the same second the one that came later. */
export function newerUse(known: KeyUse | undefined, next: KeyUse): KeyUse {
  // ISO texts of one length have the order of their times.
  return known !== undefined && known.eventTime > next.eventTime ? known : next;
}
