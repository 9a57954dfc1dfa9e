// Exports the search for words that are spelt nearly alike, as Python's difflib ranks them.

/** The CLI asks for a ratio of 0.8 and difflib answers with three at most. */
const cutoff = 0.8;
const limit = 3;

/** Up to three choices that are nearly the word, the nearest first. Source: difflib.get_close_matches of Python. */
export function closeMatches(word: string, choices: readonly string[]): readonly string[] {
  return choices
    .map((choice) => ({ choice, ratio: (2 * matching(choice, word)) / (choice.length + word.length || 1) }))
    .filter(({ ratio }) => ratio >= cutoff)
    .sort((a, b) => b.ratio - a.ratio || (a.choice < b.choice ? 1 : -1))
    .slice(0, limit)
    .map(({ choice }) => choice);
}

/** How many characters lie in common blocks: the longest first, then what is left and right of it. */
function matching(a: string, b: string): number {
  let [size, inA, inB] = [0, 0, 0];
  let runs = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    const next = new Map<number, number>();
    for (let j = b.indexOf(a.charAt(i)); j >= 0; j = b.indexOf(a.charAt(i), j + 1)) {
      const run = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, run);
      if (run > size) [size, inA, inB] = [run, i - run + 1, j - run + 1];
    }
    runs = next;
  }
  if (size === 0) return 0;
  return size + matching(a.slice(0, inA), b.slice(0, inB)) + matching(a.slice(inA + size), b.slice(inB + size));
}
