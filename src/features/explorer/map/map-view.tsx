// Exports MapView: the map of aliases and keys, to look at and to move aliases on by hand or by keyboard.
import "@xyflow/react/dist/base.css";
import "./map.css";
import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState } from "react";
import type { Layout } from "#features/explorer/model/layout.ts";
import type { AliasMap, Change, Lens } from "#features/explorer/types.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks } from "#store/location.ts";
import { CreateAliasDialog } from "./create-alias-dialog.tsx";
import { CreateHereDialog } from "./create-here-dialog.tsx";
import { MapCanvas } from "./map-canvas.tsx";
import { createMapStore, type MapHandle, MapHandleProvider } from "./map-state.ts";
import { type MapDialog, type MenuActions, menuItems } from "./menu-items.ts";
import { NodeMenu } from "./node-menu.tsx";
import { RetargetDialog } from "./retarget-dialog.tsx";
import { SwapDialog } from "./swap-dialog.tsx";

interface Props {
  readonly map: AliasMap;
  readonly layout: Layout;
  readonly lens: Lens;
  /** The full name of the alias that is looked at alone; undefined for all. */
  readonly focus: string | undefined;
  readonly onFocus: (aliasName: string | undefined) => void;
  /** Asks for the preview of a change. Nothing has been changed yet. */
  readonly onChange: (change: Change) => void;
  readonly isReadOnly: boolean;
  /** Searches the map, to unfold a group. */
  readonly onSearch?: ((text: string) => void) | undefined;
  /** The ids of nodes that are lit: where a request is on its way. */
  readonly lit?: ReadonlySet<string> | undefined;
}

interface OpenMenu {
  readonly nodeId: string;
  readonly at: { readonly x: number; readonly y: number };
}

export function MapView(props: Props) {
  const { map, layout, lens, focus, onFocus, onChange, isReadOnly, onSearch, lit } = props;
  const links = useLinks();
  const [menu, setMenu] = useState<OpenMenu>();
  const [dialog, setDialog] = useState<MapDialog>();
  const [handle] = useState((): MapHandle => {
    const store = createMapStore();
    return {
      store,
      openMenu(nodeId, at) {
        store.set({ active: nodeId, notice: "" });
        setMenu({ nodeId, at });
      },
      createAlias: ({ key }) => setDialog({ type: "createForKey", key }),
    };
  });
  const nodesById = useMemo(() => new Map(layout.nodes.map((node) => [node.id, node])), [layout]);
  const node = menu && nodesById.get(menu.nodeId);
  const { store } = handle;
  const refocus = (): void => store.set({ focusRequest: store.get().focusRequest + 1 });
  const closeMenu = (): void => {
    setMenu(undefined);
    refocus();
  };
  const closeDialog = (): void => {
    setDialog(undefined);
    refocus();
  };
  const actions: MenuActions = {
    ...{ isReadOnly, focus, onFocus, onSearch },
    open: setDialog,
    change: onChange,
    openKey: (key) => links.go(keyPath(key), { region: key.region }),
    copy: (text, name) => void copyText(text, name).then((notice) => store.set({ notice })),
  };
  return (
    <MapHandleProvider value={handle}>
      <ReactFlowProvider>
        <MapCanvas
          {...{ map, layout, focus, onChange, isReadOnly, lit, handle, nodesById }}
          isApiName={lens === "api"}
        />
      </ReactFlowProvider>
      {menu && node && <NodeMenu label="Actions" items={menuItems(node, actions)} at={menu.at} onClose={closeMenu} />}
      {dialog && <Dialog dialog={dialog} onChange={onChange} onClose={closeDialog} />}
    </MapHandleProvider>
  );
}

interface DialogProps {
  readonly dialog: MapDialog;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

function Dialog({ dialog, ...rest }: DialogProps) {
  switch (dialog.type) {
    case "retarget":
      return <RetargetDialog node={dialog.node} {...rest} />;
    case "swap":
      return <SwapDialog node={dialog.node} {...rest} />;
    case "createForKey":
      return <CreateAliasDialog keyRecord={dialog.key} {...rest} />;
    case "createHere":
      return <CreateHereDialog region={dialog.region} aliasName={dialog.aliasName} {...rest} />;
  }
}

/** @returns what is to be said about it. */
async function copyText(text: string, name: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${name} copied.`;
  } catch {
    // The browser may refuse it, or have no clipboard on a page without TLS.
    return `${name} could not be copied: ${text}`;
  }
}
