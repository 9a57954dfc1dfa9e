// Exports the form of a help page: a heading over indented lines.

export const margin = "   ";

type HelpSection = readonly [heading: string, lines: readonly string[]];

/** The page of that name, without bold and without a pager. */
export function helpPage(name: string, sections: readonly HelpSection[]): string {
  const title = `${name.toUpperCase()}()`;
  const head = `${title}${" ".repeat(Math.max(2, 78 - 2 * title.length))}${title}\n`;
  const bodies = sections.map(([heading, lines]) => {
    const indented = lines.map((line) => (line === "" ? "\n" : `${margin}${margin} ${line}\n`)).join("");
    return `\n${heading}\n${indented.replace(/\n+$/, "\n")}`;
  });
  return `${head}${bodies.join("")}\n${title.padStart(78)}\n`;
}
