// Node's OpenSSL against WebCrypto: two engines with one vault and the same randomness must give the same bytes.
import { describe, expect, test } from "vitest";
import type { SigningAlgorithmSpec } from "#kms/index.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";
import { nativeCryptography } from "./native-cryptography.ts";

async function madeOnce() {
  const { as, world, secrets } = createTestEngine();
  const create = as();
  const { KeyMetadata: aes } = await create("CreateKey", {});
  const { KeyMetadata: rsa } = await create("CreateKey", { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
  return { world: world(), secrets, keyId: aes?.KeyId ?? "", rsaId: rsa?.KeyId ?? "" };
}
const keys = madeOnce();

interface Two {
  readonly standard: TestCall;
  readonly native: TestCall;
  /** Which materials the native one has opened. */
  readonly opened: string[];
  readonly keyId: string;
  readonly rsaId: string;
}

async function twoEngines(): Promise<Two> {
  const { world, secrets, keyId, rsaId } = await keys;
  const opened: string[] = [];
  const open = async (materialId: string): Promise<Uint8Array> => {
    opened.push(materialId);
    return secrets.get(materialId) ?? expect.fail();
  };
  const ports = {
    cryptography: (standard: Parameters<typeof nativeCryptography>[0]) => nativeCryptography(standard, open),
  };
  return {
    standard: createTestEngine({ world, secrets, seed: 7 }).as(),
    native: createTestEngine({ world, secrets, seed: 7, ports }).as(),
    opened,
    keyId,
    rsaId,
  };
}

describe("AES-256-GCM", () => {
  test.each([1, 15, 16, 1024, 4096])("encrypts %i bytes to the same ciphertext", async (length) => {
    const { standard, native, keyId, opened } = await twoEngines();
    const input = { KeyId: keyId, Plaintext: new Uint8Array(length).fill(9), EncryptionContext: { purpose: "test" } };
    const [one, other] = [await standard("Encrypt", input), await native("Encrypt", input)];
    expect(other).toEqual(one);
    expect(opened).toHaveLength(1);
  });

  test("decrypts what the other has encrypted, and refuses what was changed", async () => {
    const { standard, native, keyId } = await twoEngines();
    const Plaintext = new TextEncoder().encode("hello");
    for (const [maker, reader] of [
      [standard, native],
      [native, standard],
    ] as const) {
      const { CiphertextBlob = new Uint8Array() } = await maker("Encrypt", { KeyId: keyId, Plaintext });
      expect((await reader("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
      const changed = CiphertextBlob.with(CiphertextBlob.length - 1, 0xff ^ (CiphertextBlob.at(-1) ?? 0));
      await expect(reader("Decrypt", { CiphertextBlob: changed })).rejects.toThrow(
        expect.objectContaining({ code: "InvalidCiphertextException" }),
      );
      const cut = CiphertextBlob.subarray(0, -1);
      await expect(reader("Decrypt", { CiphertextBlob: cut })).rejects.toThrow(
        expect.objectContaining({ code: "InvalidCiphertextException" }),
      );
    }
  });
});

const bitses = [256, 384, 512] as const;
describe("RSA signatures", () => {
  const Message = new TextEncoder().encode("a message");

  test.each(bitses)("of PKCS #1 v1.5 with SHA-%i are the same", async (bits) => {
    const { standard, native, rsaId } = await twoEngines();
    const input = { KeyId: rsaId, Message, SigningAlgorithm: `RSASSA_PKCS1_V1_5_SHA_${bits}` } as const;
    expect(await native("Sign", input)).toEqual(await standard("Sign", input));
  });

  test.each(bitses)("of PSS with SHA-%i verify with the other", async (bits) => {
    const { standard, native, rsaId } = await twoEngines();
    const SigningAlgorithm: SigningAlgorithmSpec = `RSASSA_PSS_SHA_${bits}`;
    const { Signature = new Uint8Array() } = await native("Sign", { KeyId: rsaId, Message, SigningAlgorithm });
    const verified = await standard("Verify", { KeyId: rsaId, Message, SigningAlgorithm, Signature });
    expect(verified.SignatureValid).toBe(true);
  });

  test("of digests are left to the standard cryptography", async () => {
    const { native, standard, rsaId, opened } = await twoEngines();
    const digest = { KeyId: rsaId, Message: new Uint8Array(32), MessageType: "DIGEST" } as const;
    const SigningAlgorithm = "RSASSA_PKCS1_V1_5_SHA_256";
    const made = await native("Sign", { ...digest, SigningAlgorithm });
    expect(made).toEqual(await standard("Sign", { ...digest, SigningAlgorithm }));
    expect(opened).toEqual([]);
  });
});
