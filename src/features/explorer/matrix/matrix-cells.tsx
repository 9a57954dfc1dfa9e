// Exports MatrixRow: a name and the key behind it in each Region, with the gaps where there is none. Each cell has one thing to
// press, so that the arrow keys go from cell to cell. The cells are plain HTML: there may be hundreds of them, and a component of
// Cloudscape in each makes turning a page wait.
import { memo } from "react";
import { aliasSentence, gapSentence, shortKeyId } from "#features/explorer/model/outline.ts";
import type { AliasNode, LogicalAlias } from "#features/explorer/types.ts";
import { displayAlias, isReservedAlias } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { useMatrixHandle } from "./matrix-handle.ts";
import { isSelectable } from "./selected-targets.ts";
import { useIsSelected } from "./selection.ts";
import type { Spread } from "./spread.ts";
import { typeText } from "./spread.ts";
import { swatchClass } from "./type-swatch.ts";

interface RowProps {
  readonly name: LogicalAlias;
  readonly regions: readonly string[];
  /** The place among all rows of all pages, the header being the first. */
  readonly rowIndex: number;
}

export const MatrixRow = memo(function MatrixRow({ name, regions, rowIndex }: RowProps) {
  const { spreadOf } = useMatrixHandle();
  const { aliasName, byRegion } = name;
  const spread = spreadOf(aliasName);
  return (
    <tr aria-rowindex={rowIndex}>
      <NameCell aliasName={aliasName} spread={regions.length > 1 ? spread : undefined} />
      {regions.map((region) => {
        const node = byRegion.get(region);
        if (node) return <KeyCell key={region} node={node} difference={spread.marks.get(region)} />;
        return <EmptyCell key={region} aliasName={aliasName} region={region} isHidden={spread.regions.has(region)} />;
      })}
    </tr>
  );
});

interface NameCellProps {
  readonly aliasName: string;
  /** How the name stands over all Regions; undefined where one is shown, which has nothing to differ from. */
  readonly spread: Spread | undefined;
}

function NameCell({ aliasName, spread }: NameCellProps) {
  const { lens, focus, onFocus } = useMatrixHandle();
  const isFocused = focus === aliasName;
  const shown = displayAlias(aliasName);
  return (
    <th scope="row" tabIndex={-1} className="matrix-name">
      {lens === "api" ? aliasName : shown}{" "}
      <button
        type="button"
        tabIndex={-1}
        className="matrix-focus"
        aria-label={isFocused ? `Stop focusing on alias ${shown}` : `Focus on alias ${shown}`}
        onClick={() => onFocus(isFocused ? undefined : aliasName)}
      >
        {isFocused ? "Unfocus" : "Focus"}
      </button>
      {spread && <small className={spread.differs ? "matrix-warning" : undefined}>{spread.text}</small>}
    </th>
  );
}

interface KeyCellProps {
  readonly node: AliasNode;
  readonly difference: string | undefined;
}

function KeyCell({ node, difference }: KeyCellProps) {
  const { isSelecting, openMenu } = useMatrixHandle();
  const { alias, key } = node;
  const text = alias.targetKeyId === undefined ? "No key" : shortKeyId(alias.targetKeyId);
  return (
    <td tabIndex={-1} className={key ? swatchClass(key) : undefined}>
      {isSelecting ? (
        <SelectBox node={node} text={text} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={aliasSentence(node)}
          aria-haspopup="menu"
          onClick={(event) => openMenu(node, event.currentTarget)}
        >
          {text}
        </button>
      )}
      <small>{key ? typeText(key) : alias.targetKeyId === undefined ? "No key yet" : "Its key is not there"}</small>
      {key && key.keyState !== "Enabled" && <small className="matrix-state">{statusText(key)}</small>}
      {difference !== undefined && <small className="matrix-warning">{difference}</small>}
    </td>
  );
}

/** A box of its own, so that a tick redraws it and not the whole row. */
function SelectBox({ node, text }: { readonly node: AliasNode; readonly text: string }) {
  const { selection } = useMatrixHandle();
  const isSelected = useIsSelected(selection, node.id);
  return (
    <label>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        disabled={!isSelectable(node)}
        aria-label={`Select ${aliasSentence(node)}`}
        onChange={() => selection.toggle(node.id)}
      />
      {text}
    </label>
  );
}

interface EmptyCellProps {
  readonly aliasName: string;
  readonly region: string;
  /** The map leaves out what a filter hides: what is there cannot be created. */
  readonly isHidden: boolean;
}

function EmptyCell({ aliasName, region, isHidden }: EmptyCellProps) {
  const { isReadOnly, isSelecting, createHere } = useMatrixHandle();
  if (isHidden)
    return (
      <td tabIndex={-1}>
        <small>Not shown by the filter</small>
      </td>
    );
  if (isReservedAlias(aliasName) || isSelecting || isReadOnly) return <td tabIndex={-1}>-</td>;
  return (
    <td tabIndex={-1}>
      -{" "}
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Create here: ${gapSentence(aliasName, region)}`}
        onClick={() => createHere(aliasName, region)}
      >
        Create here
      </button>
    </td>
  );
}
