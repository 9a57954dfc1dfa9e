// Exports MapView: the map of aliases and keys, to look at and to move aliases on by hand or by keyboard.
import "@xyflow/react/dist/base.css";
import "./map-colours.css";
import "./map.css";
import "./map-nodes.css";
import "./map-edges.css";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { AliasGroup, KeyGroup } from "#features/explorer/model/group.ts";
import type { Layout } from "#features/explorer/model/layout.ts";
import type { Change, Lens } from "#features/explorer/types.ts";
import { displayAlias } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks } from "#store/location.ts";
import { useSandbox } from "#store/sandbox.ts";
import { copyText } from "./copy-text.ts";
import { CreateAliasDialog } from "./create-alias-dialog.tsx";
import { CreateHereDialog } from "./create-here-dialog.tsx";
import { MapCanvas } from "./map-canvas.tsx";
import { createMapStore, type MapHandle, MapHandleProvider } from "./map-state.ts";
import { type MapDialog, type MenuActions, menuItems } from "./menu-items.ts";
import { NodeMenu } from "./node-menu.tsx";
import { OpenGroupDialog } from "./open-group-dialog.tsx";
import { RetargetDialog } from "./retarget-dialog.tsx";
import { SwapDialog } from "./swap-dialog.tsx";

interface Props {
  readonly layout: Layout;
  readonly lens: Lens;
  /** The full name of the alias that is looked at alone; undefined for all. */
  readonly focus: string | undefined;
  readonly onFocus: (aliasName: string | undefined) => void;
  /** Asks for the preview of a change. Nothing has been changed yet. */
  readonly onChange: (change: Change) => void;
  readonly isReadOnly: boolean;
  /** Searches the map, to unfold a group. */
  readonly onSearch: (text: string) => void;
  /** The ids of nodes that are lit: where a request is on its way. */
  readonly lit?: ReadonlySet<string> | undefined;
  /** Those of them, or others, at which it has failed. */
  readonly failed?: ReadonlySet<string> | undefined;
  /** What has become since of the aliases of a past moment, in words by their ids. */
  readonly since?: ReadonlyMap<string, string> | undefined;
}

interface OpenMenu {
  readonly nodeId: string;
  readonly at: { readonly x: number; readonly y: number };
}

export function MapView(props: Props) {
  const { layout, lens, focus, onFocus, onChange, isReadOnly, onSearch, lit, failed, since } = props;
  const links = useLinks();
  const [menu, setMenu] = useState<OpenMenu>();
  const [dialog, setDialog] = useState<MapDialog>();
  const nodesById = useMemo(() => new Map(layout.nodes.map((node) => [node.id, node])), [layout]);
  const openGroup = (nodeId: string): void => {
    const group = nodesById.get(nodeId);
    if (group?.type !== "aliasGroup" && group?.type !== "keyGroup") return;
    const search = searchOf(group.group);
    if (search !== "") onSearch(search);
    else setDialog({ type: "openGroup", group: group.group });
  };
  // The handle stays the same, so that no node is drawn anew; what it does is always of today.
  const latestOpen = useRef(openGroup);
  useEffect(() => {
    latestOpen.current = openGroup;
  });
  const [handle] = useState((): MapHandle => {
    const store = createMapStore();
    return {
      store,
      openMenu(nodeId, at) {
        store.set({ notice: "" });
        setMenu({ nodeId, at });
      },
      createAlias: ({ key }) => setDialog({ type: "createForKey", key }),
      openGroup: (nodeId) => latestOpen.current(nodeId),
    };
  });
  const node = menu && nodesById.get(menu.nodeId);
  // The node may go, by another tab or a filter: its menu is not to come up again with it.
  if (menu && !node) setMenu(undefined);
  const { store } = handle;
  const { worldStore } = useSandbox();
  const refocus = (): void => store.set({ isFocusWanted: true });
  const closeMenu = (): void => {
    setMenu(undefined);
    refocus();
  };
  const closeDialog = (): void => {
    setDialog(undefined);
    refocus();
  };
  const actions: MenuActions = {
    ...{ isReadOnly, focus, onFocus, openGroup, world: worldStore.getState().world },
    open: setDialog,
    change: onChange,
    openKey: (key) => links.go(keyPath(key), { region: key.region }),
    copy: (text, name) => void copyText(text, name).then((notice) => store.set({ notice })),
  };
  return (
    <MapHandleProvider value={handle}>
      <ReactFlowProvider>
        <MapCanvas
          {...{ layout, focus, onChange, isReadOnly, lit, failed, since, handle, nodesById }}
          isApiName={lens === "api"}
        />
      </ReactFlowProvider>
      {menu && node && <NodeMenu label="Actions" items={menuItems(node, actions)} at={menu.at} onClose={closeMenu} />}
      {dialog && <Dialog dialog={dialog} onChange={onChange} onSearch={onSearch} onClose={closeDialog} />}
    </MapHandleProvider>
  );
}

interface DialogProps {
  readonly dialog: MapDialog;
  readonly onSearch: (text: string) => void;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

function Dialog({ dialog, onSearch, ...rest }: DialogProps) {
  switch (dialog.type) {
    case "retarget":
      return <RetargetDialog node={dialog.node} {...rest} />;
    case "swap":
      return <SwapDialog node={dialog.node} {...rest} />;
    case "createForKey":
      return <CreateAliasDialog keyRecord={dialog.key} {...rest} />;
    case "createHere":
      return <CreateHereDialog region={dialog.region} aliasName={dialog.aliasName} {...rest} />;
    case "openGroup":
      return <OpenGroupDialog group={dialog.group} onSearch={onSearch} onClose={rest.onClose} />;
  }
}

/** What finds all that stands in a group; empty where its members have nothing in common. */
function searchOf(group: AliasGroup | KeyGroup): string {
  if (group.type === "keyGroup") return "";
  const [first, last] = [group.aliases[0]?.alias.aliasName ?? "", group.aliases.at(-1)?.alias.aliasName ?? ""];
  // In order of names, so what the first and the last have in common, all have.
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  return group.search === "" ? displayAlias(first.slice(0, length)) : group.search;
}
