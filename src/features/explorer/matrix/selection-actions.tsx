// Exports SelectionActions: the switch by which cells of the matrix are selected, and the button that selects all of them.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMemo } from "react";
import type { AliasMap } from "#features/explorer/types.ts";
import { isSelectable, mostSelected } from "./selected-targets.ts";
import type { Selection } from "./selection.ts";

interface Props {
  readonly map: AliasMap;
  readonly isSelecting: boolean;
  readonly selection: Selection;
  readonly onSelecting: (isSelecting: boolean) => void;
}

export function SelectionActions({ map, isSelecting, selection, onSelecting }: Props) {
  const ids = useMemo(
    () => (isSelecting ? map.lanes.flatMap(({ aliases }) => aliases.filter(isSelectable).map(({ id }) => id)) : []),
    [map, isSelecting],
  );
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      {isSelecting && (
        <Button
          disabled={ids.length > mostSelected}
          disabledReason={`More than ${mostSelected} cells: filter the aliases first.`}
          onClick={() => selection.set(ids)}
        >
          Select all {ids.length} cells
        </Button>
      )}
      <Toggle
        checked={isSelecting}
        onChange={({ detail }) => {
          selection.set([]);
          onSelecting(detail.checked);
        }}
      >
        Select cells
      </Toggle>
    </SpaceBetween>
  );
}
