// Exports the conformance of the operations on key rotation.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { notByAlias, notDeleted, notDisabled, notFound } from "./key-refusals.ts";
import { createKey, day, imported, mac } from "./scene.ts";

const Plaintext = new Uint8Array([1]);

export const rotationCalls = {
  EnableKeyRotation: {
    async works({ kms, advance }) {
      const { KeyId, Arn } = await createKey(kms);
      await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
      const { CiphertextBlob } = await kms.encrypt({ KeyId, Plaintext });
      advance(91 * day);
      const { Rotations } = await kms.listKeyRotations({ KeyId });
      expect(Rotations).toMatchObject([{ KeyId: Arn, RotationType: "AUTOMATIC", KeyMaterialState: "CURRENT" }]);
      // What was encrypted with the former material can be decrypted with the key.
      expect(await kms.decrypt({ CiphertextBlob })).toMatchObject({ Plaintext });
    },
    refuses: {
      ...managing((kms, KeyId) => kms.enableKeyRotation({ KeyId })),
      ValidationException: async ({ kms }) =>
        kms.enableKeyRotation({ ...(await createKey(kms)), RotationPeriodInDays: 89 }),
      UnsupportedOperationException: async ({ kms }) =>
        kms.enableKeyRotation({ KeyId: (await createKey(kms, mac)).KeyId }),
    },
  },

  DisableKeyRotation: {
    async works({ kms, advance }) {
      const { KeyId } = await createKey(kms);
      await kms.enableKeyRotation({ KeyId });
      await kms.disableKeyRotation({ KeyId });
      advance(400 * day);
      expect((await kms.listKeyRotations({ KeyId })).Rotations).toEqual([]);
    },
    refuses: {
      ...managing((kms, KeyId) => kms.disableKeyRotation({ KeyId })),
      UnsupportedOperationException: async ({ kms }) =>
        kms.disableKeyRotation({ KeyId: (await createKey(kms, imported)).KeyId }),
    },
  },

  GetKeyRotationStatus: {
    async works({ kms, now }) {
      const { KeyId, Arn } = await createKey(kms);
      expect(await kms.getKeyRotationStatus({ KeyId })).toMatchObject({ KeyId: Arn, KeyRotationEnabled: false });
      await kms.enableKeyRotation({ KeyId });
      const { NextRotationDate, ...status } = await kms.getKeyRotationStatus({ KeyId });
      expect(status).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 365 });
      expect(Math.abs(Number(NextRotationDate) - now().getTime() - 365 * day)).toBeLessThan(60_000);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.getKeyRotationStatus({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.getKeyRotationStatus({ KeyId })),
      UnsupportedOperationException: async ({ kms }) =>
        kms.getKeyRotationStatus({ KeyId: (await createKey(kms, imported)).KeyId }),
    },
    excused: { KMSInvalidStateException: "The operation works in every key state." },
  },

  RotateKeyOnDemand: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      const { KeyMaterialId: before } = await kms.generateDataKey({ KeyId, NumberOfBytes: 1 });
      expect(await kms.rotateKeyOnDemand({ KeyId })).toMatchObject({ KeyId: Arn });
      const { KeyMaterialId: after } = await kms.generateDataKey({ KeyId, NumberOfBytes: 1 });
      expect(after).not.toBe(before);
      const { CurrentKeyMaterialId } = (await kms.describeKey({ KeyId })).KeyMetadata ?? {};
      expect(CurrentKeyMaterialId).toBe(after);
    },
    refuses: {
      ...managing((kms, KeyId) => kms.rotateKeyOnDemand({ KeyId })),
      UnsupportedOperationException: async ({ kms }) =>
        kms.rotateKeyOnDemand({ KeyId: (await createKey(kms, mac)).KeyId }),
      LimitExceededException: async ({ kms }) => {
        const { KeyId } = await createKey(kms);
        for (let i = 0; i < 25; i++) await kms.rotateKeyOnDemand({ KeyId });
        return kms.rotateKeyOnDemand({ KeyId });
      },
      ConflictException: async ({ kms, advance }) => {
        const { KeyId } = await createKey(kms);
        await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
        advance(90 * day - 15 * 60_000);
        return kms.rotateKeyOnDemand({ KeyId });
      },
    },
  },

  ListKeyRotations: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      for (let i = 0; i < 3; i++) await kms.rotateKeyOnDemand({ KeyId });
      const first = await kms.listKeyRotations({ KeyId, Limit: 2 });
      const second = await kms.listKeyRotations({ KeyId, Limit: 2, Marker: first.NextMarker });
      expect([first.Truncated, second.Truncated]).toEqual([true, false]);
      expect([...(first.Rotations ?? []), ...(second.Rotations ?? [])]).toEqual(
        ["NON_CURRENT", "NON_CURRENT", "CURRENT"].map((KeyMaterialState) => ({
          KeyId: Arn,
          KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
          KeyMaterialState,
          RotationDate: expect.any(Date),
          RotationType: "ON_DEMAND",
        })),
      );
      const all = await kms.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
      expect(all.Rotations).toHaveLength(4);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.listKeyRotations({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.listKeyRotations({ KeyId })),
      InvalidMarkerException: async ({ kms }) => kms.listKeyRotations({ ...(await createKey(kms)), Marker: "nowhere" }),
      UnsupportedOperationException: async ({ kms }) =>
        kms.listKeyRotations({ KeyId: (await createKey(kms, mac)).KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }),
    },
    excused: { KMSInvalidStateException: "The operation works in every key state." },
  },
} satisfies Readonly<Record<string, Conformance>>;

function managing(use: Parameters<typeof notFound>[0]): Conformance["refuses"] {
  return { ...notFound(use), ...notByAlias(use), ...notDisabled(use), ...notDeleted(use) };
}
