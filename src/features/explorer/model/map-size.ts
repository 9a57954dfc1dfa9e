// Exports mapSize: how many aliases and keys a map has, which tells what it costs to make something of it.
import type { AliasMap } from "#features/explorer/types.ts";

export function mapSize({ lanes }: AliasMap): number {
  return lanes.reduce((sum, { aliases, keys }) => sum + aliases.length + keys.length, 0);
}
