// Exports ExplorerPage, Sandbox > Alias explorer: which key an alias means in each Region, now and at a past moment, and what a
// change would do before it is made. The frame: search, views, and the change that is being previewed.
import "./explorer.css";
import Alert from "@cloudscape-design/components/alert";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import type { ExplorerView } from "#store/paths.ts";
import { BenchPanel } from "./bench/bench-panel.tsx";
import { BenchProvider } from "./bench/bench-provider.tsx";
import { BenchStrip } from "./bench/bench-strip.tsx";
import { DrawnInTurns, DrawnLater } from "./drawn-later.tsx";
import { AwaitedBody, ExplorerBody } from "./explorer-body.tsx";
import { ExplorerHeader } from "./explorer-header.tsx";
import { ExplorerToolbar } from "./explorer-toolbar.tsx";
import { FlightCaption } from "./flight/flight-caption.tsx";
import { FlightPanel } from "./flight/flight-panel.tsx";
import { FlightProvider } from "./flight/flight-provider.tsx";
import { type Criteria, keysWithTags, noCriteria, tagsInUse } from "./model/filter.ts";
import type { Layout } from "./model/layout.ts";
import { aliasCount, keyCount } from "./model/outline.ts";
import { PictureMenu } from "./picture-menu.tsx";
import { parseChange } from "./preview/parse-change.ts";
import { PreviewModal } from "./preview/preview-modal.tsx";
import { ChangesSince } from "./time/changes-since.tsx";
import { sinceTexts } from "./time/compare.ts";
import { ShownWorldProvider, useTimeTravel } from "./time/shown-world.tsx";
import { TimeSlider } from "./time/time-slider.tsx";
import type { AliasMap, Change } from "./types.ts";
import { useAliasMap, useFilteredMap } from "./use-alias-map.ts";
import { useFace } from "./use-face.ts";
import { useEnabledRegions, useScope } from "./use-scope.ts";

export function ExplorerPage() {
  return (
    <ShownWorldProvider>
      <BenchProvider>
        <FlightProvider>
          <Explorer />
        </FlightProvider>
      </BenchProvider>
    </ShownWorldProvider>
  );
}

