// Exports inTurns: drives work that is made in slices, a few milliseconds at a time, while the page answers in between.
import type { Slices } from "./model/slices.ts";

/** How long the page waits for one turn of the work, in milliseconds: half a frame. */
const turn = 8;

/** Returns what stops it. */
export function inTurns<T>(slices: Slices<T>, done: (value: T) => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const until = performance.now() + turn;
    while (performance.now() < until) {
      const step = slices.next();
      if (!step.done) continue;
      port1.close();
      done(step.value);
      return;
    }
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  return () => port1.close();
}
