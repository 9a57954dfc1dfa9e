// Exports NodeMenu: what can be done with a node of the map, as a menu at the place where it was asked for. Cloudscape's
// menus hang on their own buttons; this one opens by keyboard, by right click and by the button on the node alike.
import "./map-colours.css";
import "./node-menu.css";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";

export interface MenuItem {
  readonly text: string;
  /** Why it cannot be chosen now. */
  readonly disabledReason?: string | undefined;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** In the window, in pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

export function NodeMenu({ label, items, at, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    // Kept inside the window, whatever its own size is.
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`;
    itemsOf(element)[0]?.focus({ preventScroll: true });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const all = menu.current ? itemsOf(menu.current) : [];
    const next = nextIndex(event.key, all.indexOf(document.activeElement as HTMLElement), all.length); // -1 for others
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <>
      {/* Everything outside closes it; the keyboard has Escape. */}
      <div
        className="map-menu-outside"
        aria-hidden="true"
        onPointerDown={onClose}
        onContextMenu={(event) => event.preventDefault()}
      />
      <div ref={menu} role="menu" aria-label={label} className="map-menu" tabIndex={-1} onKeyDown={onKeyDown}>
        {items.map(({ text, disabledReason, onChoose }) => (
          <button
            key={text}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={disabledReason !== undefined}
            onClick={() => {
              if (disabledReason !== undefined) return;
              onClose();
              onChoose();
            }}
          >
            {text}
            {disabledReason !== undefined && <small>{disabledReason}</small>}
          </button>
        ))}
      </div>
    </>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (index + 1) % count;
    case "ArrowUp":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
