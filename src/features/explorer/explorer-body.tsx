// Exports ExplorerBody: the map in the view that was chosen, or why there is nothing to be seen; and AwaitedBody, while it is made.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Spinner from "@cloudscape-design/components/spinner";
import { displayAlias } from "#kms/index.ts";
import type { ExplorerView } from "#store/paths.ts";
import { AwaitedMap, MapPane, type PaneProps } from "./map-pane.tsx";
import { MatrixView } from "./matrix/matrix-view.tsx";
import { OutlineView } from "./outline-view.tsx";

interface Props extends PaneProps {
  readonly view: ExplorerView;
  readonly onClear: () => void;
}

export function ExplorerBody({ view, onClear, ...pane }: Props) {
  const { map, lens, isReadOnly, onFocus, onChange } = pane;
  const { focus } = pane.criteria;
  const isEmpty = map.lanes.every(({ aliases, keys }) => aliases.length + keys.length === 0);
  if (isEmpty) return <Nothing focus={focus} onClear={onClear} />;
  switch (view) {
    case "map":
      return <MapPane {...pane} />;
    case "matrix":
      return <MatrixView {...{ map, lens, focus, isReadOnly, onFocus, onChange }} />;
    case "outline":
      return <OutlineView map={map} />;
  }
}

export function AwaitedBody({ view }: Pick<Props, "view">) {
  return view === "map" ? <AwaitedMap /> : <Spinner size="large" />;
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
