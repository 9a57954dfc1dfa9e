// ListKeyRotations: the rotations of a key, or all its key materials, oldest first.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ListKeyRotationsOutput, RotationsListEntry } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { materialsOf } from "#kms/model/key-material.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { keyMaterialId } from "#kms/state/id.ts";
import type { KeyMaterialRecord } from "#kms/state/records.ts";

export const listKeyRotations: Operation<"ListKeyRotations"> = {
  access: "read",
  resolve({ KeyId, IncludeKeyMaterial, Limit, Marker }, { caller, world }) {
    const { key, arn } = resolveKey(world, caller, "ListKeyRotations", KeyId);
    return {
      requires: [{ action: "ListKeyRotations", on: { key } }],
      run(): ListKeyRotationsOutput {
        const canRotate = key.keySpec === "SYMMETRIC_DEFAULT" && key.customKeyStoreId === undefined;
        // "Can only be used with KMS keys that support rotation" (API reference). Simulated: without a message, as elsewhere.
        if (!canRotate && IncludeKeyMaterial !== undefined) throw new KmsError("UnsupportedOperationException");
        const shown = materialsOf(world, key).filter(
          ({ rotationDate }) => IncludeKeyMaterial === "ALL_KEY_MATERIAL" || rotationDate !== undefined,
        );
        const list = `ListKeyRotations ${arn} ${IncludeKeyMaterial ?? "ROTATIONS_ONLY"}`;
        const page = pageOf<KeyMaterialRecord>(
          { list, limit: pageSize(Limit, 100, 1000), marker: Marker },
          (from, visit) => {
            for (const material of shown) {
              const name = keyMaterialId(material, material.keyId, material.order);
              if (name >= from && !visit(material, name)) return;
            }
          },
        );
        const Rotations = page.entries.map((material) => rotationEntry(arn, material));
        const answer = { Rotations, Truncated: page.nextMarker !== undefined };
        return page.nextMarker === undefined ? answer : { ...answer, NextMarker: page.nextMarker };
      },
    };
  },
};

/** Simulated: KeyId is the key ARN, as in the other answers about rotation; no recorded entry was found. */
function rotationEntry(arn: string, material: KeyMaterialRecord): RotationsListEntry {
  const { materialId, materialState, description, importState, expirationModel, validTo } = material;
  const { rotationDate, rotationType } = material;
  return {
    KeyId: arn,
    KeyMaterialId: materialId,
    ...(description === undefined ? {} : { KeyMaterialDescription: description }),
    ...(importState === undefined ? {} : { ImportState: importState }),
    KeyMaterialState: materialState,
    ...(expirationModel === undefined ? {} : { ExpirationModel: expirationModel }),
    ...(validTo === undefined ? {} : { ValidTo: epochSeconds(validTo) }),
    ...(rotationDate === undefined ? {} : { RotationDate: epochSeconds(rotationDate) }),
    ...(rotationType === undefined ? {} : { RotationType: rotationType }),
  };
}
