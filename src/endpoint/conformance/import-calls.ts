// Exports the conformance of the operations on imported key material, which the tests wrap themselves with WebCrypto.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { notByAlias, notDeleted, notFound } from "./key-refusals.ts";
import { createKey, day, imported, type Scene, type SceneKey } from "./scene.ts";

const wrapping = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
const forEver = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const;
const material = new Uint8Array(32).fill(7);
const someBytes = new Uint8Array(256).fill(1);
const unwrapped = { ImportToken: someBytes, EncryptedKeyMaterial: someBytes };

interface Parameters {
  readonly ImportToken: Uint8Array;
  readonly EncryptedKeyMaterial: Uint8Array;
}

/** What an import needs: the token, and the material wrapped for it. */
async function parametersFor({ kms }: Scene, KeyId: string, secret = material): Promise<Parameters> {
  const { ImportToken = new Uint8Array(), PublicKey = new Uint8Array() } = await kms.getParametersForImport({
    KeyId,
    ...wrapping,
  });
  const oaep = { name: "RSA-OAEP", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("spki", Uint8Array.from(PublicKey), oaep, false, ["encrypt"]);
  return { ImportToken, EncryptedKeyMaterial: new Uint8Array(await crypto.subtle.encrypt(oaep, key, secret)) };
}

async function importedKey(scene: Scene): Promise<SceneKey> {
  const key = await createKey(scene.kms, imported);
  await scene.kms.importKeyMaterial({ KeyId: key.KeyId, ...(await parametersFor(scene, key.KeyId)), ...forEver });
  return key;
}

export const importCalls = {
  GetParametersForImport: {
    async works({ kms, now }) {
      const { KeyId, Arn } = await createKey(kms, imported);
      const { PublicKey, ParametersValidTo, ImportToken, ...answer } = await kms.getParametersForImport({
        KeyId,
        ...wrapping,
      });
      expect(answer).toMatchObject({ KeyId: Arn });
      expect(PublicKey).toHaveLength(294);
      expect(ImportToken?.length).toBeGreaterThan(0);
      expect(Math.abs(Number(ParametersValidTo) - now().getTime() - day)).toBeLessThan(60_000);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.getParametersForImport({ KeyId, ...wrapping })),
      ...notByAlias((kms, KeyId) => kms.getParametersForImport({ KeyId, ...wrapping })),
      ...notDeleted((kms, KeyId) => kms.getParametersForImport({ KeyId, ...wrapping }), imported),
      UnsupportedOperationException: async ({ kms }) =>
        kms.getParametersForImport({ ...(await createKey(kms)), ...wrapping }),
    },
  },

  ImportKeyMaterial: {
    async works(scene) {
      const { kms, advance, now } = scene;
      const { KeyId, Arn } = await createKey(kms, imported);
      const ValidTo = new Date(now().getTime() + 10 * day);
      const answer = await kms.importKeyMaterial({ KeyId, ...(await parametersFor(scene, KeyId)), ValidTo });
      expect(answer).toMatchObject({ KeyId: Arn, KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({
        KeyState: "Enabled",
        ExpirationModel: "KEY_MATERIAL_EXPIRES",
        ValidTo: expect.any(Date),
      });
      const Plaintext = new Uint8Array([1]);
      const { CiphertextBlob } = await kms.encrypt({ KeyId, Plaintext });
      advance(11 * day);
      expect((await kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "PendingImport" });
      await kms.importKeyMaterial({ KeyId, ...(await parametersFor(scene, KeyId)), ...forEver });
      expect(await kms.decrypt({ CiphertextBlob })).toMatchObject({ Plaintext });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.importKeyMaterial({ KeyId, ...unwrapped, ...forEver })),
      ...notByAlias((kms, KeyId) => kms.importKeyMaterial({ KeyId, ...unwrapped, ...forEver })),
      ...notDeleted((kms, KeyId) => kms.importKeyMaterial({ KeyId, ...unwrapped, ...forEver }), imported),
      UnsupportedOperationException: async ({ kms }) =>
        kms.importKeyMaterial({ ...(await createKey(kms)), ...unwrapped, ...forEver }),
      InvalidImportTokenException: async ({ kms }) =>
        kms.importKeyMaterial({ KeyId: (await createKey(kms, imported)).KeyId, ...unwrapped, ...forEver }),
      InvalidCiphertextException: async (scene) => {
        const { KeyId } = await createKey(scene.kms, imported);
        const { ImportToken } = await parametersFor(scene, KeyId);
        return scene.kms.importKeyMaterial({ KeyId, ImportToken, EncryptedKeyMaterial: someBytes, ...forEver });
      },
      IncorrectKeyMaterialException: async (scene) => {
        const { KeyId } = await importedKey(scene);
        const other = await parametersFor(scene, KeyId, new Uint8Array(32).fill(8));
        return scene.kms.importKeyMaterial({ KeyId, ...other, ...forEver, ImportType: "EXISTING_KEY_MATERIAL" });
      },
      ExpiredImportTokenException: async (scene) => {
        const { KeyId } = await createKey(scene.kms, imported);
        const parameters = await parametersFor(scene, KeyId);
        scene.advance(day + 60_000);
        return scene.kms.importKeyMaterial({ KeyId, ...parameters, ...forEver });
      },
      ValidationException: async (scene) => {
        const { KeyId } = await createKey(scene.kms, imported);
        return scene.kms.importKeyMaterial({ KeyId, ...(await parametersFor(scene, KeyId)) });
      },
    },
  },

  DeleteImportedKeyMaterial: {
    async works(scene) {
      const { KeyId, Arn } = await importedKey(scene);
      expect(await scene.kms.deleteImportedKeyMaterial({ KeyId })).toMatchObject({ KeyId: Arn });
      expect((await scene.kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "PendingImport" });
      await expect(scene.kms.encrypt({ KeyId, Plaintext: material })).rejects.toThrow("is pending import");
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.deleteImportedKeyMaterial({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.deleteImportedKeyMaterial({ KeyId })),
      UnsupportedOperationException: async ({ kms }) => kms.deleteImportedKeyMaterial({ ...(await createKey(kms)) }),
    },
    excused: { KMSInvalidStateException: "Keys are Creating or Updating for no time that a call could fall into." },
  },
} satisfies Readonly<Record<string, Conformance>>;
