// Exports the conformance of the operations on aliases.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { account, createKey, day, deletedKey, homeRegion, missingKeyId, type Scene } from "./scene.ts";

/** As many aliases as a key may have. */
async function fullKey({ kms }: Scene): Promise<string> {
  const { KeyId } = await createKey(kms);
  for (let i = 0; i < 50; i++) await kms.createAlias({ AliasName: `alias/full${i}`, TargetKeyId: KeyId });
  return KeyId;
}

export const aliasCalls = {
  CreateAlias: {
    async works({ kms, at }) {
      const { KeyId, Arn } = await createKey(kms);
      await kms.createAlias({ AliasName: "alias/a/b_-", TargetKeyId: Arn });
      const { Aliases } = await kms.listAliases({ KeyId });
      expect(Aliases).toMatchObject([{ AliasName: "alias/a/b_-", TargetKeyId: KeyId }]);
      const elsewhere = at("eu-west-1");
      await elsewhere.createAlias({ AliasName: "alias/a/b_-", TargetKeyId: (await createKey(elsewhere)).KeyId });
    },
    refuses: {
      AlreadyExistsException: async ({ kms }) => {
        const alias = { AliasName: "alias/a", TargetKeyId: (await createKey(kms)).KeyId };
        await kms.createAlias(alias);
        return kms.createAlias(alias);
      },
      NotFoundException: ({ kms }) => kms.createAlias({ AliasName: "alias/a", TargetKeyId: missingKeyId }),
      InvalidAliasNameException: async ({ kms }) =>
        kms.createAlias({ AliasName: "alias/", TargetKeyId: (await createKey(kms)).KeyId }),
      LimitExceededException: async (scene) =>
        scene.kms.createAlias({ TargetKeyId: await fullKey(scene), AliasName: "alias/one-more" }),
      KMSInvalidStateException: async ({ kms }) =>
        kms.createAlias({ AliasName: "alias/a", TargetKeyId: (await deletedKey(kms)).KeyId }),
      ValidationException: async ({ kms }) =>
        kms.createAlias({ AliasName: "a", TargetKeyId: (await createKey(kms)).KeyId }),
      NotAuthorizedException: async ({ kms }) =>
        kms.createAlias({ AliasName: "alias/aws/a", TargetKeyId: (await createKey(kms)).KeyId }),
    },
  },

  UpdateAlias: {
    async works({ kms, advance }) {
      const [before, after] = [await createKey(kms), await createKey(kms)];
      await kms.createAlias({ AliasName: "alias/a", TargetKeyId: before.KeyId });
      advance(day);
      await kms.updateAlias({ AliasName: "alias/a", TargetKeyId: after.Arn });
      const [alias] = (await kms.listAliases({ KeyId: after.KeyId })).Aliases ?? [];
      expect(alias).toMatchObject({ AliasName: "alias/a", TargetKeyId: after.KeyId });
      expect(Number(alias?.LastUpdatedDate) - Number(alias?.CreationDate)).toBeGreaterThanOrEqual(day);
      const { KeyId } = await kms.encrypt({ KeyId: "alias/a", Plaintext: new Uint8Array(1) });
      expect(KeyId).toBe(after.Arn);
    },
    refuses: {
      NotFoundException: async ({ kms }) =>
        kms.updateAlias({ AliasName: "alias/none", TargetKeyId: (await createKey(kms)).KeyId }),
      LimitExceededException: async (scene) => {
        const { KeyId } = await createKey(scene.kms);
        await scene.kms.createAlias({ AliasName: "alias/a", TargetKeyId: KeyId });
        return scene.kms.updateAlias({ TargetKeyId: await fullKey(scene), AliasName: "alias/a" });
      },
      KMSInvalidStateException: async ({ kms }) => {
        await kms.createAlias({ AliasName: "alias/a", TargetKeyId: (await createKey(kms)).KeyId });
        return kms.updateAlias({ AliasName: "alias/a", TargetKeyId: (await deletedKey(kms)).KeyId });
      },
      ValidationException: async ({ kms }) => {
        await kms.createAlias({ AliasName: "alias/a", TargetKeyId: (await createKey(kms)).KeyId });
        const { KeyId } = await createKey(kms, { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" });
        return kms.updateAlias({ AliasName: "alias/a", TargetKeyId: KeyId });
      },
    },
  },

  DeleteAlias: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms);
      await kms.createAlias({ AliasName: "alias/a", TargetKeyId: KeyId });
      await kms.deleteAlias({ AliasName: "alias/a" });
      expect((await kms.listAliases({ KeyId })).Aliases).toEqual([]);
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "Enabled" });
    },
    refuses: { NotFoundException: ({ kms }) => kms.deleteAlias({ AliasName: "alias/none" }) },
    excused: { KMSInvalidStateException: "An alias can be deleted in every state of its key." },
  },

  ListAliases: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms);
      const names = ["alias/a", "alias/b", "alias/c"];
      for (const AliasName of names) await kms.createAlias({ AliasName, TargetKeyId: KeyId });
      const first = await kms.listAliases({ KeyId, Limit: 2 });
      // An alias that goes meanwhile does not disturb the walk.
      await kms.deleteAlias({ AliasName: "alias/b" });
      const second = await kms.listAliases({ KeyId, Limit: 2, Marker: first.NextMarker });
      expect([first.Truncated, second.Truncated]).toEqual([true, false]);
      const aliases = [...(first.Aliases ?? []), ...(second.Aliases ?? [])];
      expect(aliases).toEqual(
        names.map((AliasName) => ({
          AliasName,
          AliasArn: `arn:aws:kms:${homeRegion}:${account}:${AliasName}`,
          TargetKeyId: KeyId,
          CreationDate: expect.any(Date),
          LastUpdatedDate: expect.any(Date),
        })),
      );
      const predefined = (await kms.listAliases({ Limit: 100 })).Aliases?.find(
        ({ AliasName }) => AliasName === "alias/aws/s3",
      );
      expect(predefined?.TargetKeyId).toBeUndefined();
    },
    refuses: {
      NotFoundException: ({ kms }) => kms.listAliases({ KeyId: missingKeyId }),
      InvalidArnException: ({ kms }) => kms.listAliases({ KeyId: "alias/a" }),
      InvalidMarkerException: ({ kms }) => kms.listAliases({ Marker: "nowhere" }),
    },
  },
} satisfies Readonly<Record<string, Conformance>>;
