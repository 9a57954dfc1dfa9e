// Exports aliasItems: what the menu of an alias offers, on the map and in the matrix alike.

import { fixedReason, noKeyReason, pastReason } from "#features/explorer/reasons.ts";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { aliasArn, displayAlias, type KeyRecord } from "#kms/index.ts";
import type { MenuItem } from "./node-menu.tsx";

/** What is asked before a change of an alias is shown: another key, or the other alias. */
export type AliasDialog = { readonly type: "retarget" | "swap"; readonly node: AliasNode };

export interface AliasActions {
  readonly isReadOnly: boolean;
  /** The full name of the alias that is focused on. */
  readonly focus: string | undefined;
  open(dialog: AliasDialog): void;
  change(change: Change): void;
  onFocus(aliasName: string | undefined): void;
  openKey(key: KeyRecord): void;
  copy(text: string, name: string): void;
}

export function aliasItems(node: AliasNode, actions: AliasActions): readonly MenuItem[] {
  const { alias, key } = node;
  const { region, aliasName } = alias;
  const fixed = actions.isReadOnly ? pastReason : fixedReason(node);
  const remove = (): void => actions.change({ type: "deleteAlias", region, aliasName });
  return [
    { text: "Retarget...", disabledReason: fixed, onChoose: () => actions.open({ type: "retarget", node }) },
    { text: "Swap with...", disabledReason: fixed, onChoose: () => actions.open({ type: "swap", node }) },
    { text: "Delete alias...", disabledReason: fixed, onChoose: remove },
    focusItem(aliasName, actions),
    {
      text: "Open key",
      disabledReason: key ? undefined : noKeyReason,
      onChoose: () => key && actions.openKey(key),
    },
    copyName(aliasName, actions),
    { text: "Copy ARN", onChoose: () => actions.copy(aliasArn(alias), "Alias ARN") },
  ];
}

export function focusItem(aliasName: string, { focus, onFocus }: Pick<AliasActions, "focus" | "onFocus">): MenuItem {
  return focus === aliasName
    ? { text: "Show everything again", onChoose: () => onFocus(undefined) }
    : { text: "Focus", onChoose: () => onFocus(aliasName) };
}

export const copyName = (aliasName: string, { copy }: Pick<AliasActions, "copy">): MenuItem => ({
  text: "Copy name",
  onChoose: () => copy(displayAlias(aliasName), "Name"),
});
