// Exports the conformance of the operations that encrypt, decrypt and make random bytes and data keys.
import type { KMS } from "@aws-sdk/client-kms";
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { cryptographic } from "./key-refusals.ts";
import { connectedStore, createStore, proxyStore, unknownStoreId } from "./key-store-scene.ts";
import { createKey, encryptionRsa, otherAccount, type Scene } from "./scene.ts";

const Plaintext = new Uint8Array([1, 2, 3]);
const EncryptionContext = { Department: "10103" };

/** Something encrypted under a key of its own. */
async function sealed({ kms }: Scene, context = {}): Promise<{ KeyId: string; CiphertextBlob: Uint8Array }> {
  const { KeyId } = await createKey(kms);
  const { CiphertextBlob = new Uint8Array() } = await kms.encrypt({ KeyId, Plaintext, EncryptionContext: context });
  return { KeyId, CiphertextBlob };
}

/** Decrypts under the key what was encrypted under it before its state changed, or what never was where it cannot be. */
async function decryptUnder(kms: KMS, KeyId: string, options?: { DryRun?: boolean; GrantTokens?: string[] }) {
  return kms.decrypt({ KeyId, CiphertextBlob: await ciphertextOf(kms, KeyId), ...options });
}

/** Ciphertext of a key, taken while the key may be used; of another one where it never may. */
async function ciphertextOf(kms: KMS, KeyId: string): Promise<Uint8Array> {
  const state = await kms.describeKey({ KeyId }).then(
    ({ KeyMetadata }) => KeyMetadata,
    () => undefined,
  );
  const isSymmetric = state?.KeySpec === "SYMMETRIC_DEFAULT";
  if (state?.KeyState === "PendingDeletion") await kms.cancelKeyDeletion({ KeyId });
  if (isSymmetric && !state.Enabled) await kms.enableKey({ KeyId });
  const target = isSymmetric ? KeyId : (await createKey(kms)).KeyId;
  const { CiphertextBlob = new Uint8Array() } = await kms.encrypt({ KeyId: target, Plaintext });
  if (state?.KeyState === "PendingDeletion") await kms.scheduleKeyDeletion({ KeyId });
  if (state?.KeyState === "Disabled") await kms.disableKey({ KeyId });
  return CiphertextBlob;
}

/** A key of a cluster, which makes no key pairs. */
async function keyInStore(scene: Scene): Promise<string> {
  const CustomKeyStoreId = await connectedStore(scene);
  return (await createKey(scene.kms, { Origin: "AWS_CLOUDHSM", CustomKeyStoreId })).KeyId;
}

const onlyDamaged = async (scene: Scene): Promise<Uint8Array> => {
  const { CiphertextBlob } = await sealed(scene);
  return CiphertextBlob.map((byte, i) => (i === CiphertextBlob.length - 1 ? byte ^ 1 : byte));
};

