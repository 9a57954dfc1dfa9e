// Exports what a node of the map is called by screen readers.
import type { MapNode } from "#features/explorer/model/layout.ts";
import { aliasSentence, gapSentence, keySentence, nameSentence } from "#features/explorer/model/outline.ts";

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
