// Exports EdgeLayer: the lanes and the edges of the map, in one drawing under the nodes. Their paths come from the layout; when
// one changes, the browser moves it there (map.css).
import { useStore } from "@xyflow/react";
import { memo, useMemo } from "react";
import type { LaneBox, Layout, MapEdge, MapNode } from "#features/explorer/model/layout.ts";
import { findRegion, isReservedAlias } from "#kms/index.ts";
import { bandsInView, edgesIn } from "./edge-bands.ts";
import { edgeEnd } from "./edge-end.ts";
import { useMapState } from "./map-state.ts";

interface Props {
  readonly layout: Layout;
  readonly nodeOf: (id: string) => MapNode | undefined;
  readonly isReadOnly: boolean;
}

export const EdgeLayer = memo(function EdgeLayer({ layout, nodeOf, isReadOnly }: Props) {
  const bands = useStore(({ transform: [, y, zoom], height }) => bandsInView(-y / zoom, (height - y) / zoom));
  const edges = useMemo(() => edgesIn(layout.edges, bands), [layout, bands]);
  return (
    <svg className="map-drawing" width={layout.width} height={layout.height} aria-hidden="true">
      {layout.lanes.map((lane) => (
        <LaneFrame key={lane.id} lane={lane} />
      ))}
      {edges.map((edge) => (
        <Edge
          key={edge.id}
          edge={edge}
          path={edge.path}
          source={edge.source}
          target={edge.target}
          take={isReadOnly ? undefined : takenBy(nodeOf(edge.source))}
        />
      ))}
    </svg>
  );
});

/** The alias that moves with the end of its edge; names, groups and AWS's own stay. */
function takenBy(node: MapNode | undefined): string | undefined {
  return node?.type === "alias" && !isReservedAlias(node.node.alias.aliasName) ? node.id : undefined;
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

interface EdgeProps {
  readonly edge: MapEdge;
  readonly path: string;
  readonly source: string;
  readonly target: string;
  readonly take: string | undefined;
}

const Edge = memo(
  function Edge({ edge: { type, count }, path, source, target, take }: EdgeProps) {
    const isRelated = useMapState(({ shown }) => shown === source || shown === target);
    const isTaken = useMapState(({ drag }) => drag?.type === "retarget" && drag.node.id === source);
    // `d` as a property is what can be animated; the attribute is for browsers that know no such property.
    return (
      <g
        className={`map-edge map-edge-${type}`}
        data-related={isRelated || undefined}
        data-taken={isTaken || undefined}
      >
        <path className="map-edge-line" d={path} style={{ d: `path("${path}")` }} strokeWidth={widthOf(count)} />
        {take !== undefined && <path className="map-edge-end nopan" d={edgeEnd(path)} data-take={take} />}
      </g>
    );
  },
  // The layout makes its edges anew each time.
  (a, b) =>
    a.path === b.path &&
    a.source === b.source &&
    a.target === b.target &&
    a.take === b.take &&
    a.edge.type === b.edge.type &&
    a.edge.count === b.edge.count,
);

/** One alias is a thin line, a thousand are a thicker one. */
const widthOf = (count: number): number => Math.min(4, 1.5 + Math.log2(count) / 4);
