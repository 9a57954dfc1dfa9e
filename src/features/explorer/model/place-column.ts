// Exports placeColumn: heights for two columns, each thing as near as possible to where it was, or to what it is joined with,
// and none over another.

export interface ColumnItem {
  readonly id: string;
  readonly height: number;
  /** Where it was before; undefined for what is new. */
  readonly lastY: number | undefined;
}

interface Joined {
  /** Right id -> the left ids that are joined with it; and the other way round. */
  readonly sourcesOf: ReadonlyMap<string, readonly string[]>;
  readonly targetsOf: ReadonlyMap<string, readonly string[]>;
}

/** Between two things of a column. */
const gapBetween = { left: 8, right: 12 } as const;

interface Columns {
  readonly left: ReadonlyMap<string, number>;
  readonly right: ReadonlyMap<string, number>;
}

/** Items are given in the order that they should have; those that were there before keep theirs. */
export function placeColumn(
  left: readonly ColumnItem[],
  right: readonly ColumnItem[],
  { sourcesOf, targetsOf }: Joined,
): Columns {
  const isFirst = ![...left, ...right].some(({ lastY }) => lastY !== undefined);
  if (!isFirst)
    return {
      left: settle(keepPlaces(left, gapBetween.left), gapBetween.left),
      right: settle(keepPlaces(right, gapBetween.right), gapBetween.right),
    };
  // Each column in turn moves beside the other one.
  const stacked = settle(stack(left, gapBetween.left), gapBetween.left);
  const rightY = settle(beside(right, left, stacked, sourcesOf, gapBetween.right), gapBetween.right);
  const leftY = settle(beside(left, right, rightY, targetsOf, gapBetween.left), gapBetween.left);
  return { left: leftY, right: settle(beside(right, left, leftY, sourcesOf, gapBetween.right), gapBetween.right) };
}

interface Wish {
  readonly id: string;
  readonly height: number;
  readonly y: number;
}

function stack(items: readonly ColumnItem[], gap: number): readonly Wish[] {
  let y = 0;
  return items.map(({ id, height }) => {
    const wish = { id, height, y };
    y += height + gap;
    return wish;
  });
}

/** Each in the middle of what it is joined with; the rest behind the one above it. */
function beside(
  items: readonly ColumnItem[],
  others: readonly ColumnItem[],
  otherY: ReadonlyMap<string, number>,
  joined: ReadonlyMap<string, readonly string[]>,
  gap: number,
): readonly Wish[] {
  const heights = new Map(others.map(({ id, height }) => [id, height]));
  let next = 0;
  return items.map(({ id, height }) => {
    const ends = joined.get(id) ?? [];
    let middle = 0;
    for (const end of ends) middle += ((otherY.get(end) ?? 0) + (heights.get(end) ?? 0) / 2) / ends.length;
    const y = ends.length > 0 ? middle - height / 2 : next;
    next = y + height + gap;
    return { id, height, y };
  });
}

/** What was there before in its old order; what is new behind the one that it follows in the new order. */
function keepPlaces(items: readonly ColumnItem[], gap: number): readonly Wish[] {
  const stayed = items.filter((item): item is ColumnItem & { readonly lastY: number } => item.lastY !== undefined);
  stayed.sort((a, b) => a.lastY - b.lastY);
  const followers = new Map<string | undefined, ColumnItem[]>();
  let leader: string | undefined;
  for (const item of items) {
    if (item.lastY !== undefined) leader = item.id;
    else {
      const known = followers.get(leader);
      if (known) known.push(item);
      else followers.set(leader, [item]);
    }
  }
  const wishes: Wish[] = [];
  const follow = (of: string | undefined, from: number): void => {
    let y = from;
    for (const { id, height } of followers.get(of) ?? []) {
      wishes.push({ id, height, y });
      y += height + gap;
    }
  };
  follow(undefined, 0);
  for (const { id, height, lastY } of stayed) {
    wishes.push({ id, height, y: lastY });
    follow(id, lastY + height + gap);
  }
  return wishes;
}

interface Run {
  /** The sum of what its members wish, each less the room of those above it. */
  sum: number;
  count: number;
}

/**
 * The places nearest to the wishes (least squares) that keep the order and overlap nowhere: members that would overlap are
 * merged into runs, which stand where their members wish on average.
 */
function settle(wishes: readonly Wish[], gap: number): ReadonlyMap<string, number> {
  const runs: Run[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { y, height } of wishes) {
    offsets.push(offset);
    let run: Run = { sum: y - offset, count: 1 };
    for (let above = runs.at(-1); above && above.sum / above.count > run.sum / run.count; above = runs.at(-1)) {
      runs.pop();
      run = { sum: above.sum + run.sum, count: above.count + run.count };
    }
    runs.push(run);
    offset += height + gap;
  }
  const places = new Map<string, number>();
  let i = 0;
  for (const { sum, count } of runs)
    for (const end = i + count; i < end; i += 1) {
      const wish = wishes[i];
      if (wish) places.set(wish.id, Math.max(0, Math.round(sum / count)) + (offsets[i] ?? 0));
    }
  return places;
}
