// Exports the conformance of the operations on multi-Region keys.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { notByAlias, notDeleted, notDisabled, notFound } from "./key-refusals.ts";
import { createKey, homeRegion, type Scene } from "./scene.ts";

const ReplicaRegion = "eu-west-1";
const primary = { MultiRegion: true };

async function replicated({ kms }: Scene): Promise<string> {
  const { KeyId } = await createKey(kms, primary);
  await kms.replicateKey({ KeyId, ReplicaRegion });
  return KeyId;
}

export const multiRegionCalls = {
  ReplicateKey: {
    async works({ kms, at }) {
      const { KeyId, Arn } = await createKey(kms, primary);
      expect(KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
      const replicaArn = Arn.replace(homeRegion, ReplicaRegion);
      const Tags = [{ TagKey: "a", TagValue: "b" }];
      const answer = await kms.replicateKey({ KeyId, ReplicaRegion, Description: "replica", Tags });
      expect(answer).toMatchObject({
        ReplicaTags: Tags,
        ReplicaKeyMetadata: {
          KeyId,
          Arn: replicaArn,
          Description: "replica",
          MultiRegionConfiguration: {
            MultiRegionKeyType: "REPLICA",
            PrimaryKey: { Arn, Region: homeRegion },
            ReplicaKeys: [{ Arn: replicaArn, Region: ReplicaRegion }],
          },
        },
      });
      const { CiphertextBlob } = await kms.encrypt({ KeyId, Plaintext: new Uint8Array([7]) });
      expect(await at(ReplicaRegion).decrypt({ CiphertextBlob })).toMatchObject({
        KeyId: replicaArn,
        Plaintext: new Uint8Array([7]),
      });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.replicateKey({ KeyId, ReplicaRegion })),
      ...notByAlias((kms, KeyId) => kms.replicateKey({ KeyId, ReplicaRegion })),
      ...notDisabled((kms, KeyId) => kms.replicateKey({ KeyId, ReplicaRegion }), primary),
      ...notDeleted((kms, KeyId) => kms.replicateKey({ KeyId, ReplicaRegion }), primary),
      AlreadyExistsException: async (scene) =>
        scene.kms.replicateKey({ KeyId: await replicated(scene), ReplicaRegion }),
      UnsupportedOperationException: async ({ kms }) => kms.replicateKey({ ...(await createKey(kms)), ReplicaRegion }),
      MalformedPolicyDocumentException: async ({ kms }) =>
        kms.replicateKey({ ...(await createKey(kms, primary)), ReplicaRegion, Policy: "no policy" }),
      TagException: async ({ kms }) =>
        kms.replicateKey({
          ...(await createKey(kms, primary)),
          ReplicaRegion,
          Tags: [{ TagKey: "aws:a", TagValue: "" }],
        }),
      LimitExceededException: async ({ kms }) =>
        kms.replicateKey({
          ...(await createKey(kms, primary)),
          ReplicaRegion,
          Policy: `{"Id":"${"x".repeat(33_000)}"}`,
        }),
    },
  },

  UpdatePrimaryRegion: {
    async works(scene) {
      const KeyId = await replicated(scene);
      await scene.kms.updatePrimaryRegion({ KeyId, PrimaryRegion: ReplicaRegion });
      for (const kms of [scene.kms, scene.at(ReplicaRegion)]) {
        const { MultiRegionConfiguration } = (await kms.describeKey({ KeyId })).KeyMetadata ?? {};
        expect(MultiRegionConfiguration?.PrimaryKey).toMatchObject({ Region: ReplicaRegion });
        expect(MultiRegionConfiguration?.ReplicaKeys).toMatchObject([{ Region: homeRegion }]);
      }
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.updatePrimaryRegion({ KeyId, PrimaryRegion: ReplicaRegion })),
      ...notByAlias((kms, KeyId) => kms.updatePrimaryRegion({ KeyId, PrimaryRegion: ReplicaRegion })),
      ...notDisabled((kms, KeyId) => kms.updatePrimaryRegion({ KeyId, PrimaryRegion: ReplicaRegion }), primary),
      ...notDeleted((kms, KeyId) => kms.updatePrimaryRegion({ KeyId, PrimaryRegion: ReplicaRegion }), primary),
      UnsupportedOperationException: async ({ kms }) =>
        kms.updatePrimaryRegion({ ...(await createKey(kms)), PrimaryRegion: ReplicaRegion }),
    },
  },
} satisfies Readonly<Record<string, Conformance>>;
