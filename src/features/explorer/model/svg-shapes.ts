// Exports the shapes that a picture of the map is made of, as SVG 1.1 text, and how much room a text takes.

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Outline {
  readonly fill: string;
  readonly stroke: string;
  readonly radius?: number;
  readonly dashes?: string | undefined;
}

export function rect({ x, y, width, height }: Rectangle, { fill, stroke, radius = 0, dashes }: Outline): string {
  const dashed = dashes === undefined ? "" : ` stroke-dasharray="${dashes}"`;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}" stroke="${stroke}"${dashed}/>`;
}

interface Letters {
  readonly fill: string;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
}

export function text(x: number, y: number, content: string, letters: Letters): string {
  const { fill, size = 14, isBold = false, anchor = "start" } = letters;
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" font-size="${size}" font-weight="${isBold ? 700 : 400}"${anchored}>${escapeXml(content)}</text>`;
}

/** SVG does not measure or cut text by itself. The mean width of a character of a size, on the safe side. */
const perSize = { bold: 0.58, plain: 0.5 } as const;

export function widthOf(content: string, size: number, look: keyof typeof perSize): number {
  return content.length * size * perSize[look];
}

/** Cut to the room there is, with the dots that say so. */
export function fitted(content: string, room: number, look: keyof typeof perSize, size = 14): string {
  const most = Math.floor(room / (size * perSize[look]));
  return content.length <= most ? content : `${content.slice(0, Math.max(0, most - 3))}...`;
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
export function escapeXml(content: string): string {
  return content
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
