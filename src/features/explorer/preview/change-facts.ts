// Exports changeFacts: what a change is about, as labels and values over its preview.
import type { Change } from "#features/explorer/types.ts";
import { aliasNamesOf, displayAlias, findAlias, findKey, type Place, type World } from "#kms/index.ts";

interface Fact {
  readonly label: string;
  readonly value: string;
}

export function changeFacts(change: Change, world: World, account: string): readonly Fact[] {
  const place: Place = { account, region: change.region };
  const region = { label: "Region", value: change.region };
  const alias = (label: string, aliasName: string): Fact => ({ label, value: displayAlias(aliasName) });
  const key = (label: string, keyId: string | undefined): Fact => ({ label, value: keyText(world, place, keyId) });
  const targetOf = (aliasName: string): string | undefined => findAlias(world, place, aliasName)?.targetKeyId;
  switch (change.type) {
    case "retarget":
      return [
        alias("Alias", change.aliasName),
        region,
        key("Current target", targetOf(change.aliasName)),
        key("New target", change.keyId),
      ];
    case "createAlias":
      return [alias("Alias", change.aliasName), region, key("Target key", change.keyId)];
    case "deleteAlias":
      return [alias("Alias", change.aliasName), region, key("Current target", targetOf(change.aliasName))];
    case "swap":
      return [
        region,
        key(`Now behind ${displayAlias(change.aliasName)}`, targetOf(change.aliasName)),
        key(`Now behind ${displayAlias(change.otherName)}`, targetOf(change.otherName)),
      ];
    case "disableKey":
      return [key("Key", change.keyId), region, aliasesFact(world, place, change.keyId)];
    case "scheduleDeletion":
      return [
        key("Key", change.keyId),
        region,
        aliasesFact(world, place, change.keyId),
        { label: "Waiting period", value: `${change.pendingWindowInDays} days` },
      ];
  }
}

function keyText(world: World, place: Place, keyId: string | undefined): string {
  if (keyId === undefined) return "-";
  const key = findKey(world, place, keyId);
  return key ? `${keyId} (${key.keySpec})` : keyId;
}

const aliasesFact = (world: World, place: Place, keyId: string): Fact => ({
  label: "Aliases",
  value:
    aliasNamesOf(world, { ...place, keyId })
      .map(displayAlias)
      .join(", ") || "-",
});
