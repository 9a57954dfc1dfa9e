// Exports MatrixView: names and Regions as a table. A cell is the key behind a name in a Region; a gap can be filled, a key
// replaced, and several cells taken out as code.
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useMemo, useRef, useState } from "react";
import type { AliasDialog } from "#features/explorer/map/alias-items.ts";
import { copyText } from "#features/explorer/map/copy-text.ts";
import { CreateHereDialog } from "#features/explorer/map/create-here-dialog.tsx";
import { RetargetDialog } from "#features/explorer/map/retarget-dialog.tsx";
import { SwapDialog } from "#features/explorer/map/swap-dialog.tsx";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import type { AliasMap, AliasNode, Change, Lens } from "#features/explorer/types.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { CellMenu } from "./cell-menu.tsx";
import { type MatrixHandle, MatrixHandleProvider } from "./matrix-handle.ts";
import { MatrixTable } from "./matrix-table.tsx";
import { SelectedCode } from "./selected-code.tsx";
import { createSelection } from "./selection.ts";
import { type Spread, spreadOf } from "./spread.ts";
import "./matrix.css";

interface Props {
  readonly map: AliasMap;
  readonly lens: Lens;
  /** The full name in focus. */
  readonly focus: string | undefined;
  readonly onFocus: (aliasName: string | undefined) => void;
  readonly onChange: (change: Change) => void;
  readonly isReadOnly: boolean;
}

type Open =
  | { readonly type: "menu"; readonly node: AliasNode; readonly opener: HTMLElement }
  | AliasDialog
  | { readonly type: "create"; readonly aliasName: string; readonly region: string };

export function MatrixView({ map, lens, focus, onFocus, onChange, isReadOnly }: Props) {
  const { account } = usePlace();
  const { world } = useShownWorld();
  const [isSelecting, setSelecting] = useState(false);
  const [selection] = useState(createSelection);
  const [open, setOpen] = useState<Open>();
  /** What came of copying. */
  const [notice, setNotice] = useState("");
  const links = useLinks();
  // One text, so that a map with other aliases in the same Regions keeps its columns.
  const regionsText = map.lanes.map(({ region }) => region).join(",");
  const regions = useMemo(() => regionsText.split(",").filter(Boolean), [regionsText]);
  const spread = useMemo(() => {
    const known = new Map<string, Spread>();
    return (aliasName: string): Spread => {
      const found = known.get(aliasName) ?? spreadOf(world, account, regions, aliasName);
      known.set(aliasName, found);
      return found;
    };
  }, [world, account, regions]);
  // Another URL brings another function, which means the same: the cells need not be drawn anew for it.
  const latestOnFocus = useRef(onFocus);
  useEffect(() => {
    latestOnFocus.current = onFocus;
  }, [onFocus]);
  const handle = useMemo<MatrixHandle>(
    () => ({
      ...{ lens, focus, isReadOnly, isSelecting, selection, spreadOf: spread },
      onFocus: (aliasName) => latestOnFocus.current(aliasName),
      openMenu: (node, opener) => {
        setNotice("");
        setOpen({ type: "menu", node, opener });
      },
      createHere: (aliasName, region) => setOpen({ type: "create", aliasName, region }),
    }),
    [lens, focus, isReadOnly, isSelecting, selection, spread],
  );
  const close = (): void => setOpen(undefined);
  return (
    <MatrixHandleProvider value={handle}>
      <SpaceBetween size="l">
        <MatrixTable
          map={map}
          regions={regions}
          isSelecting={isSelecting}
          selection={selection}
          onSelecting={setSelecting}
        />
        <div role="status">{notice}</div>
        {isSelecting && <SelectedCode map={map} selection={selection} />}
      </SpaceBetween>
      {open?.type === "menu" && (
        <CellMenu
          node={open.node}
          opener={open.opener}
          actions={{
            ...{ isReadOnly, focus, onFocus, open: setOpen, change: onChange },
            openKey: (key) => links.go(keyPath(key), { region: key.region }),
            copy: (text, name) => void copyText(text, name).then(setNotice),
          }}
          onClose={close}
        />
      )}
      {open?.type === "retarget" && <RetargetDialog node={open.node} onChange={onChange} onClose={close} />}
      {open?.type === "swap" && <SwapDialog node={open.node} onChange={onChange} onClose={close} />}
      {open?.type === "create" && (
        <CreateHereDialog aliasName={open.aliasName} region={open.region} onChange={onChange} onClose={close} />
      )}
    </MatrixHandleProvider>
  );
}
