// Exports the words that the parts of the explorer share: what the map is made of, and the changes that can be tried on it.
import type { AliasRecord, KeyRecord } from "#kms/index.ts";

/** What is looked at: one account, in one Region or several. */
export interface Scope {
  readonly account: string;
  /** In the order of their lanes. */
  readonly regions: readonly string[];
}

/** An alias of one Region. `id` is the record's: `account/region/alias/name`. */
export interface AliasNode {
  readonly id: string;
  readonly alias: AliasRecord;
  /** Its key; undefined for a predefined name of AWS that no key stands behind. */
  readonly key: KeyRecord | undefined;
}

/** A key of one Region. `id` is the record's: `account/region/key ID`. */
export interface KeyNode {
  readonly id: string;
  readonly key: KeyRecord;
  /** Full names, in order. */
  readonly aliases: readonly string[];
}

/** What one Region has, AWS's own last. Each alias with a key is an edge to it. */
export interface Lane {
  readonly region: string;
  readonly aliases: readonly AliasNode[];
  readonly keys: readonly KeyNode[];
}

/** A name over all Regions that are looked at. */
export interface LogicalAlias {
  readonly aliasName: string;
  /** Region -> the alias there; a Region without it has a gap. */
  readonly byRegion: ReadonlyMap<string, AliasNode>;
  /** The Regions that have it where a filter hides it: these are no gaps. Absent where nothing is hidden. */
  readonly hiddenIn?: ReadonlySet<string>;
  /** How it is not the same in all Regions, in a few words (model/difference.ts); undefined where it is. */
  readonly difference: string | undefined;
}

export interface AliasMap {
  readonly lanes: readonly Lane[];
  /** By name. */
  readonly names: readonly LogicalAlias[];
}

/** How names are shown: as the console has them, without `alias/`, or as the API has them. */
export type Lens = "console" | "api";

/** A change that can be looked at before it is made. Alias names are full names. */
export type Change =
  | { readonly type: "retarget"; readonly region: string; readonly aliasName: string; readonly keyId: string }
  | { readonly type: "createAlias"; readonly region: string; readonly aliasName: string; readonly keyId: string }
  | { readonly type: "deleteAlias"; readonly region: string; readonly aliasName: string }
  /** Each of the two aliases gets the key of the other: two calls, one after the other. */
  | { readonly type: "swap"; readonly region: string; readonly aliasName: string; readonly otherName: string }
  | { readonly type: "disableKey"; readonly region: string; readonly keyId: string }
  | {
      readonly type: "scheduleDeletion";
      readonly region: string;
      readonly keyId: string;
      readonly pendingWindowInDays: number;
    };
