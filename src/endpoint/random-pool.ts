// Exports randomness drawn from the machine in bulk: each draw has a price of its own, and a call takes several.
import { randomFillSync } from "node:crypto";

const poolBytes = 4_096;

/** Strong random bytes, each in an array of its own; no byte is given twice. */
export function randomPool(): (length: number) => Uint8Array {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return (length) => {
    if (length > poolBytes / 8) return randomFillSync(new Uint8Array(length));
    if (used + length > poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    const drawn = pool.slice(used, used + length);
    pool.fill(0, used, used + length); // it may become a key: no second copy stays
    used += length;
    return drawn;
  };
}
