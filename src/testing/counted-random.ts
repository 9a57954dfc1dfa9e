// Exports randomness that repeats itself for a seed and counts what is drawn from it.

export interface CountedRandom {
  random(length: number): Uint8Array;
  /** How many bytes have been drawn so far. */
  drawn(): number;
}

/** SplitMix32: no two draws of a test are alike, and every run of it draws the same. */
export function countedRandom(seed: number): CountedRandom {
  let state = seed >>> 0;
  let drawn = 0;
  const nextByte = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) & 0xff;
  };
  return {
    random(length) {
      drawn += length;
      return Uint8Array.from({ length }, nextByte);
    },
    drawn: () => drawn,
  };
}
