// Exports MapPane: the map with its layout, its picture, and what stands in groups.
import Alert from "@cloudscape-design/components/alert";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { MapView } from "./map/map-view.tsx";
import type { Criteria } from "./model/filter.ts";
import type { FoldBy } from "./model/group.ts";
import type { Layout } from "./model/layout.ts";
import { aliasCount, keyCount } from "./model/outline.ts";
import { PictureMenu } from "./picture-menu.tsx";
import type { AliasMap, Change, Scope } from "./types.ts";
import { useLayout } from "./use-layout.ts";

interface Props {
  readonly map: AliasMap;
  readonly criteria: Criteria;
  readonly scope: Scope;
  readonly isApiName: boolean;
  readonly isReadOnly: boolean;
  readonly onFocus: (aliasName: string | undefined) => void;
  readonly onChange: (change: Change) => void;
  readonly onSearch: (text: string) => void;
  /** The ids of what a flight is at. */
  readonly lit: ReadonlySet<string>;
}

export function MapPane(props: Props) {
  const { map, criteria, scope, isApiName, isReadOnly, onFocus, onChange, onSearch, lit } = props;
  const [foldBy, setFoldBy] = useState<FoldBy>("prefix");
  const question = JSON.stringify([criteria, scope.account]);
  const layout = useLayout(map, { question, focus: criteria.focus, foldBy });
  return (
    <SpaceBetween size="s">
      {layout.folding && <FoldingNote folding={layout.folding} onFold={setFoldBy} />}
      <PictureMenu layout={layout} isApiName={isApiName} title={titleOf(scope, criteria)} />
      <MapView
        {...{ map, layout, isReadOnly, onFocus, onChange, onSearch, lit }}
        lens={isApiName ? "api" : "console"}
        focus={criteria.focus}
      />
    </SpaceBetween>
  );
}

function titleOf({ account, regions }: Scope, { focus }: Criteria): string {
  const place = regions.length === 1 ? `${account}, ${regions[0]}` : account;
  return focus === undefined ? `Aliases and keys of ${place}` : `${focus} in ${place}`;
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
