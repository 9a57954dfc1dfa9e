// Exports how the last use of each key is kept. The events themselves leave the trail in time; what GetKeyLastUsage tells
// of them stays.
import { type KeyUse, keyArn, noteKeyUses } from "#kms/index.ts";
import type { TableRecords } from "./workspace-contents.ts";
import type { LoggedEvent } from "./workspace-store.ts";

/** Key ARN -> the last use that these events, oldest first, know of. */
export function usesIn(events: readonly LoggedEvent[]): Map<string, KeyUse> {
  const uses = new Map<string, KeyUse>();
  for (const { event } of events) noteKeyUses(uses, event);
  return uses;
}

/** Those of `uses` that are of keys of these tables: a deleted key may have left one behind. */
export function usesOfKeys(
  uses: Iterable<readonly [arn: string, use: KeyUse]>,
  { keys }: TableRecords,
): Map<string, KeyUse> {
  const arns = new Set(keys.map(keyArn));
  return new Map([...uses].filter(([arn]) => arns.has(arn)));
}
