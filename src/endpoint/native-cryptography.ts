// Exports cryptography by Node's own OpenSSL where that is faster than its WebCrypto: AES-256-GCM, which WebCrypto sends to
// another thread for each call, and RSA signatures. Everything else, and every rule, is the standard one's.
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createSecretKey,
  type KeyObject,
  sign,
} from "node:crypto";
import type { Cryptography, MaterialRef, Ports } from "#kms/index.ts";
import { concatBytes } from "#lib/bytes.ts";
import { Lru } from "#lib/lru.ts";

/** Of so many materials the keys are kept. */
const cacheSize = 500;
const aesGcm = "aes-256-gcm";
const tagBytes = 16;

/** PSS with a salt as long as the digest, as KMS fixes it. Source: developer guide, "RSA key specs". */
const rsaSignatures: ReadonlyMap<
  string,
  { readonly hash: string; readonly padding: number; readonly saltLength: number }
> = new Map(
  [256, 384, 512].flatMap((bits) => {
    const common = { hash: `sha${bits}`, saltLength: bits / 8 };
    return [
      [`RSASSA_PSS_SHA_${bits}`, { ...common, padding: constants.RSA_PKCS1_PSS_PADDING }],
      [`RSASSA_PKCS1_V1_5_SHA_${bits}`, { ...common, padding: constants.RSA_PKCS1_PADDING }],
    ] as const;
  }),
);

interface Slot {
  key?: KeyObject;
}

/** @param open the vault's: the secret bytes of a material */
export function nativeCryptography(standard: Cryptography, open: Ports["vault"]["open"]): Cryptography {
  const slots = new Lru<string, Slot>(cacheSize);

  async function load(materialId: string, create: (secret: Uint8Array) => KeyObject): Promise<KeyObject> {
    // A material that is forgotten while it is opened leaves its slot, where nobody will find the key.
    const slot: Slot = {};
    slots.set(materialId, slot);
    slot.key = create(await open(materialId));
    return slot.key;
  }
  const aesKey = ({ materialId }: MaterialRef): KeyObject | Promise<KeyObject> =>
    slots.get(materialId)?.key ?? load(materialId, createSecretKey);
  const rsaKey = ({ materialId }: MaterialRef): KeyObject | Promise<KeyObject> =>
    slots.get(materialId)?.key ??
    load(materialId, (secret) => createPrivateKey({ key: Buffer.from(secret), format: "der", type: "pkcs8" }));

  return {
    ...standard,
    async aesEncrypt(ref, iv, plaintext, aad) {
      const cipher = createCipheriv(aesGcm, await aesKey(ref), iv);
      cipher.setAAD(aad);
      const ciphertext = cipher.update(plaintext);
      cipher.final(); // a stream mode has nothing left to give
      return concatBytes(ciphertext, cipher.getAuthTag());
    },
    async aesDecrypt(ref, iv, ciphertext, aad) {
      const key = await aesKey(ref);
      if (ciphertext.length < tagBytes) return undefined;
      const decipher = createDecipheriv(aesGcm, key, iv, { authTagLength: tagBytes });
      decipher.setAAD(aad);
      decipher.setAuthTag(ciphertext.subarray(-tagBytes));
      const plaintext = decipher.update(ciphertext.subarray(0, -tagBytes));
      try {
        decipher.final();
      } catch {
        return undefined; // it throws for one reason: the tag does not fit
      }
      return new Uint8Array(plaintext);
    },
    async sign(ref, algorithm, messageType, message) {
      const rsa = messageType === "RAW" ? rsaSignatures.get(algorithm) : undefined;
      if (!rsa) return standard.sign(ref, algorithm, messageType, message);
      const { hash, padding, saltLength } = rsa;
      const key = await rsaKey(ref);
      // On another thread: signing takes so long that other calls should go on meanwhile.
      return new Promise((resolve, reject) => {
        sign(hash, message, { key, padding, saltLength }, (error, signature) => {
          if (error) reject(error);
          else resolve(new Uint8Array(signature));
        });
      });
    },
    forget(materialId) {
      slots.delete(materialId);
      standard.forget(materialId);
    },
  };
}
