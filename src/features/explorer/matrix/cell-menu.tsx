// Exports CellMenu: what can be done with the alias in a cell of the matrix.
import { type MenuItem, NodeMenu } from "#features/explorer/map/node-menu.tsx";
import { aliasSentence } from "#features/explorer/model/outline.ts";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { isReservedAlias } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks } from "#store/location.ts";
import { pastReason } from "./matrix-cells.tsx";
import "#features/explorer/map/map.css";

interface Props {
  readonly node: AliasNode;
  /** The button that opened it; takes the focus back. */
  readonly opener: HTMLElement;
  readonly isReadOnly: boolean;
  readonly onRetarget: (node: AliasNode) => void;
  readonly onFocus: (aliasName: string) => void;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

export function CellMenu({ node, opener, isReadOnly, onRetarget, onFocus, onChange, onClose }: Props) {
  const links = useLinks();
  const { alias, key } = node;
  const { region, aliasName } = alias;
  const noChange = isReservedAlias(aliasName) ? awsReason : isReadOnly ? pastReason : undefined;
  const items: readonly MenuItem[] = [
    { text: "Retarget...", disabledReason: noChange, onChoose: () => onRetarget(node) },
    {
      text: "Delete...",
      disabledReason: noChange,
      onChoose: () => onChange({ type: "deleteAlias", region, aliasName }),
    },
    { text: "Focus", onChoose: () => onFocus(aliasName) },
    {
      text: "Open key",
      disabledReason: key ? undefined : "No key stands behind the alias.",
      onChoose: () => key && links.go(keyPath(key), { region }),
    },
  ];
  const { left: x, bottom: y } = opener.getBoundingClientRect();
  return (
    <NodeMenu
      label={aliasSentence(node)}
      items={items}
      at={{ x, y }}
      onClose={() => {
        onClose();
        opener.focus();
      }}
    />
  );
}

const awsReason = "It belongs to AWS and cannot be changed";
