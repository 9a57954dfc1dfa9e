// Exports the one source of choices of a fuzz session: the same seed makes the same choices.
import { countedRandom } from "#testing/counted-random.ts";

export interface Dice {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** True once in `times` throws. */
  oneIn(times: number): boolean;
  pick<T>(choices: readonly T[]): T;
  bytes(length: number): Uint8Array;
}

export function createDice(seed: number): Dice {
  const { random } = countedRandom(seed);
  const below = (end: number): number => {
    const bytes = random(4);
    return Math.floor((new DataView(bytes.buffer).getUint32(0) / 2 ** 32) * end);
  };
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick(choices) {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error("nothing to pick from");
      return choice;
    },
    bytes: random,
  };
}
