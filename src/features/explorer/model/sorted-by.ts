// Exports sortedBy: items in the order of a number that each of them has.

/** Equal ranks keep their order. */
export function sortedBy<T>(items: readonly T[], rank: (item: T) => number): readonly T[] {
  const ranked = items.map((item) => ({ item, at: rank(item) }));
  // Two infinities have no difference.
  ranked.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return ranked.map(({ item }) => item);
}
