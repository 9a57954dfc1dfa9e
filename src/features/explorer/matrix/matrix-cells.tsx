// Exports the cells of the matrix: the name of a row, the key behind it in a Region, and the gap where there is none. Each cell
// of a Region has one thing to press, so that the arrow keys go from cell to cell. They are memoised: Cloudscape's table draws
// all of its cells several times over before it stands, and there may be hundreds.
import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { memo, useRef } from "react";
import { aliasSentence, gapSentence, shortKeyId } from "#features/explorer/model/outline.ts";
import type { AliasNode, LogicalAlias } from "#features/explorer/types.ts";
import { displayAlias, isReservedAlias } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { useMatrixHandle } from "./matrix-handle.ts";
import { isSelectable } from "./selected-targets.ts";
import { useIsSelected } from "./selection.ts";
import { typeText } from "./spread.ts";
import { swatchClass } from "./type-swatch.ts";

export const NameCell = memo(function NameCell({ name: { aliasName } }: { readonly name: LogicalAlias }) {
  const { lens, focus, onFocus } = useMatrixHandle();
  const isFocused = focus === aliasName;
  const shown = displayAlias(aliasName);
  return (
    <>
      {lens === "api" ? aliasName : shown}{" "}
      <Button
        variant="inline-icon"
        iconName={isFocused ? "zoom-to-fit" : "zoom-in"}
        ariaLabel={isFocused ? `Stop focusing on alias ${shown}` : `Focus on alias ${shown}`}
        onClick={() => onFocus(isFocused ? undefined : aliasName)}
      />
    </>
  );
});

interface RegionCellProps {
  readonly name: LogicalAlias;
  readonly region: string;
}

export const RegionCell = memo(function RegionCell({ name, region }: RegionCellProps) {
  const { spreadOf } = useMatrixHandle();
  const { aliasName, byRegion } = name;
  const node = byRegion.get(region);
  const { marks, regions } = spreadOf(aliasName);
  if (node) return <Filled node={node} difference={marks.get(region)} />;
  // The map leaves out what a filter hides: what is there cannot be created.
  if (regions.has(region)) return <Box color="text-status-inactive">Not shown by the filter</Box>;
  return <Gap aliasName={aliasName} region={region} />;
});

/** How the name stands over all Regions. */
export const SpreadCell = memo(function SpreadCell({ name: { aliasName } }: { readonly name: LogicalAlias }) {
  const { spreadOf } = useMatrixHandle();
  const { text, differs } = spreadOf(aliasName);
  return differs ? <StatusIndicator type="warning">{text}</StatusIndicator> : text;
});

interface FilledProps {
  readonly node: AliasNode;
  readonly difference: string | undefined;
}

function Filled({ node, difference }: FilledProps) {
  const { alias, key } = node;
  return (
    <div className="matrix-cell">
      <span className={key ? swatchClass(key) : "matrix-swatch"} aria-hidden="true" />
      <div>
        <Pressable node={node} />
        {key && <small>{typeText(key)}</small>}
        {!key && <small>{alias.targetKeyId === undefined ? "No key yet" : "Its key is not there"}</small>}
        {key && key.keyState !== "Enabled" && (
          <small>
            <StatusIndicator type={key.keyState === "Disabled" ? "stopped" : "pending"}>
              {statusText(key)}
            </StatusIndicator>
          </small>
        )}
        {difference !== undefined && (
          <small>
            <StatusIndicator type="warning">{difference}</StatusIndicator>
          </small>
        )}
      </div>
    </div>
  );
}

/** The key ID: opens the menu of the cell, or selects the cell where cells are being selected. */
function Pressable({ node }: { readonly node: AliasNode }) {
  const { isSelecting, selection, openMenu } = useMatrixHandle();
  const isSelected = useIsSelected(selection, node.id);
  const place = useRef<HTMLDivElement>(null);
  const { alias } = node;
  const text = alias.targetKeyId === undefined ? "No key" : shortKeyId(alias.targetKeyId);
  if (isSelecting) {
    return (
      <Checkbox
        checked={isSelected}
        disabled={!isSelectable(node)}
        ariaLabel={`Select ${aliasSentence(node)}`}
        onChange={() => selection.toggle(node.id)}
      >
        {text}
      </Checkbox>
    );
  }
  return (
    <div ref={place}>
      <Button
        variant="inline-link"
        ariaLabel={aliasSentence(node)}
        nativeButtonAttributes={opensMenu}
        onClick={() => {
          const opener = place.current?.querySelector("button");
          if (opener) openMenu(node, opener);
        }}
      >
        {text}
      </Button>
    </div>
  );
}

const opensMenu: NonNullable<ButtonProps["nativeButtonAttributes"]> = { "aria-haspopup": "menu" };

function Gap({ aliasName, region }: { readonly aliasName: string; readonly region: string }) {
  const { isReadOnly, isSelecting, createHere } = useMatrixHandle();
  if (isReservedAlias(aliasName) || isSelecting) return "-";
  return (
    <>
      -{" "}
      <Button
        variant="inline-link"
        ariaLabel={`Create here: ${gapSentence(aliasName, region)}`}
        disabled={isReadOnly}
        disabledReason={isReadOnly ? pastReason : ""}
        onClick={() => createHere(aliasName, region)}
      >
        Create here
      </Button>
    </>
  );
}

export const pastReason = "You are looking at the past. Go back to now to change something.";