function Explorer() {
  const { world, moment, changes, changed, isSought, history, show } = useTimeTravel();
  // The present in its place would pass for the past, and could be changed by mistake.
  const isAwaited = isSought && history.error === undefined;
  const isReadOnly = moment !== undefined || isAwaited;
  const since = useMemo(() => new Map(changes.map(({ id, type }) => [id, sinceTexts[type]])), [changes]);
  const [face, setFace] = useFace();
  const [ownCriteria, setCriteria] = useState<Partial<Criteria>>({});
  const [isApiName, setApiName] = useState(false);
  const lens = isApiName ? "api" : "console";
  const criteria = useMemo(
    (): Criteria => ({
      ...noCriteria,
      // Every Region brings a dozen aliases of AWS: they would bury one's own.
      isAwsHidden: true,
      ...ownCriteria,
      focus: face.focus,
      ...(face.regions === "one" ? { regions: [], isOnlyDiffering: false } : {}),
    }),
    [face, ownCriteria],
  );
  const enabled = useEnabledRegions();
  const [flown, setFlown] = useState(noFlight);
  const wantedRegions = useMemo(() => [...criteria.regions, ...flown.regions], [criteria.regions, flown.regions]);
  const scope = useScope(face.regions, wantedRegions, enabled);
  const map = useAliasMap(world, scope);
  const change = useCallback((next: Partial<Criteria>) => setCriteria((old) => ({ ...old, ...next })), []);
  // A keystroke is drawn first; what it leaves of 100,000 aliases follows.
  const wanted = useDeferredValue(criteria);
  const { tags } = world.tables;
  const tagged = useMemo(() => keysWithTags(tags, scope.account, scope.regions, wanted.tags), [tags, scope, wanted]);
  const filtered = useFilteredMap(map, wanted, tagged);
  const shown = isAwaited ? undefined : filtered;
  const tagTexts = useMemo(() => tagsInUse(tags, scope.account, scope.regions), [tags, scope]);
  const [pending, setPending] = useState<Change>();
  const asked = useMemo(() => parseChange(face.preview), [face.preview]);
  const previewed = pending ?? asked;
  const drawn = useRef<Layout>(undefined);
  const focusOn = useCallback((focus: string | undefined) => setFace({ focus }), [setFace]);
  const search = useCallback((text: string) => change({ text }), [change]);
  return (
    <DrawnInTurns>
      <ExplorerHeader
        view={face.view}
        onView={(view) => setFace({ view })}
        picture={
          <PictureMenu
            {...{ drawn, lens, scope }}
            focus={wanted.focus}
            refusal={pictureRefusal(face.view, shown?.map)}
          />
        }
      />
      <ExplorerToolbar
        face={face}
        onFace={setFace}
        criteria={criteria}
        onCriteria={change}
        isApiName={isApiName}
        onApiName={setApiName}
        names={map?.names ?? []}
        regions={enabled}
        tags={tagTexts}
        found={foundText(shown?.map)}
      />
      {face.preview !== undefined && !asked && <UnreadPreview onDismiss={() => setFace({ preview: undefined })} />}
      <TimeSlider>
        <DrawnLater meanwhile={<AwaitedBody view={face.view} />}>
          {shown ? (
            <ExplorerBody
              {...{ map: shown.map, scope, lens, isReadOnly, drawn }}
              view={face.view}
              criteria={shown.criteria}
              lit={flown.lit.size > 0 ? flown.lit : changed}
              failed={flown.failed}
              since={since}
              onFocus={focusOn}
              onSearch={search}
              onChange={setPending}
              onClear={() => {
                setCriteria({});
                setFace({ focus: undefined });
              }}
            />
          ) : (
            <AwaitedBody view={face.view} words={isAwaited ? "Looking for the moment" : undefined} />
          )}
        </DrawnLater>
      </TimeSlider>
      <FlightCaption otherwise={<BenchStrip />} />
      {moment && <ChangesSince onChange={setPending} />}
      <FlightPanel
        onHighlight={(ids, failedIds, regions) =>
          setFlown(regions.length === 0 ? noFlight : { lit: new Set(ids), failed: new Set(failedIds), regions })
        }
      />
      <BenchPanel world={world} isReadOnly={isReadOnly} />
      {previewed && (
        <PreviewModal
          change={previewed}
          // What was made is made in the present, whatever moment its target was brought back from.
          onMade={() => show(undefined)}
          onClose={() => {
            setPending(undefined);
            if (face.preview !== undefined) setFace({ preview: undefined });
          }}
        />
      )}
    </DrawnInTurns>
  );
}

/** As one value, so that a map without a flight is not drawn anew. */
const noFlight: Flown = { lit: new Set(), failed: new Set(), regions: [] };

/** Where a flight is on the map. */
interface Flown {
  readonly lit: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
  /** They have their lanes, used or not. */
  readonly regions: readonly string[];
}

function foundText(map: AliasMap | undefined): string {
  if (!map) return "";
  const aliases = map.lanes.reduce((sum, lane) => sum + lane.aliases.length, 0);
  const keys = map.lanes.reduce((sum, lane) => sum + lane.keys.length, 0);
  return `${aliases === 0 ? "0 aliases" : aliasCount(aliases)}, ${keyCount(keys)}`;
}

function pictureRefusal(view: ExplorerView, shown: AliasMap | undefined): string | undefined {
  if (view !== "map") return "Only the map can be taken as a picture.";
  const isEmpty = !shown?.lanes.some(({ aliases, keys }) => aliases.length + keys.length > 0);
  return isEmpty ? "There is nothing on the map." : undefined;
}

function UnreadPreview({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <Alert
      type="warning"
      header="The link's preview could not be read"
      dismissible
      dismissAriaLabel="Dismiss the note on the link's preview"
      onDismiss={onDismiss}
    >
      The link asks for the preview of a change, but does not tell one that can be made here. Nothing was changed.
    </Alert>
  );
}
