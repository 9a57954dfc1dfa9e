// Exports mapSvg: the whole map as one SVG that stands alone, for slides. It has no scripts, no links and no fonts of its own,
// and names come into it as text only.
import { isReservedAlias } from "#kms/index.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import { nameText } from "./filter.ts";
import type { LaneBox, Layout, MapEdge, MapNode } from "./layout.ts";
import { aliasCount, keyCount, shortKeyId } from "./outline.ts";

export interface Palette {
  readonly background: string;
  readonly lane: string;
  readonly node: string;
  readonly border: string;
  readonly text: string;
  readonly faint: string;
  readonly edge: string;
  /** Of things that want a look: a key that cannot be used, a gap. */
  readonly warning: string;
}

interface Options {
  readonly palette: Palette;
  /** Names as the API has them. */
  readonly isApiName: boolean;
  readonly title: string;
}

const margin = 24;
const header = 44;
const font = "'Open Sans', 'Helvetica Neue', Roboto, Arial, sans-serif";

/** A text of SVG 1.1; the size in its `width` and `height` is the map's own. */
export function mapSvg(layout: Layout, { palette, isApiName, title }: Options): string {
  const { width, height } = pictureSize(layout);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="14" role="img" aria-label="${escapeXml(title)}">`,
    `<title>${escapeXml(title)}</title>`,
    rect({ x: 0, y: 0, width, height }, palette.background, "none"),
    text(margin, margin + 12, title, palette.text, { size: 18, weight: 700 }),
    `<g transform="translate(${margin} ${margin + header})">`,
    ...layout.lanes.map((lane) => drawLane(lane, palette)),
    ...layout.edges.map((edge) => drawEdge(edge, palette)),
    ...layout.nodes.map((node) => drawNode(node, palette, isApiName)),
    "</g>",
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

export function pictureSize({ width, height }: Layout): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(width) + 2 * margin, height: Math.ceil(height) + 2 * margin + header };
}

function drawLane(lane: LaneBox, palette: Palette): string {
  return [
    rect(lane, palette.lane, palette.border, 12),
    text(lane.x + 16, lane.y + 26, lane.region, palette.faint, { weight: 700 }),
  ].join("\n");
}

function drawEdge({ path, type, count }: MapEdge, palette: Palette): string {
  const dashes = type === "gap" ? ' stroke-dasharray="4 4"' : "";
  const weight = Math.min(6, 1.5 + Math.log2(count));
  const colour = type === "target" ? palette.edge : type === "gap" ? palette.warning : palette.border;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${round(weight)}"${dashes}/>`;
}

function drawNode(node: MapNode, palette: Palette, isApiName: boolean): string {
  const { border, isDashed, lines } = wordsOf(node, palette, isApiName);
  const [first = "", ...rest] = lines;
  const left = node.x + 12;
  const top = rest.length === 0 ? node.y + node.height / 2 + 5 : node.y + 24;
  const drawn = [
    rect(node, palette.node, border, 8, isDashed),
    text(left, top, fitted(first, node.width, "name"), isDashed ? palette.faint : palette.text, { weight: 700 }),
    ...rest.map((line, i) =>
      text(left, top + 20 * (i + 1), fitted(line, node.width, "words"), palette.faint, { size: 12 }),
    ),
  ];
  return drawn.join("\n");
}

interface Words {
  readonly border: string;
  readonly isDashed: boolean;
  /** The first is the name. */
  readonly lines: readonly string[];
}

function wordsOf(node: MapNode, palette: Palette, isApiName: boolean): Words {
  const plain = (...lines: readonly string[]): Words => ({ border: palette.border, isDashed: false, lines });
  switch (node.type) {
    case "alias": {
      const { alias, key } = node.node;
      const name = nameText(alias.aliasName, isApiName);
      const mark = key ? (isReservedAlias(alias.aliasName) ? " (AWS)" : "") : " (no key)";
      return { border: palette.border, isDashed: key === undefined, lines: [`${name}${mark}`] };
    }
    case "key": {
      const { key, aliases } = node.node;
      const owner = key.keyManager === "AWS" ? " (AWS managed)" : "";
      const isUsable = key.keyState === "Enabled";
      return {
        border: isUsable ? palette.border : palette.warning,
        isDashed: false,
        lines: [
          `${shortKeyId(key.keyId)}${owner}`,
          `${key.keySpec}, ${usageText(key.keyUsage)}`,
          `${statusText(key)}, ${aliasCount(aliases.length)}`,
        ],
      };
    }
    case "aliasGroup":
      return plain(node.group.text);
    case "keyGroup":
      return plain(keyCount(node.group.keys.length), node.group.text);
    case "name":
      return plain(`${nameText(node.name.aliasName, isApiName)}${node.name.differs ? " (differs)" : ""}`);
    case "gap":
      return { border: palette.warning, isDashed: true, lines: [`no ${nameText(node.aliasName, isApiName)}`] };
  }
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rect({ x, y, width, height }: Rectangle, fill: string, stroke: string, radius = 0, isDashed = false): string {
  const dashes = isDashed ? ' stroke-dasharray="4 4"' : "";
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"${dashes}/>`;
}

function text(
  x: number,
  y: number,
  content: string,
  fill: string,
  { size = 14, weight = 400 }: { readonly size?: number; readonly weight?: number } = {},
): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" font-size="${size}" font-weight="${weight}">${escapeXml(content)}</text>`;
}

/** SVG does not cut text by itself. The mean width of a character: of names, on the safe side; of our own words, as they are. */
const widths = { name: 8, words: 6.6 } as const;

function fitted(line: string, width: number, of: keyof typeof widths): string {
  const most = Math.floor((width - 24) / widths[of]);
  return line.length <= most ? line : `${line.slice(0, most - 3)}...`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML has no place for control characters and halves of pairs, escaped or not: the replacement character stands for them. */
function escapeXml(content: string): string {
  return content
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
