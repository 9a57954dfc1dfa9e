// Exports NodeFrame: what every node of the map has, whatever it shows: a face that takes the focus, its name for screen
// readers and the button of its menu.
import { type ReactNode, useRef } from "react";
import type { Light } from "./lights.ts";
import { useMapHandle, useStop } from "./map-state.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  /** Class names beside the common one. */
  readonly look: string;
  /** How it takes part in dragging: what can be taken, what can be dropped on. */
  readonly drag?: { readonly "data-take"?: string; readonly "data-key"?: string } | undefined;
  /** While dragging: whether it can be dropped on. */
  readonly mark?: "possible" | "over" | "refused" | "source" | undefined;
  /** It can be dropped on, but not without a word. */
  readonly isCautioned?: boolean | undefined;
  readonly light: Light | undefined;
  /** What a click and Enter do; without it they show the edges, and the menu. */
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
  /** Buttons of its own. The keyboard finds them in the menu. */
  readonly extra?: ReactNode;
}

export function NodeFrame(props: Props) {
  const { id, look, drag, mark, isCautioned, light, onOpen, children, extra } = props;
  const label = light === "failed" ? `${props.label}, failed here` : props.label;
  const { store, openMenu } = useMapHandle();
  const face = useRef<HTMLButtonElement>(null);
  const isActive = useStop(id, face);
  const openBelow = (element: HTMLElement): void => {
    const { left, bottom } = element.getBoundingClientRect();
    store.set({ active: id });
    openMenu(id, { x: left, y: bottom });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the right click is a shortcut to what the button has, too
    <div
      className={`map-node ${look}`}
      {...drag}
      data-active={isActive || undefined}
      data-mark={mark}
      data-caution={isCautioned || undefined}
      data-lit={light}
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
        aria-haspopup={onOpen ? undefined : "menu"}
        data-node={id}
        data-stop={id}
        tabIndex={isActive ? 0 : -1}
        onFocus={() => {
          const { active, shown } = store.get();
          if (active !== id || shown !== id) store.set({ active: id, shown: id });
        }}
        onClick={(event) => {
          // Not every browser gives the focus to a button that is pressed.
          store.set({ active: id, shown: id });
          if (onOpen) onOpen();
          // A click of the mouse only shows what it is connected to; Enter and Space have no count of clicks.
          else if (event.detail === 0) openBelow(event.currentTarget);
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
