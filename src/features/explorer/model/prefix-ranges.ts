// Exports prefixRanges: names in order, cut into ranges of a common beginning. The biggest range is cut first, so that what is
// crowded is told apart and what is small stays together.
import { type Slices, sliceSize } from "./slices.ts";

export interface NameRange {
  /** `from` belongs to it, `to` does not. */
  readonly from: number;
  readonly to: number;
  /** What all names of it begin with. */
  readonly prefix: string;
}

/** @param most how many ranges there may be. `names` are in code unit order between `from` and `to`. */
export function* prefixRanges(
  names: readonly string[],
  whole: { readonly from: number; readonly to: number },
  most: number,
): Slices<readonly NameRange[]> {
  if (whole.from >= whole.to) return [];
  const ranges = [withPrefix(names, whole)];
  const uncut = new Set(ranges);
  while (uncut.size > 0) {
    let biggest: NameRange | undefined;
    for (const range of uncut) if (!biggest || sizeOf(range) > sizeOf(biggest)) biggest = range;
    if (!biggest || sizeOf(biggest) < 2) break;
    uncut.delete(biggest);
    if (sizeOf(biggest) > sliceSize) yield;
    const parts = cut(names, biggest);
    if (ranges.length - 1 + parts.length > most) continue; // a smaller one may still have room
    ranges.splice(ranges.indexOf(biggest), 1, ...parts);
    for (const part of parts) uncut.add(part);
  }
  return ranges;
}

const sizeOf = ({ from, to }: NameRange): number => to - from;

/** Parts that differ in the character behind the common beginning. */
function cut(names: readonly string[], { from, to, prefix }: NameRange): NameRange[] {
  const parts: NameRange[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i += 1) {
    if (i < to && names[i]?.charAt(prefix.length) === names[start]?.charAt(prefix.length)) continue;
    parts.push(withPrefix(names, { from: start, to: i }));
    start = i;
  }
  return parts;
}

/** In order, the first and the last name have in common what all of them have. */
function withPrefix(names: readonly string[], { from, to }: { readonly from: number; readonly to: number }): NameRange {
  const first = names[from] ?? "";
  const last = names[to - 1] ?? "";
  let length = 0;
  while (length < first.length && first.charAt(length) === last.charAt(length)) length += 1;
  return { from, to, prefix: first.slice(0, length) };
}
