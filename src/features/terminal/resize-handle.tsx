// Exports ResizeHandle: the upper edge of the terminal, to be dragged or moved by the arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from "react";

interface Props {
  readonly height: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (height: number) => void;
}

const step = 32;

export function ResizeHandle({ height, min, max, onResize }: Props) {
  const grip = useRef<{ readonly y: number; readonly height: number }>(undefined);
  const resize = (next: number): void => onResize(Math.round(Math.min(Math.max(next, min), max)));
  const onPointerMove = ({ clientY }: PointerEvent): void => {
    if (grip.current) resize(grip.current.height + grip.current.y - clientY);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = new Map([
      ["ArrowUp", height + step],
      ["ArrowDown", height - step],
      ["Home", min],
      ["End", max],
    ]).get(event.key);
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved; this is the separator of the ARIA window splitter pattern
    <div
      role="separator"
      aria-label="Height of the terminal"
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="terminal-resize"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { y: event.clientY, height };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
