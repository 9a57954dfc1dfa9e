// Exports useInSlices: what takes long, made a few milliseconds at a time while the page answers in between. What is small is there
// at once; until a big one is done, the one before it goes on being shown.
import { startTransition, useEffect, useMemo, useState } from "react";
import { inTurns } from "./in-turns.ts";
import { atOnce, type Slices } from "./model/slices.ts";

/**
 * @param make begins the work; it keeps its identity while it would make the same.
 * @returns undefined while the very first is being made.
 */
export function useInSlices<T>(make: () => Slices<T>, isSmall: boolean): T | undefined {
  const small = useMemo(() => (isSmall ? { value: atOnce(make()) } : undefined), [make, isSmall]);
  const [made, setMade] = useState<{ readonly value: T }>();
  useEffect(
    () => (isSmall ? undefined : inTurns(make(), (value) => startTransition(() => setMade({ value })))),
    [make, isSmall],
  );
  return (small ?? made)?.value;
}
