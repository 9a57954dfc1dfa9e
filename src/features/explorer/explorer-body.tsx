// Exports ExplorerBody: the map in the view that was chosen, or why there is nothing to be seen; and AwaitedBody, while it is made.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { displayAlias } from "#kms/index.ts";
import { useLinks } from "#store/location.ts";
import { type ExplorerView, paths } from "#store/paths.ts";
import { AwaitedMap, MapPane, type PaneProps } from "./map-pane.tsx";
import { MatrixView } from "./matrix/matrix-view.tsx";
import { isNarrowed } from "./model/filter.ts";
import { OutlineView } from "./outline-view.tsx";
import { pastReason } from "./reasons.ts";

interface Props extends PaneProps {
  readonly view: ExplorerView;
  readonly onClear: () => void;
}

export function ExplorerBody({ view, onClear, ...pane }: Props) {
  const { map, lens, isReadOnly, onFocus, onChange } = pane;
  const { criteria } = pane;
  const { focus } = criteria;
  const isEmpty = map.lanes.every(({ aliases, keys }) => aliases.length + keys.length === 0);
  if (isEmpty)
    return isNarrowed(criteria) ? <NoMatches focus={focus} onClear={onClear} /> : <Nothing isReadOnly={isReadOnly} />;
  switch (view) {
    case "map":
      return <MapPane {...pane} />;
    case "matrix":
      return <MatrixView {...{ map, lens, focus, isReadOnly, onFocus, onChange }} />;
    case "outline":
      return <OutlineView map={map} />;
  }
}

interface AwaitedProps extends Pick<Props, "view"> {
  /** What is waited for, where that is more than the drawing. */
  readonly words?: string | undefined;
}

export function AwaitedBody({ view, words }: AwaitedProps) {
  const sign = words === undefined ? undefined : <StatusIndicator type="loading">{words}</StatusIndicator>;
  return view === "map" ? <AwaitedMap sign={sign} /> : (sign ?? <Spinner size="large" />);
}

function NoMatches({ focus, onClear }: { readonly focus: string | undefined; readonly onClear: () => void }) {
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

function Nothing({ isReadOnly }: Pick<Props, "isReadOnly">) {
  const { href } = useLinks();
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="strong">No keys and aliases yet</Box>
      <Box variant="p" color="text-body-secondary">
        Here you see which key each of your aliases points to. AWS managed ones are hidden.
      </Box>
      <Button href={href(paths.createKey())} disabled={isReadOnly} disabledReason={pastReason}>
        Create a key
      </Button>
    </Box>
  );
}
