// DescribeKey: the metadata of a key. Asked about a predefined AWS alias that has no key yet, KMS makes the AWS managed key.
import type { DescribeKeyOutput } from "#kms/contract/types.gen.ts";
import { newMaterialId } from "#kms/crypto/material-id.ts";
import type { Beforehand, Operation } from "#kms/dispatch/operation.ts";
import { findAlias } from "#kms/model/alias.ts";
import { keyArn } from "#kms/model/arn.ts";
import { newKey, newKeyId } from "#kms/model/key.ts";
import { keyMetadata } from "#kms/model/key-metadata.ts";
import { isMadeOnDescribe, resolveKey, walkKeyId } from "#kms/model/resolve-key.ts";
import { scheduleFrom } from "#kms/model/rotation.ts";
import { awsManagedKeyPolicy } from "#kms/policy/key-policy.ts";
import { type Place, recordId } from "#kms/state/id.ts";

export const describeKey: Operation<"DescribeKey"> = {
  access: "read",
  beforehand({ KeyId }, { world, caller }) {
    const walk = walkKeyId(world, caller, "DescribeKey", KeyId);
    return walk.alias && isMadeOnDescribe(caller, "DescribeKey", walk)
      ? awsManagedKey(caller, walk.alias.aliasName)
      : undefined;
  },
  resolve({ KeyId }, { world, caller }) {
    const { key } = resolveKey(world, caller, "DescribeKey", KeyId);
    return {
      requires: [{ action: "DescribeKey", on: { key } }],
      run: (): DescribeKeyOutput => ({ KeyMetadata: keyMetadata(world, key) }),
    };
  },
};

function awsManagedKey(place: Place, aliasName: string): Beforehand {
  const service = aliasName.slice("alias/aws/".length);
  return {
    eventName: "CreateKey",
    async prepare({ crypto }) {
      const { secret } = await crypto.generate("SYMMETRIC_DEFAULT");
      return ({ draft, now, random, keepMaterial }) => {
        const alias = findAlias(draft, place, aliasName);
        if (!alias || alias.targetKeyId !== undefined) return undefined; // another call was faster
        const { account, region } = place;
        const materialId = newMaterialId(random);
        const key = newKey(place, {
          keyId: newKeyId(random),
          creationDate: now,
          description: `Default key that protects my ${service} data when no other key is defined`,
          keyManager: "AWS",
          keySpec: "SYMMETRIC_DEFAULT",
          keyUsage: "ENCRYPT_DECRYPT",
          materialId,
          ...scheduleFrom(now), // AWS managed keys always rotate every year
        });
        const id = recordId(key, key.keyId);
        draft.put("keys", id, key);
        draft.put("keyPolicies", id, {
          account,
          region,
          keyId: key.keyId,
          policy: awsManagedKeyPolicy(account, region, service),
        });
        draft.put("aliases", recordId(place, aliasName), {
          ...alias,
          targetKeyId: key.keyId,
          creationDate: now,
          lastUpdatedDate: now,
        });
        keepMaterial(materialId, secret);
        return { keyArns: [keyArn(key)], account, region };
      };
    },
  };
}
