// Exports the key materials of a key, as ListKeyRotations tells them with all key material, and what their states are called.
import { useMemo } from "react";
import { type KeyMaterialRecord, type KeyRecord, materialsOf } from "#kms/index.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";

/** Newest first, as the console lists them. */
export function useMaterials(key: KeyRecord): readonly KeyMaterialRecord[] {
  const { worldStore } = useSandbox();
  const table = useWorld((world) => world.tables.keyMaterials);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is the part of the World that is read
  return useMemo(() => materialsOf(worldStore.getState().world, key).reverse(), [worldStore, table, key]);
}

const stateTexts = {
  CURRENT: "Current",
  NON_CURRENT: "Non-current",
  PENDING_ROTATION: "Pending rotation",
  PENDING_MULTI_REGION_IMPORT_AND_ROTATION: "Pending multi-Region import and rotation",
} as const satisfies Record<KeyMaterialRecord["materialState"], string>;

const rotationTexts = { AUTOMATIC: "Automatic", ON_DEMAND: "On-demand" } as const satisfies Record<
  NonNullable<KeyMaterialRecord["rotationType"]>,
  string
>;

export function materialStateText({ materialState }: KeyMaterialRecord): string {
  return stateTexts[materialState];
}

export function rotationTypeText({ rotationType }: KeyMaterialRecord): string {
  return rotationType === undefined ? "-" : rotationTexts[rotationType];
}
