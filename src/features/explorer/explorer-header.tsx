// Exports ExplorerHeader: the title of the explorer, and beside it the choice of the view and what to do with it.
import Badge from "@cloudscape-design/components/badge";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { type ExplorerView, explorerViews } from "#store/paths.ts";

interface Props {
  readonly view: ExplorerView;
  readonly onView: (view: ExplorerView) => void;
  readonly picture: ReactNode;
}

export function ExplorerHeader({ view, onView, picture }: Props) {
  return (
    <Header
      variant="h1"
      info={<Badge color="blue">Sandbox extra</Badge>}
      description="Which key each alias means, in each Region. The real AWS KMS console has no such picture."
      actions={
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {picture}
          <SegmentedControl
            label="View"
            selectedId={view}
            options={explorerViews.map((id) => ({ id, text: viewTexts[id] }))}
            onChange={({ detail }) => onView(explorerViews.find((id) => id === detail.selectedId) ?? "map")}
          />
        </SpaceBetween>
      }
    >
      Alias explorer
    </Header>
  );
}

const viewTexts = { map: "Map", matrix: "Matrix", outline: "Outline" } as const satisfies Record<ExplorerView, string>;
