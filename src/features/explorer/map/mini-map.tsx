// Exports MiniMap: the whole map beside the map, and what of it is in view, unless that is all. All nodes are one path each
// side, so that thousands cost what ten do; a press on it goes there.
import { useStore, useViewport } from "@xyflow/react";
import { type PointerEvent, useMemo } from "react";
import type { Layout } from "#features/explorer/model/layout.ts";
import type { Camera } from "./use-camera.ts";

interface Props {
  readonly layout: Layout;
  readonly camera: Camera;
}

export function MiniMap({ layout, camera }: Props) {
  const { x, y, zoom } = useViewport();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const paths = useMemo(() => pathsOf(layout), [layout]);
  const goTo = (event: PointerEvent<SVGSVGElement>): void => {
    const matrix = event.currentTarget.getScreenCTM();
    if (!matrix || event.buttons !== 1) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    camera.lookAt(point.x, point.y);
  };
  const isWhole = x >= 0 && y >= 0 && x + layout.width * zoom <= width && y + layout.height * zoom <= height;
  if (isWhole) return null;
  return (
    <svg
      className="map-mini"
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, layout.width)} ${Math.max(1, layout.height)}`}
      // Stretched to its place: drawn true, the map of a thousand aliases would be a hair.
      preserveAspectRatio="none"
      onPointerDown={goTo}
      onPointerMove={goTo}
    >
      <path className="map-mini-lanes" d={paths.lanes} />
      <path className="map-mini-left" d={paths.left} />
      <path className="map-mini-right" d={paths.right} />
      <rect
        className="map-mini-view"
        x={-x / zoom}
        y={-y / zoom}
        width={width / zoom}
        height={height / zoom}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const outline = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

function pathsOf({ nodes, lanes }: Layout): Readonly<Record<"lanes" | "left" | "right", string>> {
  const isRight = ({ type }: Layout["nodes"][number]): boolean => type === "key" || type === "keyGroup";
  return {
    lanes: lanes.map(outline).join(""),
    left: nodes
      .filter((node) => !isRight(node))
      .map(outline)
      .join(""),
    right: nodes.filter(isRight).map(outline).join(""),
  };
}
