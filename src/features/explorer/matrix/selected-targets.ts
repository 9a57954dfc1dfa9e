// Exports the selected cells as aliases and their keys, and the CLI lines that make one so.
import type { AliasTarget } from "#cli/alias-target.ts";
import { cliLine } from "#cli/render-cli-line.ts";
import type { AliasMap, AliasNode } from "#features/explorer/types.ts";
import { isReservedAlias } from "#kms/index.ts";

/** CloudFormation takes so many resources in a template, and nobody reads more lines. */
export const mostSelected = 500;

/** Whether somebody other than AWS can make the alias so. */
export function isSelectable({ alias, key }: AliasNode): boolean {
  return key !== undefined && !isReservedAlias(alias.aliasName);
}

/** Region -> its selected aliases, in the order of the map. What is gone or hidden by now is left out. */
export function targetsOf(map: AliasMap, ids: ReadonlySet<string>): ReadonlyMap<string, readonly AliasTarget[]> {
  const byRegion = new Map<string, readonly AliasTarget[]>();
  if (ids.size === 0) return byRegion;
  for (const { region, aliases } of map.lanes) {
    const targets = aliases.flatMap(({ id, alias, key }) =>
      key && ids.has(id) ? [{ region, aliasName: alias.aliasName, keyId: key.keyId }] : [],
    );
    if (targets.length > 0) byRegion.set(region, targets);
  }
  return byRegion;
}

/** Creates the alias, or moves it where it exists: run twice, they do no more than once. */
export function cliLinesOf({ region, aliasName, keyId }: AliasTarget): string {
  const input = { AliasName: aliasName, TargetKeyId: keyId };
  const create = cliLine({ operation: "CreateAlias", region, input });
  const update = cliLine({ operation: "UpdateAlias", region, input });
  return `${create} ||\n  ${update}`;
}
