// Exports the form of work that is done in slices: it pauses at each `yield`, so that whoever drives it can let the page answer.

export type Slices<T> = Generator<undefined, T>;

/** After so many records a loop pauses: a millisecond's work or so. */
export const sliceSize = 2000;

/** The items that are wanted, in their order. */
export function* filtered<T>(items: readonly T[], isWanted: (item: T) => boolean): Slices<readonly T[]> {
  const wanted: T[] = [];
  let read = 0;
  for (const item of items) {
    if (isWanted(item)) wanted.push(item);
    read += 1;
    if (read % sliceSize === 0) yield;
  }
  return wanted;
}

/** Drives the work to its end without a pause. */
export function atOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
