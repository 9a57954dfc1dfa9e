// Exports drawNode: a thing of the map as the map itself shows it, with its marks: whose it is, its state, what it lacks.
import { isReservedAlias } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import { nameText } from "./filter.ts";
import type { MapNode } from "./layout.ts";
import { aliasCount, shortKeyId } from "./outline.ts";
import type { Palette } from "./palette.ts";
import { fitted, rect, text, widthOf } from "./svg-shapes.ts";

export function drawNode(node: MapNode, palette: Palette, isApiName: boolean): string {
  const named = (aliasName: string): string => nameText(aliasName, isApiName);
  switch (node.type) {
    case "alias": {
      const { alias, key } = node.node;
      const isAws = isReservedAlias(alias.aliasName);
      const tags = [...(isAws ? [ofAws] : []), ...(key ? [] : [noKey])];
      return oneLine(node, palette, { title: named(alias.aliasName), tags, look: isAws ? "aws" : "plain" });
    }
    case "key":
      return drawKey(node, palette);
    case "name":
      return drawName(node, palette, named(node.name.aliasName));
    case "gap": {
      const tags = [{ text: `Not in ${node.region}`, isDashed: true }];
      return oneLine(node, palette, { title: named(node.aliasName), tags, look: "gap" });
    }
    case "aliasGroup":
    case "keyGroup":
      return oneLine(node, palette, { title: node.group.text, tags: [], look: "group" });
  }
}

interface Tag {
  readonly text: string;
  readonly isDashed: boolean;
}

const ofAws: Tag = { text: "AWS", isDashed: false };
const noKey: Tag = { text: "No key", isDashed: true };

type Look = "plain" | "aws" | "gap" | "group";

/** As map.css has them: dashed is what AWS manages and what stands for several, dotted is what is not there. */
const dashesOf = { plain: undefined, aws: "3 3", gap: "1 3", group: "3 3" } as const satisfies Record<
  Look,
  string | undefined
>;

function frame(node: MapNode, palette: Palette, look: Look): readonly string[] {
  const { background, line } = palette;
  const fill = look === "aws" || look === "gap" ? background : palette.node;
  const behind = { ...node, x: node.x + 3, y: node.y + 3 };
  return [
    ...(look === "group" ? [rect(behind, { fill, stroke: line, radius: 8 })] : []),
    rect(node, { fill, stroke: line, radius: 8, dashes: dashesOf[look] }),
  ];
}

interface Words {
  readonly title: string;
  readonly tags: readonly Tag[];
  readonly look: Look;
}

function oneLine(node: MapNode, palette: Palette, { title, tags, look }: Words): string {
  const middle = node.y + node.height / 2;
  const { drawn, left } = drawTags(tags, node.x + node.width - 8, middle, palette);
  const isBold = look === "plain" || look === "group";
  const shown = fitted(
    title,
    Math.min(left, node.x + node.width - padding) - (node.x + padding),
    isBold ? "bold" : "plain",
  );
  const fill = look === "gap" ? palette.faint : palette.text;
  return [...frame(node, palette, look), text(node.x + padding, middle + 5, shown, { fill, isBold }), ...drawn].join(
    "\n",
  );
}

const padding = 12;

/** From the right to the left, and where they end there. */
function drawTags(tags: readonly Tag[], right: number, middle: number, palette: Palette) {
  const drawn: string[] = [];
  let left = right;
  for (const tag of [...tags].reverse()) {
    const width = widthOf(tag.text, 12, "plain") + 10;
    const box = { x: left - width, y: middle - 10, width, height: 20 };
    const dashes = tag.isDashed ? "3 3" : undefined;
    drawn.push(
      rect(box, { fill: "none", stroke: palette.line, radius: 4, dashes }),
      text(box.x + width / 2, middle + 4, tag.text, { fill: palette.faint, size: 12, anchor: "middle" }),
    );
    left = box.x - 8;
  }
  return { drawn, left };
}

/** A name that is not the same in all Regions tells how, under itself. */
function drawName(node: Extract<MapNode, { readonly type: "name" }>, palette: Palette, title: string): string {
  const { difference } = node.name;
  if (difference === undefined) return oneLine(node, palette, { title, tags: [], look: "plain" });
  const [left, room] = [node.x + padding, node.width - 2 * padding];
  return [
    ...frame(node, palette, "plain"),
    text(left, node.y + 18, fitted(title, room, "bold"), { fill: palette.text, isBold: true }),
    text(left, node.y + 35, fitted(difference, room, "plain", 12), { fill: palette.faint, size: 12 }),
  ].join("\n");
}

function drawKey(node: Extract<MapNode, { readonly type: "key" }>, palette: Palette): string {
  const { key, aliases } = node.node;
  const isAws = key.keyManager === "AWS";
  const isEnabled = key.keyState === "Enabled";
  const [left, right] = [node.x + padding, node.x + node.width - padding];
  const count = aliasCount(aliases.length);
  const isLonely = aliases.length === 0;
  const tags = [...(isAws ? [ofAws] : []), ...(isLonely ? [{ text: count, isDashed: true }] : [])];
  const countWidth = isLonely ? 0 : widthOf(count, 12, "plain") + 12;
  const facts = `${key.keySpec}, ${lowerFirst(usageText(key.keyUsage))}`;
  const room = node.width - 2 * padding;
  return [
    ...frame(node, palette, isAws ? "aws" : "plain"),
    text(left, node.y + 23, shortKeyId(key.keyId), { fill: palette.text, isBold: !isAws }),
    ...drawTags(tags, right - countWidth, node.y + 18, palette).drawn,
    ...(isLonely ? [] : [text(right, node.y + 22, count, { fill: palette.faint, size: 12, anchor: "end" })]),
    text(left, node.y + 43, fitted(facts, room, "plain", 12), { fill: palette.faint, size: 12 }),
    text(left, node.y + 62, fitted(`${isEnabled ? "●" : "○"} ${statusText(key)}`, room, "plain", 12), {
      fill: isEnabled ? palette.faint : palette.text,
      size: 12,
      isBold: !isEnabled,
    }),
  ].join("\n");
}
