// Exports MatrixGrid: the table of names and Regions itself, in a frame that scrolls sideways under a first column that stays.
import { type FocusEvent, type KeyboardEvent, memo, useLayoutEffect, useRef } from "react";
import type { LogicalAlias } from "#features/explorer/types.ts";
import { cellTowards, ensureStop, focusCell, stopAt } from "./cell-keys.ts";
import { MatrixRow } from "./matrix-cells.tsx";

interface Props {
  /** Of this page. */
  readonly names: readonly LogicalAlias[];
  /** How many are before this page, and how many there are in all. */
  readonly before: number;
  readonly total: number;
  readonly regions: readonly string[];
}

export const MatrixGrid = memo(function MatrixGrid({ names, before, total, regions }: Props) {
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    if (table.current) ensureStop(table.current);
  });
  return (
    <div className="matrix-frame">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that the arrow keys go through is a grid
        role="grid"
        aria-label="Aliases by Region"
        aria-rowcount={total + 1}
        className="matrix"
        style={{ minInlineSize: nameRoom + regions.length * regionRoom }}
        onKeyDown={moveByKey}
        onFocus={keepStop}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" tabIndex={-1} className="matrix-name">
              Alias
            </th>
            {regions.map((region) => (
              <th key={region} scope="col" tabIndex={-1}>
                {region}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, i) => (
            <MatrixRow key={name.aliasName} name={name} regions={regions} rowIndex={before + i + 2} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** The narrowest that the longest key spec stays whole in, in px. */
const regionRoom = 144;
const nameRoom = 148;

function moveByKey(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>("td, th") : null;
  if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
  const next = cellTowards(cell, event.key, event.ctrlKey);
  if (!next) return;
  event.preventDefault();
  focusCell(next);
}

function keepStop(event: FocusEvent<HTMLTableElement>): void {
  if (event.target !== event.currentTarget) stopAt(event.currentTarget, event.target);
}
