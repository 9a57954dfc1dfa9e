// Exports what a layout of the map is: where everything on it stands, and the ids of what is no record. layout-map.ts makes it.
import type { AliasNode, KeyNode, LogicalAlias } from "#features/explorer/types.ts";
import type { AliasGroup, FoldedMap, KeyGroup } from "./group.ts";

export interface Box {
  /** Of an alias or a key the id of its record. */
  readonly id: string;
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type MapNode = Box &
  (
    | { readonly type: "alias"; readonly region: string; readonly node: AliasNode }
    | { readonly type: "key"; readonly region: string; readonly node: KeyNode }
    | { readonly type: "aliasGroup"; readonly region: string; readonly group: AliasGroup }
    | { readonly type: "keyGroup"; readonly region: string; readonly group: KeyGroup }
    /** A name that several Regions have, left of the lanes. */
    | { readonly type: "name"; readonly name: LogicalAlias }
    /** The place of an alias in a Region that has none of this name. */
    | { readonly type: "gap"; readonly region: string; readonly aliasName: string }
  );

export interface MapEdge {
  /** Stays the same when the alias moves to another key. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** An alias and its key; a name and its alias in a Region; a name and its gap. */
  readonly type: "target" | "branch" | "gap";
  /** How many aliases it stands for. */
  readonly count: number;
  /** As SVG draws it. */
  readonly path: string;
}

export interface LaneBox extends Box {
  readonly region: string;
  /** Where the aliases and keys of AWS begin; equal to the lane's end where there are none. */
  readonly awsY: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly lanes: readonly LaneBox[];
  /** What stands in groups because it is too much to be drawn one by one. */
  readonly folding: FoldedMap["folding"];
}

export const sizes = {
  name: { width: 200, height: 44 },
  alias: { width: 240, height: 40 },
  key: { width: 280, height: 76 },
} as const;

export const gapId = (region: string, aliasName: string): string => `gap:${region}/${aliasName}`;
export const nameId = (aliasName: string): string => `name:${aliasName}`;

/** One alias is a thin line, a thousand are a thicker one. In px. */
export const edgeWidth = (count: number): number => Math.min(4, 1.5 + Math.log2(count) / 4);
