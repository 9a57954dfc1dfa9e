// Exports a scene: an endpoint of its own for one test, with SDK clients that are what AWS ships, and a clock that can be moved.
import { type CreateKeyCommandInput, KMS } from "@aws-sdk/client-kms";
import { startEndpoint } from "#endpoint/server.ts";

export const account = "111122223333";
export const otherAccount = "444455556666";
export const homeRegion = "us-east-1";
export const day = 86_400_000;

/** A key ID that no scene has. */
export const missingKeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

export interface Scene {
  /** The client of the home Region and account. */
  readonly kms: KMS;
  at(region: string, account?: string): KMS;
  /** Moves the clock of the endpoint forward, milliseconds. */
  advance(milliseconds: number): void;
  now(): Date;
}

/** Runs `play` against a new endpoint, which holds every answer against the contract. */
export async function inScene<T>(play: (scene: Scene) => Promise<T>): Promise<T> {
  let ahead = 0;
  const endpoint = await startEndpoint({ port: 0, strict: true, now: () => Date.now() + ahead });
  const clients: KMS[] = [];
  const at = (region: string, accessKeyId: string = account): KMS => {
    const credentials = { accessKeyId, secretAccessKey: "any" };
    const client = new KMS({ endpoint: endpoint.url, region, credentials, maxAttempts: 1 });
    clients.push(client);
    return client;
  };
  try {
    return await play({
      kms: at(homeRegion),
      at,
      advance(milliseconds) {
        ahead += milliseconds;
      },
      now: () => new Date(Date.now() + ahead),
    });
  } finally {
    for (const client of clients) client.destroy();
    await endpoint.close();
  }
}

export interface SceneKey {
  readonly KeyId: string;
  readonly Arn: string;
}

/** A symmetric encryption key, unless told otherwise. */
export async function createKey(kms: KMS, input: CreateKeyCommandInput = {}): Promise<SceneKey> {
  const { KeyMetadata: { KeyId = "", Arn = "" } = {} } = await kms.createKey(input);
  return { KeyId, Arn };
}

export async function disabledKey(kms: KMS, input?: CreateKeyCommandInput): Promise<SceneKey> {
  const key = await createKey(kms, input);
  await kms.disableKey({ KeyId: key.KeyId });
  return key;
}

/** A key that waits for its deletion. */
export async function deletedKey(kms: KMS, input?: CreateKeyCommandInput): Promise<SceneKey> {
  const key = await createKey(kms, input);
  await kms.scheduleKeyDeletion({ KeyId: key.KeyId });
  return key;
}

export const encryptionRsa = { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" } as const;
export const signing = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } as const;
export const agreement = { KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" } as const;
export const mac = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" } as const;
export const encapsulation = { KeySpec: "ML_KEM_768", KeyUsage: "ENCAPSULATE_DECAPSULATE" } as const;
export const imported = { Origin: "EXTERNAL" } as const;
