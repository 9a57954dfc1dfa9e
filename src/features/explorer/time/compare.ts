// Exports what has become of the aliases since a moment: which were added, moved to another key, or removed.
import type { AliasRecord, World } from "#kms/index.ts";

interface Edge {
  /** The id of the alias record. */
  readonly id: string;
  readonly region: string;
  readonly aliasName: string;
}

/** `was` and `is` are the key IDs then and now. */
export type EdgeChange =
  | (Edge & { readonly type: "added"; readonly is: string })
  | (Edge & { readonly type: "moved"; readonly was: string; readonly is: string })
  | (Edge & { readonly type: "removed"; readonly was: string });

export const sinceTexts = {
  added: "Added since",
  moved: "Moved since",
  removed: "Removed since",
} as const satisfies Record<EdgeChange["type"], string>;

/**
 * How the aliases of an account differ between two moments, by name and Region. An alias that no key stands behind is no
 * edge; one that was deleted and created again for the same key is where it was.
 * @param ids the alias records that may differ
 */
export function compareEdges(
  then: World,
  now: World,
  ids: ReadonlySet<string>,
  account: string,
): readonly EdgeChange[] {
  const changes: EdgeChange[] = [];
  for (const id of ids) {
    const [before, after] = [then.tables.aliases.get(id), now.tables.aliases.get(id)];
    const alias = after ?? before;
    if (alias?.account !== account) continue;
    const change = changeOf({ id, region: alias.region, aliasName: alias.aliasName }, before, after);
    if (change) changes.push(change);
  }
  return changes.sort((a, b) => compareTexts(a.aliasName, b.aliasName) || compareTexts(a.region, b.region));
}

function changeOf(edge: Edge, before: AliasRecord | undefined, after: AliasRecord | undefined): EdgeChange | undefined {
  const [was, is] = [before?.targetKeyId, after?.targetKeyId];
  if (was === is) return undefined;
  if (was === undefined) return is === undefined ? undefined : { ...edge, type: "added", is };
  return is === undefined ? { ...edge, type: "removed", was } : { ...edge, type: "moved", was, is };
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
