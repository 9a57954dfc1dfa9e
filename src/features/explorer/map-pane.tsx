// Exports MapPane: the map with its layout, and what stands in groups; and AwaitedMap, its frame while it is made.
import Alert from "@cloudscape-design/components/alert";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { MapView } from "./map/map-view.tsx";
import type { Criteria } from "./model/filter.ts";
import type { FoldBy } from "./model/group.ts";
import type { Layout } from "./model/layout.ts";
import { aliasCount, keyCount } from "./model/outline.ts";
import type { AliasMap, Change, Lens, Scope } from "./types.ts";
import { useLayout } from "./use-layout.ts";

/** What every view of the map gets, and what only the map itself needs. */
export interface PaneProps {
  readonly map: AliasMap;
  readonly criteria: Criteria;
  readonly scope: Scope;
  readonly lens: Lens;
  readonly isReadOnly: boolean;
  readonly onFocus: (aliasName: string | undefined) => void;
  readonly onChange: (change: Change) => void;
  readonly onSearch: (text: string) => void;
  /** The ids of what a flight is at. */
  readonly lit: ReadonlySet<string>;
  /** The ids of where it has failed. */
  readonly failed: ReadonlySet<string>;
  /** What has become since of the aliases of a past moment, by their ids. */
  readonly since: ReadonlyMap<string, string>;
  /** Told what is drawn, for whoever takes a picture of it. */
  readonly drawn: RefObject<Layout | undefined>;
}

export function MapPane({ criteria, scope, drawn, ...view }: PaneProps) {
  const [foldBy, setFoldBy] = useState<FoldBy>("prefix");
  const question = JSON.stringify([criteria, scope.account]);
  const layout = useLayout(view.map, { question, focus: criteria.focus, foldBy });
  useEffect(() => {
    drawn.current = layout;
  }, [drawn, layout]);
  if (!layout) return <AwaitedMap />;
  return (
    <SpaceBetween size="s">
      {layout.folding && <FoldingNote folding={layout.folding} onFold={setFoldBy} />}
      <MapView {...view} layout={layout} focus={criteria.focus} />
    </SpaceBetween>
  );
}

/** As large as the map, so that nothing moves when it comes. */
export function AwaitedMap({ sign }: { readonly sign?: ReactNode }) {
  return <div className="map-view map-awaited">{sign ?? <Spinner size="large" />}</div>;
}

interface NoteProps {
  readonly folding: NonNullable<Layout["folding"]>;
  readonly onFold: (by: FoldBy) => void;
}

function FoldingNote({ folding: { by, aliases, keys }, onFold }: NoteProps) {
  const grouped = [...(aliases > 0 ? [aliasCount(aliases)] : []), ...(keys > 0 ? [keyCount(keys)] : [])].join(" and ");
  return (
    <Alert
      type="info"
      action={
        <SegmentedControl
          label="Group aliases by"
          selectedId={by}
          options={[
            { id: "prefix", text: "By name" },
            { id: "key", text: "By key" },
          ]}
          onChange={({ detail }) => onFold(detail.selectedId === "key" ? "key" : "prefix")}
        />
      }
    >
      This is too much to be drawn one by one: {grouped} stand in groups. Search, filter or focus to see them one by
      one.
    </Alert>
  );
}
