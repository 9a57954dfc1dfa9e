// Exports ExplorerBody: the map in the view that was chosen, or why there is nothing to be seen.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { displayAlias } from "#kms/index.ts";
import { MapPane } from "./map-pane.tsx";
import { MatrixView } from "./matrix/matrix-view.tsx";
import type { Criteria } from "./model/filter.ts";
import { OutlineView } from "./outline-view.tsx";
import type { AliasMap, Change, Scope } from "./types.ts";
import type { Face } from "./use-face.ts";

interface Props {
  readonly map: AliasMap;
  readonly face: Face;
  readonly criteria: Criteria;
  readonly scope: Scope;
  readonly isApiName: boolean;
  readonly isReadOnly: boolean;
  readonly onFocus: (aliasName: string | undefined) => void;
  readonly onChange: (change: Change) => void;
  readonly onSearch: (text: string) => void;
  /** The ids of what a flight is at. */
  readonly lit: ReadonlySet<string>;
  readonly onClear: () => void;
}

export function ExplorerBody(props: Props) {
  const { map, face, criteria, isApiName, isReadOnly, onFocus, onChange, onClear } = props;
  const isEmpty = map.lanes.every(({ aliases, keys }) => aliases.length + keys.length === 0);
  if (isEmpty) return <Nothing focus={criteria.focus} onClear={onClear} />;
  switch (face.view) {
    case "map":
      return <MapPane {...props} />;
    case "matrix":
      return (
        <MatrixView
          {...{ map, isReadOnly, onFocus, onChange }}
          lens={isApiName ? "api" : "console"}
          focus={criteria.focus}
        />
      );
    case "outline":
      return <OutlineView map={map} />;
  }
}

function Nothing({ focus, onClear }: { readonly focus: string | undefined; readonly onClear: () => void }) {
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="strong">No matches</Box>
      <Box variant="p" color="text-body-secondary">
        {focus === undefined
          ? "There are no aliases and keys here that match."
          : `There is no alias ${displayAlias(focus)} here that matches.`}
      </Box>
      <Button onClick={onClear}>Clear search, filters and focus</Button>
    </Box>
  );
}
