// Exports Palette, the colours of a picture of the map, and the two there are.

export interface Palette {
  readonly background: string;
  readonly node: string;
  /** Of nodes, edges and tags. */
  readonly line: string;
  /** Of lanes. */
  readonly lineQuiet: string;
  readonly text: string;
  readonly faint: string;
}

/** A picture leaves the page and its tokens behind: these are what map.css takes of them in either mode, written out. */
export const palettes = {
  light: {
    background: "#ffffff",
    node: "#ffffff",
    line: "#8c8c94",
    lineQuiet: "#c6c6cd",
    text: "#0f141a",
    faint: "#424650",
  },
  dark: {
    background: "#161d26",
    node: "#161d26",
    line: "#8c8c94",
    lineQuiet: "#424650",
    text: "#ebebf0",
    faint: "#c6c6cd",
  },
} as const satisfies Record<string, Palette>;
