// Exports what the nodes and the edges of the map are called by screen readers.
import type { MapEdge, MapNode } from "#features/explorer/model/layout.ts";
import { aliasCount, aliasSentence, gapSentence, keySentence, nameSentence } from "#features/explorer/model/outline.ts";
import { displayAlias } from "#kms/index.ts";

export function nodeSentence(node: MapNode): string {
  switch (node.type) {
    case "alias":
      return aliasSentence(node.node);
    case "key":
      return keySentence(node.node);
    case "name":
      return nameSentence(node.name);
    case "gap":
      return gapSentence(node.aliasName, node.region);
    case "aliasGroup":
    case "keyGroup":
      return `${node.group.text}, ${node.region}`;
  }
}

/** "edge: alias finance-key, us-west-2, points to key 1234..., symmetric, enabled" */
export function edgeSentence(edge: MapEdge, source: MapNode, target: MapNode): string {
  if (source.type === "alias") return `edge: ${nodeSentence(source)}`;
  if (source.type === "name" && target.type !== "name")
    return target.type === "gap"
      ? `edge: ${nodeSentence(target)}`
      : `edge: ${displayAlias(source.name.aliasName)}, to the alias in ${target.region}`;
  return `edge: ${aliasCount(edge.count)} of ${nodeSentence(source)}, to ${nodeSentence(target)}`;
}
