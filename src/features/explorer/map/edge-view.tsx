// Exports EdgeView: one edge. It takes the focus like a node, and its menu is that of the alias it belongs to.
import { memo, useRef } from "react";
import { edgeWidth, type MapEdge } from "#features/explorer/model/layout.ts";
import { edgeEnd } from "./edge-end.ts";
import type { Light } from "./lights.ts";
import { useMapHandle, useMapState, useStop } from "./map-state.ts";

interface Props {
  readonly edge: MapEdge;
  readonly label: string;
  /** The alias that is taken with the edge's end. */
  readonly take: string | undefined;
  readonly light: Light | undefined;
  /** Whether it is of the past: the alias has moved or been removed since. */
  readonly isGone: boolean;
}

export const EdgeView = memo(
  function EdgeView({ edge: { id, type, count, path, source, target }, label, take, light, isGone }: Props) {
    const { store, openMenu } = useMapHandle();
    const element = useRef<SVGGElement>(null);
    const isActive = useStop(id, element);
    const isRelated = useMapState(({ shown }) => shown === id || shown === source || shown === target);
    const isTaken = useMapState(({ drag }) => drag?.type === "retarget" && drag.node.id === source);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn as a curve
      <g
        ref={element}
        role="button"
        aria-label={light === "failed" ? `${label}, failed here` : label}
        aria-haspopup="menu"
        tabIndex={isActive ? 0 : -1}
        className={`map-edge map-edge-${type}`}
        data-stop={id}
        data-related={isRelated || undefined}
        data-taken={isTaken || undefined}
        data-lit={light}
        data-gone={isGone || undefined}
        onFocus={() => store.set({ active: id, shown: id })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
          openMenu(type === "target" ? source : target, { x: left + width / 2, y: top + height / 2 });
        }}
      >
        {/* `d` as a property is what can be animated; the attribute is for browsers that know no such property. */}
        <path className="map-edge-line" d={path} style={{ d: `path("${path}")` }} strokeWidth={edgeWidth(count)} />
        {take !== undefined && <path className="map-edge-end nopan" d={edgeEnd(path)} data-take={take} />}
      </g>
    );
  },
  // The layout makes its edges anew each time.
  (a, b) =>
    a.label === b.label &&
    a.take === b.take &&
    a.light === b.light &&
    a.isGone === b.isGone &&
    a.edge.path === b.edge.path &&
    a.edge.source === b.edge.source &&
    a.edge.target === b.edge.target &&
    a.edge.type === b.edge.type &&
    a.edge.count === b.edge.count,
);
