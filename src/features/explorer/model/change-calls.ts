// Exports the calls that make a change of the explorer, and those that take it back. The preview runs them on a fork, Confirm
// runs them for good, and the code of a change is made from them: all three mean the same calls.

import type { Change } from "#features/explorer/types.ts";
import { findAlias, findKey, type Inputs, type KeyRecord, stateRefusal, type World } from "#kms/index.ts";

type ChangeOperation =
  | "CreateAlias"
  | "UpdateAlias"
  | "DeleteAlias"
  | "DisableKey"
  | "EnableKey"
  | "ScheduleKeyDeletion"
  | "CancelKeyDeletion";

/** A call without its caller: whoever makes it adds account and principal. */
export type ChangeCall = {
  readonly [N in ChangeOperation]: { readonly operation: N; readonly region: string; readonly input: Inputs[N] };
}[ChangeOperation];

/**
 * The calls of a change, in the order in which they are made. `world` is the one that the change is made in: a swap reads
 * from it what its two aliases point to. Whether KMS takes the calls is for KMS to answer.
 */
export function callsOf(change: Change, world: World, account: string): readonly ChangeCall[] {
  const { region } = change;
  switch (change.type) {
    case "retarget":
      return [updateAlias(region, change.aliasName, change.keyId)];
    case "createAlias":
      return [createAlias(region, change.aliasName, change.keyId)];
    case "deleteAlias":
      return [deleteAlias(region, change.aliasName)];
    case "swap": {
      const { aliasName, otherName } = change;
      const target = findAlias(world, { account, region }, aliasName)?.targetKeyId;
      const otherTarget = findAlias(world, { account, region }, otherName)?.targetKeyId;
      // An alias that is missing has no key to give. Only its own call is made, so that KMS answers that it is missing.
      if (otherTarget === undefined) return [updateAlias(region, otherName, target ?? otherName)];
      if (target === undefined) return [updateAlias(region, aliasName, otherTarget)];
      return [updateAlias(region, aliasName, otherTarget), updateAlias(region, otherName, target)];
    }
    case "disableKey":
      return [{ operation: "DisableKey", region, input: { KeyId: change.keyId } }];
    case "scheduleDeletion": {
      const input = { KeyId: change.keyId, PendingWindowInDays: change.pendingWindowInDays };
      return [{ operation: "ScheduleKeyDeletion", region, input }];
    }
  }
}

/**
 * The calls that take a change back, in order; none where nothing can take it back (an alias cannot return to a key that is
 * pending deletion). `before` is the World in which the change was made, as it was before it.
 */
export function inverseOf(change: Change, before: World, account: string): readonly ChangeCall[] {
  const { region } = change;
  const place = { account, region };
  const targetOf = (aliasName: string): string | undefined => findAlias(before, place, aliasName)?.targetKeyId;
  const takes = (operation: "CreateAlias" | "UpdateAlias", keyId: string): boolean => {
    const key = findKey(before, place, keyId);
    return key !== undefined && stateRefusal(operation, key) === undefined;
  };
  switch (change.type) {
    case "createAlias":
      return [deleteAlias(region, change.aliasName)];
    case "retarget": {
      const keyId = targetOf(change.aliasName);
      return keyId !== undefined && takes("UpdateAlias", keyId) ? [updateAlias(region, change.aliasName, keyId)] : [];
    }
    case "deleteAlias": {
      const keyId = targetOf(change.aliasName);
      return keyId !== undefined && takes("CreateAlias", keyId) ? [createAlias(region, change.aliasName, keyId)] : [];
    }
    case "swap": {
      const keyId = targetOf(change.aliasName);
      const otherKeyId = targetOf(change.otherName);
      if (keyId === undefined || otherKeyId === undefined) return [];
      // The other way round: what was moved last is moved back first.
      return [updateAlias(region, change.otherName, otherKeyId), updateAlias(region, change.aliasName, keyId)];
    }
    case "disableKey":
      return isEnabled(findKey(before, place, change.keyId)) ? [enableKey(region, change.keyId)] : [];
    case "scheduleDeletion": {
      const key = findKey(before, place, change.keyId);
      if (!key) return [];
      const input = { KeyId: change.keyId };
      // A key whose deletion is cancelled is disabled, whatever it was before.
      return [
        { operation: "CancelKeyDeletion", region, input },
        ...(isEnabled(key) ? [enableKey(region, change.keyId)] : []),
      ];
    }
  }
}

const isEnabled = (key: KeyRecord | undefined): boolean => key?.keyState === "Enabled";

function createAlias(region: string, AliasName: string, TargetKeyId: string): ChangeCall {
  return { operation: "CreateAlias", region, input: { AliasName, TargetKeyId } };
}

function updateAlias(region: string, AliasName: string, TargetKeyId: string): ChangeCall {
  return { operation: "UpdateAlias", region, input: { AliasName, TargetKeyId } };
}

function deleteAlias(region: string, AliasName: string): ChangeCall {
  return { operation: "DeleteAlias", region, input: { AliasName } };
}

function enableKey(region: string, KeyId: string): ChangeCall {
  return { operation: "EnableKey", region, input: { KeyId } };
}