export const encryptionCalls = {
  Encrypt: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, encryptionRsa);
      await kms.createAlias({ AliasName: "alias/a", TargetKeyId: KeyId });
      const EncryptionAlgorithm = "RSAES_OAEP_SHA_256" as const;
      const encrypted = await kms.encrypt({ KeyId: "alias/a", Plaintext, EncryptionAlgorithm });
      expect(encrypted).toMatchObject({ KeyId: Arn, EncryptionAlgorithm });
      expect(encrypted.CiphertextBlob).toHaveLength(256);
      const { CiphertextBlob } = encrypted;
      expect(await kms.decrypt({ KeyId, CiphertextBlob, EncryptionAlgorithm })).toMatchObject({ Plaintext });
    },
    refuses: cryptographic((kms, KeyId, options) => kms.encrypt({ KeyId, Plaintext, ...options })),
  },

  Decrypt: {
    async works(scene) {
      const { CiphertextBlob, KeyId } = await sealed(scene, EncryptionContext);
      const decrypted = await scene.kms.decrypt({ CiphertextBlob, EncryptionContext });
      expect(decrypted).toMatchObject({ Plaintext, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" });
      expect(decrypted.KeyId).toMatch(new RegExp(`:key/${KeyId}$`));
      expect(decrypted.KeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    },
    refuses: {
      ...cryptographic(decryptUnder),
      InvalidCiphertextException: async (scene) => scene.kms.decrypt({ CiphertextBlob: await onlyDamaged(scene) }),
      IncorrectKeyException: async (scene) => {
        const { CiphertextBlob } = await sealed(scene);
        return scene.kms.decrypt({ CiphertextBlob, KeyId: (await createKey(scene.kms)).KeyId });
      },
      AccessDeniedException: async (scene) => {
        const { CiphertextBlob } = await sealed(scene);
        return scene.at("us-east-1", otherAccount).decrypt({ CiphertextBlob });
      },
    },
  },

  ReEncrypt: {
    async works(scene) {
      const { kms } = scene;
      const { CiphertextBlob, KeyId } = await sealed(scene, EncryptionContext);
      const destination = await createKey(kms);
      const moved = await kms.reEncrypt({
        CiphertextBlob,
        SourceEncryptionContext: EncryptionContext,
        DestinationKeyId: destination.KeyId,
      });
      expect(moved).toMatchObject({ KeyId: destination.Arn, DestinationEncryptionAlgorithm: "SYMMETRIC_DEFAULT" });
      expect(moved.SourceKeyId).toMatch(new RegExp(`:key/${KeyId}$`));
      expect(await kms.decrypt({ CiphertextBlob: moved.CiphertextBlob })).toMatchObject({ Plaintext });
    },
    refuses: {
      ...cryptographic(async (kms, KeyId, options) => {
        const CiphertextBlob = await ciphertextOf(kms, (await createKey(kms)).KeyId);
        return kms.reEncrypt({ CiphertextBlob, DestinationKeyId: KeyId, ...options });
      }),
      InvalidCiphertextException: async (scene) =>
        scene.kms.reEncrypt({
          CiphertextBlob: await onlyDamaged(scene),
          DestinationKeyId: (await createKey(scene.kms)).KeyId,
        }),
      IncorrectKeyException: async (scene) => {
        const { CiphertextBlob } = await sealed(scene);
        const { KeyId } = await createKey(scene.kms);
        return scene.kms.reEncrypt({ CiphertextBlob, SourceKeyId: KeyId, DestinationKeyId: KeyId });
      },
    },
  },

  GenerateRandom: {
    async works({ kms }) {
      const { Plaintext: bytes } = await kms.generateRandom({ NumberOfBytes: 1024 });
      expect(bytes).toHaveLength(1024);
      expect((await kms.generateRandom({ NumberOfBytes: 1024 })).Plaintext).not.toEqual(bytes);
    },
    refuses: {
      ValidationException: ({ kms }) => kms.generateRandom({ NumberOfBytes: 1025 }),
      CustomKeyStoreNotFoundException: ({ kms }) =>
        kms.generateRandom({ NumberOfBytes: 1, CustomKeyStoreId: unknownStoreId }),
      CustomKeyStoreInvalidStateException: async (scene) =>
        scene.kms.generateRandom({ NumberOfBytes: 1, CustomKeyStoreId: await createStore(scene) }),
      UnsupportedOperationException: async (scene) =>
        scene.kms.generateRandom({ NumberOfBytes: 1, CustomKeyStoreId: await connectedStore(scene, proxyStore) }),
    },
  },

  GenerateDataKey: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      const dataKey = await kms.generateDataKey({ KeyId, KeySpec: "AES_256", EncryptionContext });
      expect(dataKey.KeyId).toBe(Arn);
      expect(dataKey.Plaintext).toHaveLength(32);
      const { CiphertextBlob } = dataKey;
      const decrypted = await kms.decrypt({ CiphertextBlob, EncryptionContext });
      expect(decrypted.Plaintext).toEqual(dataKey.Plaintext);
      expect(decrypted.KeyMaterialId).toBe(dataKey.KeyMaterialId);
    },
    refuses: {
      ...cryptographic((kms, KeyId, options) => kms.generateDataKey({ KeyId, KeySpec: "AES_256", ...options })),
      ValidationException: async ({ kms }) =>
        kms.generateDataKey({ ...(await createKey(kms)), KeySpec: "AES_256", NumberOfBytes: 32 }),
    },
  },

  GenerateDataKeyWithoutPlaintext: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      const dataKey = await kms.generateDataKeyWithoutPlaintext({ KeyId, NumberOfBytes: 24 });
      expect(dataKey).not.toHaveProperty("Plaintext");
      const { CiphertextBlob } = dataKey;
      const decrypted = await kms.decrypt({ CiphertextBlob });
      expect(decrypted).toMatchObject({ KeyId: Arn });
      expect(decrypted.Plaintext).toHaveLength(24);
    },
    refuses: cryptographic((kms, KeyId, options) =>
      kms.generateDataKeyWithoutPlaintext({ KeyId, KeySpec: "AES_128", ...options }),
    ),
  },

  GenerateDataKeyPair: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      const pair = await kms.generateDataKeyPair({ KeyId, KeyPairSpec: "ECC_NIST_P384", EncryptionContext });
      expect(pair).toMatchObject({ KeyId: Arn, KeyPairSpec: "ECC_NIST_P384" });
      const { PrivateKeyCiphertextBlob: CiphertextBlob } = pair;
      const { Plaintext: privateKey } = await kms.decrypt({ CiphertextBlob, EncryptionContext });
      expect(privateKey).toEqual(pair.PrivateKeyPlaintext);
      await expectPair(pair.PublicKey, privateKey);
    },
    refuses: {
      ...cryptographic((kms, KeyId, options) =>
        kms.generateDataKeyPair({ KeyId, KeyPairSpec: "ECC_NIST_P256", ...options }),
      ),
      UnsupportedOperationException: async (scene) =>
        scene.kms.generateDataKeyPair({ KeyId: await keyInStore(scene), KeyPairSpec: "ECC_NIST_P256" }),
    },
  },

  GenerateDataKeyPairWithoutPlaintext: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      const pair = await kms.generateDataKeyPairWithoutPlaintext({ KeyId, KeyPairSpec: "ECC_NIST_P384" });
      expect(pair).toMatchObject({ KeyId: Arn, KeyPairSpec: "ECC_NIST_P384" });
      expect(pair).not.toHaveProperty("PrivateKeyPlaintext");
      const { Plaintext: privateKey } = await kms.decrypt({ CiphertextBlob: pair.PrivateKeyCiphertextBlob });
      await expectPair(pair.PublicKey, privateKey);
    },
    refuses: {
      ...cryptographic((kms, KeyId, options) =>
        kms.generateDataKeyPairWithoutPlaintext({ KeyId, KeyPairSpec: "ECC_NIST_P256", ...options }),
      ),
      UnsupportedOperationException: async (scene) =>
        scene.kms.generateDataKeyPairWithoutPlaintext({ KeyId: await keyInStore(scene), KeyPairSpec: "ECC_NIST_P256" }),
    },
  },
} satisfies Readonly<Record<string, Conformance>>;

/** What the private key (PKCS #8) signs, the public key (SubjectPublicKeyInfo) verifies. */
async function expectPair(publicKey: Uint8Array | undefined, privateKey: Uint8Array | undefined): Promise<void> {
  const curve = { name: "ECDSA", namedCurve: "P-384" };
  const hash = { name: "ECDSA", hash: "SHA-384" };
  const bytes = (key: Uint8Array | undefined) => Uint8Array.from(key ?? []);
  const verifying = await crypto.subtle.importKey("spki", bytes(publicKey), curve, false, ["verify"]);
  const signer = await crypto.subtle.importKey("pkcs8", bytes(privateKey), curve, false, ["sign"]);
  const signature = await crypto.subtle.sign(hash, signer, Plaintext);
  expect(await crypto.subtle.verify(hash, verifying, signature, Plaintext)).toBe(true);
}
