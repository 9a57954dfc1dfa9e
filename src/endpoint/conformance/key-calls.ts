// Exports the conformance of the operations that make, describe and retire keys.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { grantToken, notByAlias, notDeleted, notFound } from "./key-refusals.ts";
import { connectedStore, createStore, proxyStore, unknownStoreId } from "./key-store-scene.ts";
import { account, createKey, day, deletedKey, encryptionRsa, homeRegion, mac, signing } from "./scene.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const tooManyKeys = "It takes 100,000 keys; the quota has a test of the engine.";

export const keyCalls = {
  CreateKey: {
    async works({ kms, now }) {
      const { KeyMetadata } = await kms.createKey({ Description: "ü €", Tags: [{ TagKey: "a", TagValue: "" }] });
      expect(KeyMetadata).toMatchObject({
        AWSAccountId: account,
        KeyId: expect.stringMatching(uuid),
        Arn: `arn:aws:kms:${homeRegion}:${account}:key/${KeyMetadata?.KeyId}`,
        Description: "ü €",
        Enabled: true,
        EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
        KeyManager: "CUSTOMER",
        KeySpec: "SYMMETRIC_DEFAULT",
        KeyState: "Enabled",
        KeyUsage: "ENCRYPT_DECRYPT",
        MultiRegion: false,
        Origin: "AWS_KMS",
      });
      expect(KeyMetadata?.CreationDate).toBeInstanceOf(Date);
      expect(now().getTime() - Number(KeyMetadata?.CreationDate)).toBeLessThan(60_000);
    },
    refuses: {
      ValidationException: ({ kms }) => kms.createKey({ KeySpec: "HMAC_256" }),
      MalformedPolicyDocumentException: ({ kms }) => kms.createKey({ Policy: "{}" }),
      TagException: ({ kms }) => kms.createKey({ Tags: [{ TagKey: "aws:x", TagValue: "" }] }),
      UnsupportedOperationException: ({ kms }) => kms.createKey({ KeySpec: "SM2", KeyUsage: "SIGN_VERIFY" }),
      LimitExceededException: ({ kms }) =>
        kms.createKey({ Policy: JSON.stringify({ Statement: [], Id: "x".repeat(33_000) }) }),
      CustomKeyStoreNotFoundException: ({ kms }) =>
        kms.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: unknownStoreId }),
      CustomKeyStoreInvalidStateException: async (scene) =>
        scene.kms.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: await createStore(scene) }),
      XksKeyAlreadyInUseException: async (scene) => {
        const CustomKeyStoreId = await connectedStore(scene, proxyStore);
        const external = { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId, XksKeyId: "key-1" } as const;
        await scene.kms.createKey(external);
        return scene.kms.createKey(external);
      },
    },
    excused: {
      InvalidArnException: "No member of the request is an ARN.",
      CloudHsmClusterInvalidConfigurationException: "Every well-formed cluster is taken as one that works.",
      XksKeyInvalidConfigurationException: "Every external key that is named is taken as one that works.",
      XksKeyNotFoundException: "Every external key that is named is taken to be there.",
    },
  },

  DescribeKey: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      await kms.createAlias({ AliasName: "alias/a", TargetKeyId: KeyId });
      const named = [KeyId, Arn, "alias/a", `arn:aws:kms:${homeRegion}:${account}:alias/a`];
      for (const name of named)
        expect((await kms.describeKey({ KeyId: name })).KeyMetadata).toMatchObject({ KeyId, Arn });
      const { KeyMetadata } = await kms.describeKey({ KeyId: "alias/aws/s3" });
      expect(KeyMetadata).toMatchObject({ KeyManager: "AWS", Enabled: true });
    },
    refuses: notFound((kms, KeyId) => kms.describeKey({ KeyId })),
    excused: {
      InvalidArnException: "What is no ARN of a key or an alias is answered with NotFoundException, as recorded.",
    },
  },

  ListKeys: {
    async works({ kms }) {
      const made = await Promise.all(Array.from({ length: 5 }, () => createKey(kms)));
      const first = await kms.listKeys({ Limit: 3 });
      expect(first).toMatchObject({ Truncated: true });
      const second = await kms.listKeys({ Limit: 3, Marker: first.NextMarker });
      expect(second).toMatchObject({ Truncated: false });
      expect(second.NextMarker).toBeUndefined();
      const listed = [...(first.Keys ?? []), ...(second.Keys ?? [])].map(({ KeyArn }) => KeyArn);
      expect(listed.sort()).toEqual(made.map(({ Arn }) => Arn).sort());
    },
    refuses: { InvalidMarkerException: ({ kms }) => kms.listKeys({ Marker: "nowhere" }) },
  },

  UpdateKeyDescription: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms, { Description: "old" });
      await kms.updateKeyDescription({ KeyId, Description: "" });
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ Description: "" });
    },
    refuses: managing((kms, KeyId) => kms.updateKeyDescription({ KeyId, Description: "new" })),
  },

  DisableKey: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms);
      await kms.disableKey({ KeyId });
      await kms.disableKey({ KeyId });
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "Disabled", Enabled: false });
    },
    refuses: managing((kms, KeyId) => kms.disableKey({ KeyId })),
  },

  EnableKey: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms);
      await kms.disableKey({ KeyId });
      await kms.enableKey({ KeyId });
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "Enabled", Enabled: true });
    },
    refuses: managing((kms, KeyId) => kms.enableKey({ KeyId })),
    excused: { LimitExceededException: tooManyKeys },
  },

  ScheduleKeyDeletion: {
    async works({ kms, advance, now }) {
      const { KeyId, Arn } = await createKey(kms);
      const scheduled = await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      expect(scheduled).toMatchObject({ KeyId: Arn, KeyState: "PendingDeletion", PendingWindowInDays: 7 });
      const waiting = Number(scheduled.DeletionDate) - now().getTime();
      expect(Math.abs(waiting - 7 * day)).toBeLessThan(60_000);
      advance(8 * day);
      await expect(kms.describeKey({ KeyId })).rejects.toThrow("does not exist");
    },
    refuses: {
      ...managing((kms, KeyId) => kms.scheduleKeyDeletion({ KeyId })),
      ValidationException: async ({ kms }) =>
        kms.scheduleKeyDeletion({ ...(await createKey(kms)), PendingWindowInDays: 6 }),
    },
  },

  CancelKeyDeletion: {
    async works({ kms }) {
      const { KeyId, Arn } = await deletedKey(kms);
      expect(await kms.cancelKeyDeletion({ KeyId })).toMatchObject({ KeyId: Arn });
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "Disabled" });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.cancelKeyDeletion({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.cancelKeyDeletion({ KeyId })),
      KMSInvalidStateException: async ({ kms }) => kms.cancelKeyDeletion({ ...(await createKey(kms)) }),
    },
  },

  GetKeyLastUsage: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms);
      expect((await kms.getKeyLastUsage({ KeyId })).KeyLastUsage).toEqual({});
      await kms.encrypt({ KeyId, Plaintext: new Uint8Array(1) });
      const { KeyLastUsage, KeyCreationDate } = await kms.getKeyLastUsage({ KeyId });
      expect(KeyLastUsage).toMatchObject({ Operation: "Encrypt", CloudTrailEventId: expect.any(String) });
      expect(KeyCreationDate).toBeInstanceOf(Date);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.getKeyLastUsage({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.getKeyLastUsage({ KeyId })),
    },
  },

  GetPublicKey: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, encryptionRsa);
      const { PublicKey, ...answer } = await kms.getPublicKey({ KeyId });
      expect(PublicKey).toHaveLength(294);
      expect(answer).toMatchObject({
        KeyId: Arn,
        KeySpec: "RSA_2048",
        CustomerMasterKeySpec: "RSA_2048",
        KeyUsage: "ENCRYPT_DECRYPT",
        EncryptionAlgorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"],
      });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.getPublicKey({ KeyId })),
      ...notDeleted((kms, KeyId) => kms.getPublicKey({ KeyId }), signing),
      ...grantToken((kms, KeyId, options) => kms.getPublicKey({ KeyId, GrantTokens: options?.GrantTokens }), signing),
      UnsupportedOperationException: async ({ kms }) => kms.getPublicKey({ KeyId: (await createKey(kms, mac)).KeyId }),
    },
    excused: {
      DisabledException: "The public key of a disabled key can be got, as recorded.",
      InvalidArnException: "What is no ARN of a key or an alias is answered with NotFoundException, as recorded.",
      InvalidKeyUsageException: "A key of every usage has its public key to show; a symmetric key is unsupported.",
    },
  },
} satisfies Readonly<Record<string, Conformance>>;

function managing(use: Parameters<typeof notFound>[0]): Conformance["refuses"] {
  return { ...notFound(use), ...notByAlias(use), ...notDeleted(use) };
}
