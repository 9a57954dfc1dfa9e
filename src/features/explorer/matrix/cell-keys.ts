// Exports how the keyboard moves in the matrix: one Tab stop for the whole table, arrow keys from cell to cell, as in a grid. It
// works on the elements themselves, because a state for each cell would draw hundreds of them anew at each key.

/** What can be pressed in a cell. */
const controls = "button, input:not(:disabled)";

/** Where a key leads from a cell; undefined for a key that means nothing here. */
export function cellTowards(from: HTMLTableCellElement, key: string, isWithControl: boolean): Element | undefined {
  const rows = [...(from.closest("table")?.rows ?? [])];
  const here = rows.findIndex((row) => row.contains(from));
  const at = (rowIndex: number, column: number): Element | undefined => {
    const cells = rows[Math.max(0, Math.min(rowIndex, rows.length - 1))]?.cells;
    return cells?.[Math.max(0, Math.min(column, cells.length - 1))];
  };
  const column = from.cellIndex;
  switch (key) {
    case "ArrowRight":
      return at(here, column + 1);
    case "ArrowLeft":
      return at(here, column - 1);
    case "ArrowDown":
      return at(here + 1, column);
    case "ArrowUp":
      return at(here - 1, column);
    case "Home":
      return at(isWithControl ? 0 : here, 0);
    case "End":
      return at(isWithControl ? rows.length : here, Number.MAX_SAFE_INTEGER);
    default:
      return undefined;
  }
}

/** Gives the focus to what can be pressed in a cell, or to the cell where there is nothing. */
export function focusCell(cell: Element): void {
  const target = cell.querySelector<HTMLElement>(controls) ?? cell;
  if (target instanceof HTMLElement) target.focus();
}

/** Makes one element the only Tab stop of the table. */
export function stopAt(table: HTMLTableElement, element: Element): void {
  for (const other of table.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  element.setAttribute("tabindex", "0");
}

/** A table that was just drawn, or whose Tab stop was on another page, gets one in its first row. */
export function ensureStop(table: HTMLTableElement): void {
  if (table.querySelector('[tabindex="0"]')) return;
  const first = table.tBodies[0]?.querySelector(controls) ?? table.querySelector("th");
  first?.setAttribute("tabindex", "0");
}
