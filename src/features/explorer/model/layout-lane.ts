// Exports layoutLane: where the aliases and the keys of one Region stand, AWS's own in a block below. What was there before stays
// where it was, so that a retarget moves an edge and nothing else.
import { isReservedAlias } from "#kms/index.ts";
import type { FoldedLane } from "./group.ts";
import { gapId, type LaneBox, type MapNode, sizes } from "./layout.ts";
import { type ColumnItem, placeColumn } from "./place-column.ts";
import { sortedBy } from "./sorted-by.ts";

export const lanePadding = 16;
/** Room for the Region's name. */
const laneHeader = 40;
const beforeAws = 28;

interface LaneFrame {
  readonly y: number;
  readonly columns: { readonly left: number; readonly right: number };
  readonly before: ReadonlyMap<string, MapNode>;
  /** The lane in the layout before. */
  readonly last: LaneBox | undefined;
}

type Left = FoldedLane["left"][number];
type Right = FoldedLane["right"][number];
/** An alias, a group of them, or the gap where one could be. */
type LeftItem = Left | { readonly id: string; readonly gap: string };

export function layoutLane(
  lane: FoldedLane,
  gaps: readonly string[],
  frame: LaneFrame,
): { readonly nodes: readonly MapNode[]; readonly box: Pick<LaneBox, "height" | "awsY"> } {
  const top = frame.y + laneHeader;
  const own = layoutBlock(
    lane,
    {
      left: withGaps(
        lane.left.filter((node) => !isAwsLeft(node)),
        lane.region,
        gaps,
      ),
      right: lane.right.filter((node) => !isAwsRight(node)),
    },
    { top, before: frame.before, lastTop: frame.last && frame.last.y + laneHeader, columns: frame.columns },
  );
  const awsTop = own.end + (own.end > top ? beforeAws : 0);
  const lastRoom = frame.last ? frame.last.awsY - frame.last.y : 0;
  const awsY = Math.max(awsTop, frame.y + lastRoom);
  const aws = layoutBlock(
    lane,
    { left: lane.left.filter(isAwsLeft), right: lane.right.filter(isAwsRight) },
    { top: awsY, before: frame.before, lastTop: frame.last?.awsY, columns: frame.columns },
  );
  const hasAws = aws.nodes.length > 0;
  const end = hasAws ? aws.end : own.end;
  // An emptied lane keeps room for a sentence.
  const height = Math.max(end - frame.y, laneHeader + sizes.alias.height) + lanePadding;
  return { nodes: [...own.nodes, ...aws.nodes], box: { height, awsY: hasAws ? awsY : frame.y + height } };
}

const isAwsLeft = (node: Left): boolean => {
  const first = "type" in node ? node.aliases[0] : node;
  return first !== undefined && isReservedAlias(first.alias.aliasName);
};
const isAwsRight = (node: Right): boolean => {
  const first = "type" in node ? node.keys[0] : node;
  return first?.key.keyManager === "AWS";
};

/** Gaps stand where the name would. */
function withGaps(left: readonly Left[], region: string, gaps: readonly string[]): readonly LeftItem[] {
  if (gaps.length === 0) return left;
  const items = left.map((node): { readonly sort: string; readonly item: LeftItem } => ({
    sort: ("type" in node ? node.aliases[0] : node)?.alias.aliasName ?? "",
    item: node,
  }));
  for (const gap of gaps) items.push({ sort: gap, item: { id: gapId(region, gap), gap } });
  items.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  return items.map(({ item }) => item);
}

interface BlockFrame {
  readonly top: number;
  readonly before: ReadonlyMap<string, MapNode>;
  /** Where the block began in the layout before. */
  readonly lastTop: number | undefined;
  readonly columns: { readonly left: number; readonly right: number };
}

function layoutBlock(
  { region, edges }: FoldedLane,
  { left, right }: { readonly left: readonly LeftItem[]; readonly right: readonly Right[] },
  { top, before, lastTop, columns }: BlockFrame,
): { readonly nodes: readonly MapNode[]; readonly end: number } {
  const lastY = (id: string): number | undefined => {
    const node = lastTop === undefined ? undefined : before.get(id);
    return node && node.y - (lastTop ?? 0);
  };
  const leftIds = new Set(left.map(({ id }) => id));
  const sourcesOf = new Map<string, string[]>();
  const targetsOf = new Map<string, string[]>();
  for (const { source, target } of edges)
    if (leftIds.has(source)) {
      push(sourcesOf, target, source);
      push(targetsOf, source, target);
    }
  // Keys in the order of their first aliases' names, then aliases beside their keys: at first no two edges cross.
  const rank = new Map(left.map(({ id }, i) => [id, i]));
  const rankOf = (ids: readonly string[] | undefined, of: ReadonlyMap<string, number>): number =>
    ids?.length ? ids.reduce((sum, id) => sum + (of.get(id) ?? 0), 0) / ids.length : Number.POSITIVE_INFINITY;
  const rightOrder = sortedBy(right, ({ id }) => rankOf(sourcesOf.get(id), rank));
  const rightRank = new Map(rightOrder.map(({ id }, i) => [id, i]));
  const leftOrder = sortedBy(left, ({ id }) => rankOf(targetsOf.get(id), rightRank));

  const leftItems = leftOrder.map(
    (item): ColumnItem => ({ id: item.id, height: sizes.alias.height, lastY: lastY(item.id) }),
  );
  const rightItems = rightOrder.map(
    (item): ColumnItem => ({ id: item.id, height: sizes.key.height, lastY: lastY(item.id) }),
  );
  const { left: leftY, right: rightY } = placeColumn(leftItems, rightItems, { sourcesOf, targetsOf });

  const nodes: MapNode[] = [];
  let end = top;
  const add = (node: MapNode): void => {
    nodes.push(node);
    end = Math.max(end, node.y + node.height);
  };
  for (const item of inOrder(left, leftY)) {
    const box = { id: item.id, x: columns.left, y: top + (leftY.get(item.id) ?? 0), ...sizes.alias };
    if ("gap" in item) add({ ...box, type: "gap", region, aliasName: item.gap });
    else if ("type" in item) add({ ...box, type: "aliasGroup", region, group: item });
    else add({ ...box, type: "alias", region, node: item });
  }
  for (const item of inOrder(right, rightY)) {
    const box = { id: item.id, x: columns.right, y: top + (rightY.get(item.id) ?? 0), ...sizes.key };
    if ("type" in item) add({ ...box, type: "keyGroup", region, group: item });
    else add({ ...box, type: "key", region, node: item });
  }
  return { nodes, end };
}

function push(map: Map<string, string[]>, id: string, other: string): void {
  const known = map.get(id);
  if (known) known.push(other);
  else map.set(id, [other]);
}

/** From top to bottom, which is the order that keyboard and screen readers go in. */
const inOrder = <T extends { readonly id: string }>(
  items: readonly T[],
  y: ReadonlyMap<string, number>,
): readonly T[] => sortedBy(items, ({ id }) => y.get(id) ?? 0);
