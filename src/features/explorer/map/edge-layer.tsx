// Exports EdgeLayer: the lanes and the edges of the map, in one drawing under the nodes. Their paths come from the layout; when
// one changes, the browser moves it there (map.css).
import { useStore } from "@xyflow/react";
import { memo, useMemo } from "react";
import type { LaneBox, Layout, MapNode } from "#features/explorer/model/layout.ts";
import { findRegion, isReservedAlias } from "#kms/index.ts";
import { bandsInView, edgesIn } from "./edge-bands.ts";
import { EdgeView } from "./edge-view.tsx";
import { edgeLight, type Lights } from "./lights.ts";
import { useMapState } from "./map-state.ts";
import { edgeSentence } from "./node-words.ts";

interface Props {
  readonly layout: Layout;
  readonly nodeOf: (id: string) => MapNode | undefined;
  readonly isReadOnly: boolean;
  readonly lights: Lights;
  readonly since: ReadonlyMap<string, string> | undefined;
}

export const EdgeLayer = memo(function EdgeLayer({ layout, nodeOf, isReadOnly, lights, since }: Props) {
  const bands = useStore(({ transform: [, y, zoom], height }) => bandsInView(-y / zoom, (height - y) / zoom));
  // Drawn even out of view: it may have the focus.
  const active = useMapState((state) => (state.active?.startsWith("edge:") ? state.active : undefined));
  const edges = useMemo(() => {
    const near = edgesIn(layout.edges, bands);
    const far = active !== undefined && !near.some(({ id }) => id === active);
    return far ? [...near, ...layout.edges.filter(({ id }) => id === active)] : near;
  }, [layout, bands, active]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg className="map-drawing" role="group" aria-label="Edges" width={layout.width} height={layout.height}>
      {layout.lanes.map((lane) => (
        <LaneFrame key={lane.id} lane={lane} />
      ))}
      {edges.map((edge) => {
        const [source, target] = [nodeOf(edge.source), nodeOf(edge.target)];
        if (!source || !target) return null;
        return (
          <EdgeView
            key={edge.id}
            edge={edge}
            label={edgeSentence(edge, source, target)}
            take={isReadOnly ? undefined : takenBy(source)}
            light={edgeLight(lights, edge)}
            isGone={edge.type === "target" && since?.has(edge.source) === true}
          />
        );
      })}
    </svg>
  );
});

/** The alias that moves with the end of its edge; names, groups and AWS's own stay. */
function takenBy(node: MapNode): string | undefined {
  return node.type === "alias" && !isReservedAlias(node.node.alias.aliasName) ? node.id : undefined;
}

function LaneFrame({ lane: { region, x, y, width, height, awsY } }: { readonly lane: LaneBox }) {
  const hasAws = awsY < y + height;
  return (
    <g className="map-lane">
      <rect x={x} y={y} width={width} height={height} rx={12} />
      <text x={x + 16} y={y + 26}>
        {findRegion(region)?.name ?? region} {region}
      </text>
      {hasAws && (
        <>
          <line x1={x + 16} x2={x + width - 16} y1={awsY - 14} y2={awsY - 14} />
          <text className="map-lane-aws" x={x + width / 2} y={awsY - 19} textAnchor="middle">
            Managed by AWS
          </text>
        </>
      )}
    </g>
  );
}
