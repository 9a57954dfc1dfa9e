// The AWS Encryption SDK for JavaScript, unmodified, with a keyring that names aliases in two Regions. What it writes names
// key ARNs, so that a message outlives the aliases; it is decrypted by discovery or by a keyring of key ARNs, as on AWS.
import { buildClient, CommitmentPolicy, KmsKeyringNode, type KmsNodeClientSupplier } from "@aws-crypto/client-node";
import { KMS } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Endpoint, startEndpoint } from "#endpoint/server.ts";

const account = "111122223333";
const regions = ["us-west-2", "eu-central-1"] as const;
const context = { purpose: "conformance" };
const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

let endpoint: Endpoint;
const kmsIn = (region: string) =>
  new KMS({ endpoint: endpoint.url, region, credentials: { accessKeyId: account, secretAccessKey: "any" } });
/** As the Encryption SDK asks for clients: one per Region that an ARN names, none for a Region that is out of reach. */
const clientsOf = (reachable: readonly string[]) =>
  // The declared type takes an SDK client only where an optional member may also be undefined.
  ((region) => reachable.includes(region) && kmsIn(region)) as (region: string) => ReturnType<KmsNodeClientSupplier>;

let keyArns: string[] = [];
const aliasArns = regions.map((region) => `arn:aws:kms:${region}:${account}:alias/messages`);

beforeAll(async () => {
  endpoint = await startEndpoint({ port: 0, strict: true });
  keyArns = await Promise.all(
    regions.map(async (region) => {
      const { KeyMetadata } = await kmsIn(region).createKey({});
      await kmsIn(region).createAlias({ AliasName: "alias/messages", TargetKeyId: KeyMetadata?.KeyId });
      return KeyMetadata?.Arn ?? "";
    }),
  );
});
afterAll(() => endpoint.close());

async function encryptedMessage(): Promise<Buffer> {
  const [generatorKeyId = "", ...keyIds] = aliasArns;
  const keyring = new KmsKeyringNode({ generatorKeyId, keyIds, clientProvider: clientsOf(regions) });
  const { result } = await encrypt(keyring, "the message", { encryptionContext: context });
  return result;
}

describe("the AWS Encryption SDK", () => {
  test("encrypts under the keys of two Regions that a keyring names by alias ARN", async () => {
    const keyring = new KmsKeyringNode({ discovery: true, clientProvider: clientsOf(regions) });
    const { plaintext, messageHeader } = await decrypt(keyring, await encryptedMessage());

    expect(plaintext.toString()).toBe("the message");
    expect(messageHeader.encryptionContext).toMatchObject(context);
    expect(messageHeader.encryptedDataKeys.map(({ providerInfo }) => providerInfo)).toEqual(keyArns);
  });

  test.each(regions)("decrypts with the key of %s alone", async (region) => {
    const discovery = new KmsKeyringNode({ discovery: true, clientProvider: clientsOf([region]) });
    const named = new KmsKeyringNode({ keyIds: keyArns, clientProvider: clientsOf([region]) });
    const message = await encryptedMessage();

    expect((await decrypt(discovery, message)).plaintext.toString()).toBe("the message");
    expect((await decrypt(named, message)).plaintext.toString()).toBe("the message");
  });

  test("decrypts an old message after its alias has moved to another key", async () => {
    const [region] = regions;
    const message = await encryptedMessage();
    const kms = kmsIn(region);
    const { KeyMetadata } = await kms.createKey({});
    await kms.updateAlias({ AliasName: "alias/messages", TargetKeyId: KeyMetadata?.KeyId });

    const keyring = new KmsKeyringNode({ keyIds: keyArns, clientProvider: clientsOf([region]) });
    expect((await decrypt(keyring, message)).plaintext.toString()).toBe("the message");
    await kms.updateAlias({ AliasName: "alias/messages", TargetKeyId: keyArns[0] });
  });

  test("is refused a message when neither Region can be reached", async () => {
    const keyring = new KmsKeyringNode({ discovery: true, clientProvider: clientsOf([]) });

    await expect(decrypt(keyring, await encryptedMessage())).rejects.toThrow("unencryptedDataKey has not been set");
  });
});
