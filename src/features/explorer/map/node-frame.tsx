// Exports NodeFrame: what every node of the map has, whatever it shows: a face that takes the focus, its name for screen
// readers and the button of its menu.
import { type ReactNode, useEffect, useRef } from "react";
import { useMapHandle, useMapState } from "./map-state.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  /** Class names beside the common one. */
  readonly look: string;
  /** How it takes part in dragging: what can be taken, what can be dropped on. */
  readonly drag?: { readonly "data-take"?: string; readonly "data-key"?: string } | undefined;
  /** While dragging: whether it can be dropped on. */
  readonly mark?: "possible" | "over" | "refused" | "source" | undefined;
  readonly isLit?: boolean | undefined;
  readonly children: ReactNode;
  /** Buttons of its own. The keyboard finds them in the menu. */
  readonly extra?: ReactNode;
}

export function NodeFrame({ id, label, look, drag, mark, isLit, children, extra }: Props) {
  const { store, openMenu } = useMapHandle();
  const face = useRef<HTMLButtonElement>(null);
  const isActive = useMapState(({ active }) => active === id);
  const request = useMapState(({ active, focusRequest }) => (active === id ? focusRequest : 0));
  useEffect(() => {
    if (request > 0) face.current?.focus({ preventScroll: true });
  }, [request]);
  const openBelow = (element: HTMLElement): void => {
    const { left, bottom } = element.getBoundingClientRect();
    openMenu(id, { x: left, y: bottom });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the right click is a shortcut to what the button has, too
    <div
      className={`map-node ${look}`}
      {...drag}
      data-active={isActive || undefined}
      data-mark={mark}
      data-lit={isLit || undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        store.set({ active: id, shown: id });
        openMenu(id, { x: event.clientX, y: event.clientY });
      }}
    >
      <button
        ref={face}
        type="button"
        className="map-node-face"
        aria-label={label}
        aria-haspopup="menu"
        data-node={id}
        tabIndex={isActive ? 0 : -1}
        onFocus={() => {
          const { active, shown } = store.get();
          if (active !== id || shown !== id) store.set({ active: id, shown: id });
        }}
        onClick={(event) => {
          // Not every browser gives the focus to a button that is pressed.
          store.set({ active: id, shown: id });
          // A click of the mouse only shows what it is connected to; Enter and Space have no count of clicks.
          if (event.detail === 0) openBelow(event.currentTarget);
        }}
      >
        {children}
      </button>
      {extra}
      <button
        type="button"
        className="map-node-more"
        aria-label={`Actions for ${label}`}
        tabIndex={-1}
        onClick={(event) => openBelow(event.currentTarget)}
      >
        <span aria-hidden="true">⋮</span>
      </button>
    </div>
  );
}
