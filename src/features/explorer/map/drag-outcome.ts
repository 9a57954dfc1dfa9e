// Exports what a drag on the map begins with and what comes of it: which keys the alias can point to, and the change that is
// asked for when it is let go.
import type { RefObject } from "react";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import { shortKeyId } from "#features/explorer/model/outline.ts";
import { fixedReason, newAliasRefusal } from "#features/explorer/reasons.ts";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { displayAlias, type World } from "#kms/index.ts";
import { dragVerdicts } from "./drag-verdicts.ts";
import type { Drag, MapHandle } from "./map-state.ts";
import type { Camera } from "./use-camera.ts";

export interface DragOptions {
  readonly handle: MapHandle;
  /** Told that something is being dragged. */
  readonly frame: RefObject<HTMLElement | null>;
  /** What of it shows the map. */
  readonly canvas: RefObject<HTMLElement | null>;
  readonly camera: Camera;
  /** The line from where the hand began to where it is. */
  readonly line: RefObject<SVGPathElement | null>;
  readonly nodeOf: (id: string) => MapNode | undefined;
  readonly layout: Layout;
  readonly worldNow: () => World;
  readonly onChange: (change: Change) => void;
}

/** What is taken with a node, or why it cannot be; neither where there is nothing to take. */
export function beginDrag(
  { layout, worldNow }: DragOptions,
  node: MapNode,
): { readonly refusal?: string; readonly drag?: Drag } {
  if (node.type === "key") {
    const reason = newAliasRefusal(worldNow(), node.node.key);
    return reason === undefined ? { drag: { type: "create", node: node.node } } : { refusal: reason };
  }
  if (node.type !== "alias") return {};
  const refusal = fixedReason(node.node);
  if (refusal !== undefined) return { refusal };
  const keys = layout.nodes.flatMap((drawn) => (drawn.type === "key" ? [drawn.node] : []));
  return { drag: { type: "retarget", node: node.node, verdicts: dragVerdicts(worldNow(), keys, node.node) } };
}

/** What is in the hand is let go over a key. @returns what is to be said about it. */
export function drop({ handle, nodeOf, onChange }: DragOptions, drag: Drag, over: string | undefined): string {
  if (drag.type === "create") {
    handle.createAlias(drag.node);
    return "";
  }
  const target = over === undefined ? undefined : nodeOf(over);
  if (over === undefined || target?.type !== "key") return "";
  const verdict = drag.verdicts.get(over);
  if (!verdict) return "";
  if (verdict.type === "refused") return sayRefused(drag.node, target.node.key.keyId, verdict.reason);
  const { region, aliasName } = drag.node.alias;
  onChange({ type: "retarget", region, aliasName, keyId: target.node.key.keyId });
  return "";
}

export function sayBegin(drag: Drag): string {
  if (drag.type === "create") return `Let go to name a new alias for key ${shortKeyId(drag.node.key.keyId)}`;
  let possible = 0;
  for (const { type } of drag.verdicts.values()) if (type === "possible") possible += 1;
  const keys = possible === 1 ? "1 key" : `${possible} keys`;
  return `Alias ${displayAlias(drag.node.alias.aliasName)} can point to ${keys}. Drop it on one, or press Escape.`;
}

function sayRefused({ alias }: AliasNode, keyId: string, reason: string): string {
  return `Alias ${displayAlias(alias.aliasName)} cannot point to key ${shortKeyId(keyId)}: ${reason}.`;
}
