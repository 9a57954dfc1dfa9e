// Exports the pace of long work in the page: WebCrypto runs inline in Chromium, so a row of calls lets others have their turn.
import { nextTask } from "#store/next-task.ts";

export interface Pace {
  /** To be awaited before each call. @throws the signal's reason once it is aborted */
  step(): Promise<void>;
}

/** Shorter than a frame of 60 Hz. */
const turnMs = 12;

/** @param onStep is told how many steps have been taken */
export function createPace(signal?: AbortSignal, onStep?: (steps: number) => void): Pace {
  let began = performance.now();
  let steps = 0;
  return {
    async step() {
      signal?.throwIfAborted();
      steps += 1;
      if (performance.now() - began < turnMs) return;
      onStep?.(steps);
      await nextTask();
      began = performance.now();
      signal?.throwIfAborted();
    },
  };
}
