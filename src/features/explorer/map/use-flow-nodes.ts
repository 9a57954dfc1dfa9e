// Exports useFlowNodes: the nodes of a layout as React Flow takes them. A node whose records and place are what they were keeps
// its identity, so that a change redraws what it touched.
import { useMemo, useRef } from "react";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import type { Lights } from "./lights.ts";
import type { FlowNode } from "./nodes.tsx";

interface Options {
  readonly isApiName: boolean;
  readonly isReadOnly: boolean;
  readonly lights: Lights;
  /** What has become since of an alias, by its id. */
  readonly since: ReadonlyMap<string, string> | undefined;
  /** Drawn even out of view: it may have the focus. */
  readonly active: string | undefined;
}

export function useFlowNodes({ nodes }: Layout, { isApiName, isReadOnly, lights, since, active }: Options): FlowNode[] {
  const known = useRef<ReadonlyMap<string, FlowNode>>(new Map());
  return useMemo(() => {
    const byId = new Map<string, FlowNode>();
    for (const node of nodes) {
      const data = { node, isApiName, isReadOnly, light: lights.get(node.id), since: since?.get(node.id) };
      const before = known.current.get(node.id);
      byId.set(
        node.id,
        before && isSame(before, data, node.id === active) ? before : flowNode(data, node.id === active),
      );
    }
    known.current = byId;
    return [...byId.values()];
  }, [nodes, isApiName, isReadOnly, lights, since, active]);
}

type FlowData = FlowNode["data"];

function flowNode(data: FlowData, isActive: boolean): FlowNode {
  const { id, x, y, width, height } = data.node;
  return {
    ...{ id, type: "node", data, width, height },
    position: { x, y },
    measured: { width, height },
    // The edges are drawn by the layer below, so nothing has to be measured: none, instead of not yet known.
    handles: [],
    className: "nopan",
    // React Flow leaves out what is not in view, except what is being dragged; the focus must not get lost that way either.
    dragging: isActive,
  };
}

function isSame({ data, dragging }: FlowNode, next: FlowData, isActive: boolean): boolean {
  return (
    dragging === isActive &&
    data.isApiName === next.isApiName &&
    data.isReadOnly === next.isReadOnly &&
    data.light === next.light &&
    data.since === next.since &&
    isSameNode(data.node, next.node)
  );
}

function isSameNode(a: MapNode, b: MapNode): boolean {
  if (a.x !== b.x || a.y !== b.y || a.width !== b.width || a.height !== b.height) return false;
  if (a.type === "alias" && b.type === "alias") return a.node.alias === b.node.alias && a.node.key === b.node.key;
  if (a.type === "key" && b.type === "key")
    return a.node.key === b.node.key && a.node.aliases.length === b.node.aliases.length;
  if (a.type === "gap" && b.type === "gap") return true;
  return a === b;
}
