// Exports CellMenu: what can be done with the alias in a cell of the matrix: the same as on the map.
import { type AliasActions, aliasItems } from "#features/explorer/map/alias-items.ts";
import { NodeMenu } from "#features/explorer/map/node-menu.tsx";
import { aliasSentence } from "#features/explorer/model/outline.ts";
import type { AliasNode } from "#features/explorer/types.ts";

interface Props {
  readonly node: AliasNode;
  /** The button that opened it; takes the focus back. */
  readonly opener: HTMLElement;
  readonly actions: AliasActions;
  readonly onClose: () => void;
}

export function CellMenu({ node, opener, actions, onClose }: Props) {
  const { left: x, bottom: y } = opener.getBoundingClientRect();
  return (
    <NodeMenu
      label={aliasSentence(node)}
      items={aliasItems(node, actions)}
      at={{ x, y }}
      onClose={() => {
        onClose();
        opener.focus();
      }}
    />
  );
}
