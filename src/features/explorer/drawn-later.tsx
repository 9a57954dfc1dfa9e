// Exports DrawnLater and DrawnInTurns: parts of the page that wait until what stands before them has been painted. Drawn all at once
// the explorer would let nothing else run for half a second; in parts, the page answers in between.
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, startTransition, useEffect, useState } from "react";

interface LaterProps {
  /** Keeps the place, so that nothing below it moves. */
  readonly meanwhile: ReactNode;
  readonly children: ReactNode;
}

export function DrawnLater({ meanwhile, children }: LaterProps) {
  return useTurn(2) < 2 ? meanwhile : children;
}

interface InTurnsProps {
  readonly children: readonly ReactNode[];
}

/** One below the other, from the top. */
export function DrawnInTurns({ children }: InTurnsProps) {
  return <SpaceBetween size="s">{children.slice(0, useTurn(children.length))}</SpaceBetween>;
}

/** Counts from 1 to `last`. A turn is a transition: React puts its drawing off for whatever the user does. */
function useTurn(last: number): number {
  const [turn, setTurn] = useState(1);
  useEffect(() => {
    if (turn < last) startTransition(() => setTurn(turn + 1));
  }, [turn, last]);
  return turn;
}
