// Exports visitMatches, which finds records of a Region by a part of their id at a limited cost.
import { afterAll, endOf, type Place, placePrefix, type Table } from "#kms/index.ts";

/** How many matches are visited, to find some of use among them. */
const examined = 400;
/** How many records of a Region are searched for what does not stand at the beginning of an id. */
const searched = 10_000;

interface Wanted<R> {
  /** What an id begins with after the place. */
  readonly start: string;
  isMatch(record: R): boolean;
}

/** Visits each match once, first those that begin with `start`, until `visit` answers false or a limit is reached. */
export function visitMatches<R>(
  table: Table<R>,
  place: Place,
  { start, isMatch }: Wanted<R>,
  visit: (match: R) => boolean,
): void {
  const seen = new Set<R>();
  let goesOn = true;
  const look = (record: R): boolean => {
    if (!isMatch(record) || seen.has(record)) return true;
    seen.add(record);
    goesOn = visit(record) && seen.size < examined;
    return goesOn;
  };
  const prefix = placePrefix(place);
  // What begins with the text is a match, but for the few names of AWS without a key: this ends at the limit of matches.
  table.scan(prefix + start, prefix + start + afterAll, look);
  if (!goesOn) return;
  let left = searched;
  table.scan(prefix, endOf(prefix), (record) => {
    left -= 1;
    return look(record) && left > 0;
  });
}
