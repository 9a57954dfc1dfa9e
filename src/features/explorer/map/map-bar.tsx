// Exports MapBar, under the map: what was said last, else how the map is moved and used. It stands outside, so that it covers nothing.
import { pastReason } from "#features/explorer/reasons.ts";
import { markOf, useMapHandle, useMapState } from "./map-state.ts";

export function MapBar({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { store } = useMapHandle();
  const notice = useMapState((state) => state.notice);
  // Far away, the key under the hand is too small for it.
  const over = useMapState((state) => (state.over === undefined ? undefined : markOf(state, state.over)?.words));
  return (
    <div className="map-bar">
      <div role="status" className="map-notice">
        {notice !== "" && (
          // What was said goes after a while, but not while there is something in the hand (map.css).
          <span key={notice} onAnimationEnd={() => store.set({ notice: "" })}>
            {notice}
          </span>
        )}
      </div>
      {over !== undefined && <span className="map-over">{over}</span>}
      {notice === "" && <span className="map-hint">{isReadOnly ? lookHint : useHint}</span>}
      <a className="map-credit" href="https://reactflow.dev" target="_blank" rel="noreferrer">
        React Flow
      </a>
    </div>
  );
}

const lookHint = `${pastReason} Ctrl and the wheel zoom.`;
const useHint =
  "Drag an alias onto another key, or press Enter on it for its menu. Arrow keys move, Ctrl and the wheel zoom.";
