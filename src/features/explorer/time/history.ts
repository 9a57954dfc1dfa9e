// Exports the past of a workspace: the World as it was after a commit, and the commits that changed what the map shows.
import {
  type AliasRecord,
  applyDiff,
  type Change,
  type Commit,
  type Diff,
  type KeyRecord,
  type World,
} from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";

/** A moment that can be looked at: the World after commit `seq`. */
export interface Tick {
  readonly seq: number;
  /** Sandbox time, epoch milliseconds. */
  readonly at: number;
  /** What happened then, such as `UpdateAlias alias/new-app (us-west-2)`; '' for the moment before all of that. */
  readonly text: string;
}

export function tickText({ text }: Tick): string {
  return text === "" ? "Before these changes" : `After ${text}`;
}

/**
 * The World after commit `seq`. Costs O(what has changed since), however many commits that took.
 * @param now the World that `commits` lead to
 * @param commits newest first and without gaps; `seq` is one of theirs, or just before the oldest
 */
export function worldAt(now: World, commits: readonly Commit[], seq: number): World {
  if (seq === now.seq) return now;
  const oldest = commits.at(-1)?.seq ?? now.seq + 1;
  invariant(seq >= oldest - 1 && seq < now.seq, `history from ${oldest} to ${now.seq} has the moment ${seq}`);
  // The oldest commit after the moment has the last word on what a record was: one diff back instead of one per commit.
  const back: Record<string, Record<string, Change<unknown>>> = {};
  for (const { seq: at, diff } of commits) {
    if (at <= seq) break;
    for (const [table, changes] of Object.entries(diff)) {
      back[table] ??= {};
      const of = back[table];
      for (const [id, [before, after]] of Object.entries(changes)) {
        const known = of[id];
        of[id] = [known ? known[0] : after, before];
      }
    }
  }
  return applyDiff(now, back as Diff, seq); // the tables of the diffs, each with records of its own
}

/** The ids of the aliases that commits after `seq` have touched. */
export function aliasesTouchedSince(commits: readonly Commit[], seq: number): ReadonlySet<string> {
  return touchedSince(commits, seq, "aliases");
}

/** The ids of the keys that commits after `seq` have touched. */
export function keysTouchedSince(commits: readonly Commit[], seq: number): ReadonlySet<string> {
  return touchedSince(commits, seq, "keys");
}

function touchedSince(commits: readonly Commit[], seq: number, table: "aliases" | "keys"): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const commit of commits) {
    if (commit.seq <= seq) break;
    for (const id of Object.keys(commit.diff[table] ?? {})) ids.add(id);
  }
  return ids;
}

/** The commits that changed an alias or a key of the account, oldest first, behind the moment before all of them. */
export function ticksOf(commits: readonly Commit[], account: string): readonly Tick[] {
  const ticks: Tick[] = [];
  for (const commit of commits) {
    const touched = touchedIn(commit, account);
    if (touched.length > 0) ticks.push({ seq: commit.seq, at: commit.at, text: textOf(commit, touched) });
  }
  const oldest = commits.at(-1);
  if (oldest && ticks.length > 0) ticks.push({ seq: oldest.seq - 1, at: oldest.at, text: "" });
  return ticks.reverse();
}

/** Where `seq` lies among the ticks: the last one at or before it; -1 for a moment before all of them. */
export function tickIndex(ticks: readonly Tick[], seq: number): number {
  return ticks.findLastIndex((tick) => tick.seq <= seq);
}

interface Touched {
  readonly name: string;
  readonly region: string;
}

/** The aliases of the account that a commit touched; its keys where there are none. */
function touchedIn({ diff }: Commit, account: string): readonly Touched[] {
  const aliases = recordsOf<AliasRecord>(diff.aliases, account);
  if (aliases.length > 0) return aliases.map(({ aliasName, region }) => ({ name: aliasName, region }));
  return recordsOf<KeyRecord>(diff.keys, account).map(({ keyId, region }) => ({ name: keyId.slice(0, 8), region }));
}

function recordsOf<R extends { readonly account: string }>(
  changes: Readonly<Record<string, Change<R>>> = {},
  account: string,
): readonly R[] {
  return Object.values(changes)
    .map(([before, after]) => after ?? before)
    .filter((record) => record !== null)
    .filter((record) => record.account === account);
}

const namedThings = 2;

function textOf({ event }: Commit, touched: readonly Touched[]): string {
  const what = "eventName" in event ? event.eventName : event.change.type;
  const names = touched.slice(0, namedThings).map(({ name }) => name);
  const more = touched.length > namedThings ? ` and ${touched.length - namedThings} more` : "";
  const regions = [...new Set(touched.map(({ region }) => region))];
  const where = regions.length > namedThings ? `${regions.length} Regions` : regions.join(", ");
  return `${what} ${names.join(", ")}${more} (${where})`;
}
