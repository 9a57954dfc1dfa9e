// Exports MapCanvas: the map itself, with pan, zoom, fit, mini-map and keyboard.
import Button from "@cloudscape-design/components/button";
import { Panel, ReactFlow, useReactFlow, ViewportPortal } from "@xyflow/react";
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import type { AliasMap, Change } from "#features/explorer/types.ts";
import { useSandbox } from "#store/sandbox.ts";
import { EdgeLayer } from "./edge-layer.tsx";
import { type MapHandle, useMapState } from "./map-state.ts";
import { MiniMap } from "./mini-map.tsx";
import { nodeTowards } from "./move.ts";
import { nodeTypes } from "./nodes.tsx";
import { useFlowNodes } from "./use-flow-nodes.ts";
import { useMapDrag } from "./use-map-drag.ts";
import { firstViewport, minZoom, wholeViewport } from "./viewport.ts";

interface Props {
  readonly map: AliasMap;
  readonly layout: Layout;
  readonly focus: string | undefined;
  readonly isApiName: boolean;
  readonly onChange: (change: Change) => void;
  readonly isReadOnly: boolean;
  readonly lit: ReadonlySet<string> | undefined;
  readonly handle: MapHandle;
  readonly nodesById: ReadonlyMap<string, MapNode>;
}

/** Below it, names are too small to be read and are left out. */
const farZoom = 0.35;
/** Up to so many, all nodes are drawn; beyond, those in view. */
const allDrawn = 200;
const isStill = window.matchMedia("(prefers-reduced-motion: reduce)");
const gently = (): { readonly duration: number } => ({ duration: isStill.matches ? 0 : 250 });

export function MapCanvas(props: Props) {
  const { map, layout, focus, isApiName, onChange, isReadOnly, lit, handle, nodesById } = props;
  const { store } = handle;
  const flow = useReactFlow();
  const { worldStore } = useSandbox();
  const frame = useRef<HTMLElement>(null);
  const line = useRef<SVGPathElement>(null);
  const asked = useSyncExternalStore(store.subscribe, () => store.get().active);
  // Something can always be reached by Tab.
  const active = asked !== undefined && nodesById.has(asked) ? asked : layout.nodes[0]?.id;
  useEffect(() => {
    if (active !== store.get().active) store.set({ active });
  }, [active, store]);
  const nodes = useFlowNodes(layout, { isApiName, isReadOnly, lit, active });
  const nodeOf = useCallback((id: string) => nodesById.get(id), [nodesById]);
  const onPointerDown = useMapDrag({
    ...{ handle, frame, line, nodeOf, map, onChange },
    worldNow: () => worldStore.getState().world,
    pan(dx, dy) {
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x - dx, y: y - dy, zoom });
    },
  });
  useHome(layout, focus, frame);
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof Element ? event.target.getAttribute("data-node") : null;
    const from = id === null ? undefined : nodesById.get(id);
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nodeTowards(layout, from, event.key);
    if (next) {
      store.set({ active: next.id, focusRequest: store.get().focusRequest + 1 });
      bringIntoView(next);
    }
    // At the end of a column the page must not scroll away under it.
    if (next || event.key.startsWith("Arrow")) event.preventDefault();
  };
  const bringIntoView = (node: MapNode): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [node.x * zoom + x, node.y * zoom + y];
    const isIn =
      left >= 0 && top >= 0 && left + node.width * zoom <= box.width && top + node.height * zoom <= box.height;
    if (!isIn) void flow.setCenter(node.x + node.width / 2, node.y + node.height / 2, { zoom, ...gently() });
  };
  const showAll = (): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box) void flow.setViewport(wholeViewport(layout, box), gently());
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
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        onlyRenderVisibleElements={nodes.length > allDrawn}
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
        attributionPosition="bottom-left"
        onMove={(_, { zoom }) => frame.current?.toggleAttribute("data-far", zoom < farZoom)}
      >
        <ViewportPortal>
          <EdgeLayer layout={layout} nodeOf={nodeOf} isReadOnly={isReadOnly} />
        </ViewportPortal>
        <Panel position="top-right" className="map-controls">
          <Button iconName="zoom-in" variant="icon" ariaLabel="Zoom in" onClick={() => void flow.zoomIn(gently())} />
          <Button iconName="zoom-out" variant="icon" ariaLabel="Zoom out" onClick={() => void flow.zoomOut(gently())} />
          <Button iconName="zoom-to-fit" variant="icon" ariaLabel="Fit the map into the frame" onClick={showAll} />
        </Panel>
        <Panel position="bottom-right">
          <MiniMap layout={layout} />
        </Panel>
      </ReactFlow>
      <svg className="map-hand" aria-hidden="true">
        <path ref={line} />
      </svg>
      <Notice />
    </section>
  );
}

/** Goes to the beginning of the map: at first, and when something else is looked at. */
function useHome(layout: Layout, focus: string | undefined, frame: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  const shown = `${layout.lanes.map(({ region }) => region).join()} ${focus ?? ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes there when what is shown changes, and only then
  useEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    if (box) void flow.setViewport(firstViewport(latest.current, box));
  }, [shown, flow, frame]);
}

function Notice() {
  const notice = useMapState((state) => state.notice);
  return (
    <div role="status" className="map-notice">
      {notice !== "" && <span key={notice}>{notice}</span>}
    </div>
  );
}
