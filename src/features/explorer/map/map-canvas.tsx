// Exports MapCanvas: the map itself, with what stands around it, and the keyboard.
import { ReactFlow, ViewportPortal } from "@xyflow/react";
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import type { Change } from "#features/explorer/types.ts";
import { useSandbox } from "#store/sandbox.ts";
import { EdgeLayer } from "./edge-layer.tsx";
import { lightsOf } from "./lights.ts";
import { MapBar } from "./map-bar.tsx";
import { MapRail } from "./map-rail.tsx";
import type { MapHandle } from "./map-state.ts";
import { isEdge, type MapStop, stopTowards } from "./move.ts";
import { nodeTypes } from "./nodes.tsx";
import { useCamera } from "./use-camera.ts";
import { useFlowNodes } from "./use-flow-nodes.ts";
import { useMapDrag } from "./use-map-drag.ts";
import { type Box, minZoom, panExtent } from "./viewport.ts";

interface Props {
  readonly layout: Layout;
  readonly focus: string | undefined;
  readonly isApiName: boolean;
  readonly onChange: (change: Change) => void;
  readonly isReadOnly: boolean;
  readonly lit: ReadonlySet<string> | undefined;
  readonly failed: ReadonlySet<string> | undefined;
  readonly since: ReadonlyMap<string, string> | undefined;
  readonly handle: MapHandle;
  readonly nodesById: ReadonlyMap<string, MapNode>;
}

/** Below them, details are left out and names are written larger; then names are left out, too. */
const farZooms = { names: 0.6, nothing: 0.25 } as const;
/** Up to so many, all nodes are drawn; beyond, those in view. */
const allDrawn = 100;

export function MapCanvas(props: Props) {
  const { layout, focus, isApiName, onChange, isReadOnly, lit, failed, since, handle, nodesById } = props;
  const { store } = handle;
  const { worldStore } = useSandbox();
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const line = useRef<SVGPathElement>(null);
  const camera = useCamera(layout, focus, canvas);
  const active = useActive(layout, nodesById, handle);
  const lights = useMemo(() => lightsOf(layout, lit, failed), [layout, lit, failed]);
  const nodes = useFlowNodes(layout, { isApiName, isReadOnly, lights, since, active });
  const nodeOf = useCallback((id: string) => nodesById.get(id), [nodesById]);
  const worldNow = () => worldStore.getState().world;
  const onPointerDown = useMapDrag({ handle, frame, canvas, line, camera, nodeOf, layout, worldNow, onChange });
  const extent = useMemo(() => panExtent(layout), [layout]);
  const showLit = useEffectEvent(() => {
    // Where it failed before stays marked; where it is now is what to look at.
    const now = lightsOf(layout, lit, undefined);
    const boxes = layout.nodes.filter(({ id }) => (now.size > 0 ? now : lights).has(id));
    if (boxes.length === 0 || store.get().drag) return;
    // The edges of what was pressed before would look like a part of the way.
    store.set({ shown: undefined });
    camera.reveal(around(boxes));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request that moves on is followed; a map that changes is not
  useEffect(showLit, [lit, failed]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof Element ? event.target.getAttribute("data-stop") : null;
    const from = id === null ? undefined : stopOf(layout, nodesById, id);
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stopTowards(layout, from, event.key);
    if (next) {
      store.set({ active: next.id, isFocusWanted: true });
      camera.reveal(boxOf(next, nodesById));
    }
    // At the end of a column the page must not scroll away under it.
    if (next || event.key.startsWith("Arrow")) event.preventDefault();
  };
  return (
    <section
      ref={frame}
      className="map-view"
      aria-label="Map of aliases and keys"
      data-read-only={isReadOnly || undefined}
      onPointerDown={isReadOnly ? undefined : onPointerDown}
      onKeyDown={onKeyDown}
    >
      <div ref={canvas} className="map-canvas">
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          onlyRenderVisibleElements={nodes.length > allDrawn}
          translateExtent={extent}
          minZoom={minZoom}
          maxZoom={2}
          // The page scrolls over the map as elsewhere; with Ctrl (or two fingers) it zooms.
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          // It would stand over a node; the bar below says it instead.
          proOptions={{ hideAttribution: true }}
          onMove={(_, { zoom }) => markFar(frame.current, zoom)}
        >
          <ViewportPortal>
            <EdgeLayer layout={layout} nodeOf={nodeOf} isReadOnly={isReadOnly} lights={lights} since={since} />
          </ViewportPortal>
        </ReactFlow>
        <svg className="map-hand" aria-hidden="true">
          <path ref={line} />
        </svg>
      </div>
      <MapRail layout={layout} camera={camera} />
      <MapBar isReadOnly={isReadOnly} />
    </section>
  );
}

/** What takes the keyboard: the node or edge that had it last, else the first; something can always be reached by Tab. */
function useActive(layout: Layout, nodesById: ReadonlyMap<string, MapNode>, { store }: MapHandle): string | undefined {
  const asked = useSyncExternalStore(store.subscribe, () => store.get().active);
  const isThere = asked !== undefined && stopOf(layout, nodesById, asked) !== undefined;
  const active = isThere ? asked : layout.nodes[0]?.id;
  useEffect(() => {
    if (active === store.get().active) return;
    // The focus was on what has gone or is just going, unless it is somewhere else already.
    const at = document.activeElement;
    const isLost = asked !== undefined && (at === document.body || at?.getAttribute("data-stop") === asked);
    store.set({ active, ...(isLost ? { isFocusWanted: true } : {}) });
  }, [active, asked, store]);
  return active;
}

function stopOf(layout: Layout, nodesById: ReadonlyMap<string, MapNode>, id: string): MapStop | undefined {
  return nodesById.get(id) ?? (id.startsWith("edge:") ? layout.edges.find((edge) => edge.id === id) : undefined);
}

function boxOf(stop: MapStop, nodesById: ReadonlyMap<string, MapNode>): Box {
  if (!isEdge(stop)) return stop;
  return around([nodesById.get(stop.source), nodesById.get(stop.target)].filter((node) => node !== undefined));
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function markFar(frame: HTMLElement | null, zoom: number): void {
  const far = zoom < farZooms.nothing ? "nothing" : zoom < farZooms.names ? "names" : undefined;
  if (far === undefined) frame?.removeAttribute("data-far");
  else frame?.setAttribute("data-far", far);
}
