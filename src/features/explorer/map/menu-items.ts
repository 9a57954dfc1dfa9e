// Exports what the menu of a node offers.

import type { AliasGroup, KeyGroup } from "#features/explorer/model/group.ts";
import type { MapNode } from "#features/explorer/model/layout.ts";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { aliasArn, displayAlias, isReservedAlias, type KeyRecord, keyArn } from "#kms/index.ts";
import { fixedReason } from "./drag-verdicts.ts";
import type { MenuItem } from "./node-menu.tsx";

/** What is asked before a change is shown: another key, a name, the other alias. */
export type MapDialog =
  | { readonly type: "retarget"; readonly node: AliasNode }
  | { readonly type: "swap"; readonly node: AliasNode }
  | { readonly type: "createForKey"; readonly key: KeyRecord }
  | { readonly type: "createHere"; readonly region: string; readonly aliasName: string }
  | { readonly type: "openGroup"; readonly group: AliasGroup | KeyGroup };

export interface MenuActions {
  readonly isReadOnly: boolean;
  /** The full name of the alias that the map is focused on. */
  readonly focus: string | undefined;
  open(dialog: MapDialog): void;
  change(change: Change): void;
  onFocus(aliasName: string | undefined): void;
  openGroup(nodeId: string): void;
  openKey(key: KeyRecord): void;
  copy(text: string, name: string): void;
}

const past = "This is a moment of the past: nothing can be changed here";

export function menuItems(node: MapNode, actions: MenuActions): readonly MenuItem[] {
  const isPast = actions.isReadOnly ? past : undefined;
  switch (node.type) {
    case "alias":
      return aliasItems(node.node, isPast, actions);
    case "key":
      return keyItems(node.node.key, isPast, actions);
    case "name":
      return [focusItem(node.name.aliasName, actions), copyName(node.name.aliasName, actions)];
    case "gap": {
      const { region, aliasName } = node;
      const create = (): void => actions.open({ type: "createHere", region, aliasName });
      return [
        { text: `Create alias in ${region}...`, disabledReason: isPast, onChoose: create },
        focusItem(aliasName, actions),
      ];
    }
    case "aliasGroup":
      return [{ text: "Show these aliases", onChoose: () => actions.openGroup(node.id) }];
    case "keyGroup":
      return [{ text: "Show these keys", onChoose: () => actions.openGroup(node.id) }];
  }
}

function aliasItems(node: AliasNode, isPast: string | undefined, actions: MenuActions): readonly MenuItem[] {
  const { alias, key } = node;
  const isReserved = isReservedAlias(alias.aliasName);
  const fixed = isPast ?? fixedReason(node, isReserved);
  const { region, aliasName } = alias;
  const remove = (): void => actions.change({ type: "deleteAlias", region, aliasName });
  return [
    { text: "Retarget...", disabledReason: fixed, onChoose: () => actions.open({ type: "retarget", node }) },
    { text: "Swap with...", disabledReason: fixed, onChoose: () => actions.open({ type: "swap", node }) },
    { text: "Delete alias...", disabledReason: fixed, onChoose: remove },
    focusItem(aliasName, actions),
    {
      text: "Open key",
      disabledReason: key ? undefined : "No key stands behind this alias",
      onChoose: () => key && actions.openKey(key),
    },
    copyName(aliasName, actions),
    { text: "Copy ARN", onChoose: () => actions.copy(aliasArn(alias), "Alias ARN") },
  ];
}

function keyItems(key: KeyRecord, isPast: string | undefined, actions: MenuActions): readonly MenuItem[] {
  const { region, keyId } = key;
  const aws = key.keyManager === "AWS" ? "AWS managed keys cannot be changed" : undefined;
  const isGoing = key.keyState.startsWith("Pending") && key.deletionDate !== undefined;
  const going = isGoing ? "The key is pending deletion" : undefined;
  const isDisabled = key.keyState === "Enabled" ? undefined : "The key is not enabled";
  const schedule: Change = { type: "scheduleDeletion", region, keyId, pendingWindowInDays: 30 };
  return [
    {
      text: "Create alias...",
      disabledReason: isPast ?? aws ?? going,
      onChoose: () => actions.open({ type: "createForKey", key }),
    },
    {
      text: "Disable key...",
      disabledReason: isPast ?? aws ?? going ?? isDisabled,
      onChoose: () => actions.change({ type: "disableKey", region, keyId }),
    },
    {
      text: "Schedule key deletion...",
      disabledReason: isPast ?? aws ?? going,
      onChoose: () => actions.change(schedule),
    },
    { text: "Open key", onChoose: () => actions.openKey(key) },
    { text: "Copy key ID", onChoose: () => actions.copy(keyId, "Key ID") },
    { text: "Copy ARN", onChoose: () => actions.copy(keyArn(key), "Key ARN") },
  ];
}

function focusItem(aliasName: string, { focus, onFocus }: MenuActions): MenuItem {
  return focus === aliasName
    ? { text: "Show everything again", onChoose: () => onFocus(undefined) }
    : { text: "Focus", onChoose: () => onFocus(aliasName) };
}

const copyName = (aliasName: string, { copy }: MenuActions): MenuItem => ({
  text: "Copy name",
  onChoose: () => copy(displayAlias(aliasName), "Name"),
});
