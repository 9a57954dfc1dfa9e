// Exports usePlaying: takes a step every so often while there is one to take.
import { useEffect, useEffectEvent, useState } from "react";

export interface Player {
  readonly isPlaying: boolean;
  start(): void;
  stop(): void;
}

/** @param canStep whether there is a step ahead; where there is none, playing ends */
export function usePlaying(everyMs: number, canStep: boolean, takeStep: () => void): Player {
  const [isOn, setOn] = useState(false);
  const isPlaying = isOn && canStep;
  const onTick = useEffectEvent(takeStep);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => onTick(), everyMs);
    return () => clearInterval(timer);
  }, [isPlaying, everyMs]);
  return { isPlaying, start: () => setOn(true), stop: () => setOn(false) };
}
