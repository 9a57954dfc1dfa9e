// DeleteImportedKeyMaterial: destroys imported key material, the current one unless another is named. The key is pending
// import until the same material is imported again; without material the call has no effect.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { DeleteImportedKeyMaterialOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireImportable } from "#kms/model/import-parameters.ts";
import { removeImported } from "#kms/model/imported-material.ts";
import { materialsOf } from "#kms/model/key-material.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const deleteImportedKeyMaterial: Operation<"DeleteImportedKeyMaterial"> = {
  access: "write",
  resolve({ KeyId, KeyMaterialId }, writing) {
    const { caller, world } = writing;
    const { key, arn } = resolveKey(world, caller, "DeleteImportedKeyMaterial", KeyId);
    return {
      requires: [{ action: "DeleteImportedKeyMaterial", on: { key } }],
      run(): DeleteImportedKeyMaterialOutput {
        requireImportable("DeleteImportedKeyMaterial", key);
        const wanted = KeyMaterialId ?? key.materialId;
        const material = materialsOf(world, key).find(({ materialId }) => materialId === wanted);
        // Simulated: code and text for a material that the key does not have.
        if (!material && KeyMaterialId !== undefined)
          throw new KmsError("NotFoundException", `Key material ${KeyMaterialId} is not associated with ${arn}.`);
        if (material) removeImported(writing, key, material);
        const isShown = material !== undefined && key.keySpec === "SYMMETRIC_DEFAULT";
        return { KeyId: arn, ...(isShown ? { KeyMaterialId: material.materialId } : {}) };
      },
    };
  },
};
