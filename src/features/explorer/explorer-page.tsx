// Exports ExplorerPage, Sandbox > Alias explorer: which key an alias means in each Region, now and at a past moment, and what a
// change would do before it is made. The frame: search, views, and the change that is being previewed.
import Badge from "@cloudscape-design/components/badge";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { usePlace } from "#store/location.ts";
import { type ExplorerView, explorerViews } from "#store/paths.ts";
import { BenchPanel } from "./bench/bench-panel.tsx";
import { ExplorerBody } from "./explorer-body.tsx";
import { ExplorerToolbar } from "./explorer-toolbar.tsx";
import { FlightPanel } from "./flight/flight-panel.tsx";
import { regionsInUse } from "./model/alias-map.ts";
import { type Criteria, filterMap, keysWithTags, noCriteria, tagsInUse } from "./model/filter.ts";
import { aliasCount, keyCount } from "./model/outline.ts";
import { parseChange } from "./preview/parse-change.ts";
import { PreviewModal } from "./preview/preview-modal.tsx";
import { ShownWorldProvider, useShownWorld } from "./time/shown-world.tsx";
import { TimeSlider } from "./time/time-slider.tsx";
import type { AliasMap, Change, Scope } from "./types.ts";
import { useAliasMap } from "./use-alias-map.ts";
import { useFace } from "./use-face.ts";

export function ExplorerPage() {
  return (
    <ShownWorldProvider>
      <Explorer />
    </ShownWorldProvider>
  );
}

function Explorer() {
  const { world, moment, changed } = useShownWorld();
  const isReadOnly = moment !== undefined;
  const [face, setFace] = useFace();
  const [ownCriteria, setCriteria] = useState<Partial<Criteria>>({});
  const [isApiName, setApiName] = useState(false);
  const criteria = useMemo(
    (): Criteria => ({
      ...noCriteria,
      // Every Region brings a dozen aliases of AWS: in all Regions they would bury one's own.
      isAwsHidden: face.regions === "all",
      ...ownCriteria,
      focus: face.focus,
      ...(face.regions === "one" ? { regions: [], isOnlyDiffering: false } : {}),
    }),
    [face, ownCriteria],
  );
  const enabled = useEnabledRegions();
  const scope = useScope(face.regions, criteria.regions, enabled);
  const map = useAliasMap(world, scope);
  const change = useCallback((next: Partial<Criteria>) => setCriteria((old) => ({ ...old, ...next })), []);
  // A keystroke is drawn first; what it leaves of 100,000 aliases follows.
  const wanted = useDeferredValue(criteria);
  const { tags } = world.tables;
  const tagged = useMemo(() => keysWithTags(tags, scope.account, scope.regions, wanted.tags), [tags, scope, wanted]);
  const shown = useMemo(() => map && filterMap(map, wanted, tagged), [map, wanted, tagged]);
  const tagTexts = useMemo(() => tagsInUse(tags, scope.account, scope.regions), [tags, scope]);
  const [pending, setPending] = useState<Change>();
  const asked = useMemo(() => parseChange(face.preview), [face.preview]);
  const previewed = pending ?? asked;
  const [lit, setLit] = useState<ReadonlySet<string>>(nothing);
  const focusOn = useCallback((focus: string | undefined) => setFace({ focus }), [setFace]);
  const search = useCallback((text: string) => change({ text }), [change]);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Badge color="blue">Sandbox extra</Badge>}
        description="Which key each alias means, in one Region and in all of them. The real AWS KMS console has no such picture, and it cannot retarget an alias."
        actions={
          <SegmentedControl
            label="View"
            selectedId={face.view}
            options={explorerViews.map((id) => ({ id, text: viewTexts[id] }))}
            onChange={({ detail }) => setFace({ view: explorerViews.find((id) => id === detail.selectedId) ?? "map" })}
          />
        }
      >
        Alias explorer
      </Header>
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
        found={foundText(shown)}
      />
      <TimeSlider onChange={setPending} />
      {shown ? (
        <ExplorerBody
          map={shown}
          face={face}
          criteria={wanted}
          scope={scope}
          isApiName={isApiName}
          isReadOnly={isReadOnly}
          lit={lit.size > 0 ? lit : changed}
          onFocus={focusOn}
          onSearch={search}
          onChange={setPending}
          onClear={() => {
            setCriteria({});
            setFace({ focus: undefined });
          }}
        />
      ) : (
        <Spinner size="large" />
      )}
      <FlightPanel onHighlight={(ids) => setLit(ids.length === 0 ? nothing : new Set(ids))} />
      <BenchPanel world={world} isReadOnly={isReadOnly} />
      {previewed && (
        <PreviewModal
          change={previewed}
          onClose={() => {
            setPending(undefined);
            if (face.preview !== undefined) setFace({ preview: undefined });
          }}
        />
      )}
    </SpaceBetween>
  );
}

/** As one value, so that a map without a flight is not drawn anew. */
const nothing: ReadonlySet<string> = new Set();

const viewTexts = { map: "Map", matrix: "Matrix", outline: "Outline" } as const satisfies Record<ExplorerView, string>;

function foundText(map: AliasMap | undefined): string {
  if (!map) return "";
  const aliases = map.lanes.reduce((sum, lane) => sum + lane.aliases.length, 0);
  const keys = map.lanes.reduce((sum, lane) => sum + lane.keys.length, 0);
  return `${aliasCount(aliases)}, ${keyCount(keys)}`;
}

function useEnabledRegions(): readonly string[] {
  const { account } = usePlace();
  const { world } = useShownWorld();
  const record = world.tables.accounts.get(account);
  return useMemo(() => record?.enabledRegions ?? [], [record]);
}

/** What is looked at: this Region, or those that the account uses and those that were asked for. */
function useScope(regions: "all" | "one", asked: readonly string[], enabled: readonly string[]): Scope {
  const { account, region } = usePlace();
  const { world } = useShownWorld();
  const { aliases, keys } = world.tables;
  // As a text, so that a change that brings no new Region leaves the scope what it was.
  const all = useMemo(() => {
    const used = new Set(regionsInUse({ tables: { aliases, keys } }, account, enabled, region));
    return enabled.filter((code) => used.has(code) || asked.includes(code)).join(" ");
  }, [aliases, keys, account, enabled, region, asked]);
  const text = regions === "one" ? region : all;
  return useMemo(() => ({ account, regions: text.split(" ") }), [account, text]);
}
