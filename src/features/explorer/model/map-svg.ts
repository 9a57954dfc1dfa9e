// Exports mapSvg: the whole map as one SVG that stands alone, for slides: the same things as on the page, with the same marks. It
// has no scripts, no links and no fonts of its own, and names come into it as text only.
import { findRegion } from "#kms/index.ts";
import { edgeWidth, type LaneBox, type Layout, type MapEdge } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { drawNode } from "./svg-node.ts";
import { escapeXml, fitted, rect, text } from "./svg-shapes.ts";

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
    rect({ x: 0, y: 0, width, height }, { fill: palette.background, stroke: "none" }),
    text(margin, margin + 12, fitted(title, width - 2 * margin, "bold", 18), {
      fill: palette.text,
      size: 18,
      isBold: true,
    }),
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

function drawLane({ region, awsY, ...box }: LaneBox, palette: Palette): string {
  const { x, y, width, height } = box;
  const title = `${findRegion(region)?.name ?? region} ${region}`;
  return [
    rect(box, { fill: "none", stroke: palette.lineQuiet, radius: 12 }),
    text(x + 16, y + 26, title, { fill: palette.text, size: 16, isBold: true }),
    ...(awsY < y + height
      ? [
          `<path d="M ${x + 16} ${awsY - 14} H ${x + width - 16}" stroke="${palette.lineQuiet}" stroke-dasharray="2 4"/>`,
          text(x + width / 2, awsY - 19, "Managed by AWS", { fill: palette.faint, size: 12, anchor: "middle" }),
        ]
      : []),
  ].join("\n");
}

/** As map.css has them. */
const dashesOf = { target: "", branch: "6 4", gap: "1 5" } as const satisfies Record<MapEdge["type"], string>;

function drawEdge({ path, type, count }: MapEdge, palette: Palette): string {
  const dashes = dashesOf[type] === "" ? "" : ` stroke-dasharray="${dashesOf[type]}"`;
  return `<path d="${path}" fill="none" stroke="${palette.line}" stroke-width="${edgeWidth(count)}"${dashes}/>`;
}
