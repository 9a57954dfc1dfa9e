// GetPublicKey: the public half of an asymmetric key, for use outside KMS.
import type { GetPublicKeyOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { publicKeyOf } from "#kms/model/key.ts";
import { algorithmList, oldSpecMember } from "#kms/model/key-metadata.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const getPublicKey: Operation<"GetPublicKey"> = {
  access: "read",
  resolve({ KeyId }, { world, caller }) {
    const { key, arn } = resolveKey(world, caller, "GetPublicKey", KeyId);
    return {
      requires: [{ action: "GetPublicKey", on: { key } }],
      run(): GetPublicKeyOutput {
        // Recorded: here the state is judged before the kind of key.
        requireState("GetPublicKey", key);
        requireUsage("GetPublicKey", key);
        return {
          KeyId: arn,
          PublicKey: publicKeyOf(key),
          ...oldSpecMember(key.keySpec),
          KeySpec: key.keySpec,
          KeyUsage: key.keyUsage,
          ...algorithmList(key),
        };
      },
    };
  },
};
