// Exports what the menu of a node offers.

import type { AliasGroup, KeyGroup } from "#features/explorer/model/group.ts";
import type { MapNode } from "#features/explorer/model/layout.ts";
import { pastReason } from "#features/explorer/reasons.ts";
import type { Change } from "#features/explorer/types.ts";
import { type KeyRecord, keyArn, stateRefusal, type World } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { creationReason } from "#store/key-candidates.ts";
import { statusText } from "#store/key-texts.ts";
import { type AliasActions, type AliasDialog, aliasItems, copyName, focusItem } from "./alias-items.ts";
import type { MenuItem } from "./node-menu.tsx";

/** What is asked before a change is shown: another key, a name, the other alias. */
export type MapDialog =
  | AliasDialog
  | { readonly type: "createForKey"; readonly key: KeyRecord }
  | { readonly type: "createHere"; readonly region: string; readonly aliasName: string }
  | { readonly type: "openGroup"; readonly group: AliasGroup | KeyGroup };

export interface MenuActions extends AliasActions {
  readonly world: World;
  open(dialog: MapDialog): void;
  openGroup(nodeId: string): void;
}

export function menuItems(node: MapNode, actions: MenuActions): readonly MenuItem[] {
  const isPast = actions.isReadOnly ? pastReason : undefined;
  switch (node.type) {
    case "alias":
      return aliasItems(node.node, actions);
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

function keyItems(key: KeyRecord, isPast: string | undefined, actions: MenuActions): readonly MenuItem[] {
  const { region, keyId } = key;
  // DisableKey is allowed on a disabled key, but would change nothing.
  const disabled = key.keyState === "Disabled" ? "The key is disabled already" : undefined;
  const schedule: Change = { type: "scheduleDeletion", region, keyId, pendingWindowInDays: 30 };
  return [
    {
      text: "Create alias...",
      disabledReason: isPast ?? creationReason(actions.world, key),
      onChoose: () => actions.open({ type: "createForKey", key }),
    },
    {
      text: "Disable key...",
      disabledReason: isPast ?? changeReason("DisableKey", key) ?? disabled,
      onChoose: () => actions.change({ type: "disableKey", region, keyId }),
    },
    {
      text: "Schedule key deletion...",
      disabledReason: isPast ?? changeReason("ScheduleKeyDeletion", key),
      onChoose: () => actions.change(schedule),
    },
    { text: "Open key", onChoose: () => actions.openKey(key) },
    { text: "Copy key ID", onChoose: () => actions.copy(keyId, "Key ID") },
    { text: "Copy ARN", onChoose: () => actions.copy(keyArn(key), "Key ARN") },
  ];
}

/** Why this operation on the key would be refused; undefined where it would not. */
function changeReason(operation: "DisableKey" | "ScheduleKeyDeletion", key: KeyRecord): string | undefined {
  if (key.keyManager === "AWS") return "AWS managed key";
  return stateRefusal(operation, key) ? `The key is ${lowerFirst(statusText(key))}` : undefined;
}
