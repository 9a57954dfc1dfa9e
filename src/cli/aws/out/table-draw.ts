// Exports the drawing of a table: sections of rows under titles, one width for all.
import { displayWidth } from "./display-width.ts";

export interface Section {
  readonly title: string;
  /** How many frames stand around it. */
  readonly indent: number;
  headers: readonly string[];
  rows: (readonly string[])[];
}

const cellPadding = 4;
const terminalWidth = 80;

/**
 * The table in ASCII, as AWS CLI 2.9 draws it where the output is no terminal: without colours. A table wider than 80
 * columns stands its one-row sections upright.
 */
export function drawTable(sections: readonly Section[]): string {
  const fits = widthOf(sections) <= terminalWidth;
  const shown = fits ? sections : sections.map(upright);
  const width = widthOf(shown);
  return [`${"-".repeat(width)}\n`, ...shown.flatMap((section) => drawSection(section, width))].join("");
}

function widthOf(sections: readonly Section[]): number {
  return Math.max(...sections.map(sectionWidth));
}

function sectionWidth(section: Section): number {
  const frames = 2 + 2 * section.indent;
  const cells = columnWidths(section);
  const inner = cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell + cellPadding, 0);
  return Math.max(displayWidth(section.title), inner) + frames;
}

/** A row under headers becomes a row for each header. */
function upright(section: Section): Section {
  const [row, ...others] = section.rows;
  if (row === undefined || others.length > 0 || section.headers.length === 0) return section;
  return { ...section, headers: [], rows: section.headers.map((header, i) => [header, row[i] ?? ""]) };
}

function columnWidths({ headers, rows }: Section): number[] {
  const widths: number[] = [];
  for (const row of [headers, ...rows])
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
  return widths;
}

function drawSection(section: Section, outerWidth: number): string[] {
  const width = outerWidth - section.indent * 2;
  const widths = stretched(columnWidths(section), width);
  const rule = widths.map((cell, i) => (i === 0 ? `+${"-".repeat(cell - 2)}+` : `${"-".repeat(cell - 1)}+`)).join("");
  const lines: string[] = [];
  if (section.title !== "") {
    lines.push(centred(section.title, width, true));
    if (section.headers.length === 0 && section.rows.length === 0) lines.push(`+${"-".repeat(width - 2)}+`);
  }
  if (section.headers.length > 0)
    lines.push(rule, section.headers.map((header, i) => centred(header, widths[i] ?? 0, i === 0)).join(""));
  if (section.rows.length > 0 && widths.length > 0) {
    const rows = section.rows.map((row) => row.map((cell, i) => leftAligned(cell, widths[i] ?? 0, i === 0)).join(""));
    lines.push(rule, ...rows, rule);
  }
  const frame = "|".repeat(section.indent);
  return lines.map((line) => `${frame}${line}${frame}\n`);
}

/** The columns at the full width of the table: each grows in proportion, what rounding leaves over is dealt out. */
function stretched(columns: readonly number[], width: number): number[] {
  const padded = columns.map((column) => column + cellPadding);
  const factor = width / padded.reduce((sum, column) => sum + column, 0);
  const scaled = padded.map((column) => roundHalfEven(factor * column));
  let excess = scaled.reduce((sum, column) => sum + column, 0) - width;
  while (excess !== 0 && scaled.length > 0) {
    const order = [...scaled.keys()];
    if (excess < 0) order.reverse();
    for (const i of order) {
      if (excess === 0) break;
      const step = excess > 0 ? -1 : 1;
      scaled[i] = (scaled[i] ?? 0) + step;
      excess += step;
    }
  }
  return scaled;
}

/** Python rounds a half to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function centred(text: string, width: number, isFirst: boolean): string {
  const left = isFirst ? "|" : "";
  const length = displayWidth(text);
  const before = Math.floor(width / 2) - Math.floor(length / 2) - 1;
  const start = `${left}${spaces(before)}${text}`;
  return `${start}${spaces(width - 1 - left.length - before - length)}|`;
}

function leftAligned(text: string, width: number, isFirst: boolean): string {
  const left = isFirst ? "|" : "";
  const length = displayWidth(text);
  const padding = width - (length + 2 + left.length + 1) >= 0 ? 2 : 0;
  return `${left}${spaces(padding)}${text}${spaces(width - left.length - padding - length - 1)}|`;
}

function spaces(count: number): string {
  return " ".repeat(Math.max(0, count));
}
