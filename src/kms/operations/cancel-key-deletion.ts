// CancelKeyDeletion: ends the waiting period; the key is then disabled, not enabled. Simulated: a key without its imported
// material is pending import.
import type { CancelKeyDeletionOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { inState } from "#kms/model/custom-key-store.ts";
import { hasItsMaterials } from "#kms/model/key-material.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";

export const cancelKeyDeletion: Operation<"CancelKeyDeletion"> = {
  access: "write",
  resolve({ KeyId }, { caller, world, draft }) {
    const { key, arn } = resolveKey(world, caller, "CancelKeyDeletion", KeyId);
    return {
      requires: [{ action: "CancelKeyDeletion", on: { key } }],
      run(): CancelKeyDeletionOutput {
        requireState("CancelKeyDeletion", key);
        const { deletionDate: _ended, pendingDeletionWindowInDays: _never, ...kept } = key;
        const isMissingMaterial = key.origin === "EXTERNAL" && !hasItsMaterials(world, key);
        draft.put(
          "keys",
          recordId(key, key.keyId),
          inState(world, kept, isMissingMaterial ? "PendingImport" : "Disabled"),
        );
        return { KeyId: arn };
      },
    };
  },
};
