// Exports randomness drawn in bulk, for values that are no secrets: each draw of the platform costs microseconds.

const POOL_BYTES = 4096;

/** Hands out slices of a pool; no byte is handed out twice. */
export function pooledRandom(random: (length: number) => Uint8Array): (length: number) => Uint8Array {
  let pool = new Uint8Array();
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = Uint8Array.from(random(Math.max(POOL_BYTES, length)));
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
}
