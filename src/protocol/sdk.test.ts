// The AWS SDK for JavaScript v3, unmodified, in Node. Its twin sdk.browser.test.ts does the same in Chromium.
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  InvalidCiphertextException,
  KMSClient,
  KMSServiceException,
  ListAliasesCommand,
} from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createTestEngine, homeAccount, otherAccount, startOfTest } from "#testing/test-engine.ts";
import { createRequestHandler } from "./handle-request.ts";
import { createSdkRequestHandler } from "./sdk-request-handler.ts";

const { engine } = createTestEngine();
const requestHandler = createSdkRequestHandler(
  createRequestHandler(engine, { defaultAccount: homeAccount, defaultRegion: "us-east-1" }),
);

function clientOf(account: string, region = "us-west-2"): KMSClient {
  return new KMSClient({ region, credentials: { accessKeyId: account, secretAccessKey: "any" }, requestHandler });
}

describe("an unmodified KMSClient", () => {
  const client = clientOf(homeAccount);

  test("creates, encrypts and decrypts in the Region and account that it is made for", async () => {
    const { KeyMetadata } = await client.send(new CreateKeyCommand({ Description: "ü €" }));
    expect(KeyMetadata?.Arn).toBe(`arn:aws:kms:us-west-2:${homeAccount}:key/${KeyMetadata?.KeyId}`);
    expect(KeyMetadata?.Description).toBe("ü €");
    expect(KeyMetadata?.CreationDate).toEqual(new Date(startOfTest));
    await client.send(new CreateAliasCommand({ AliasName: "alias/sdk", TargetKeyId: KeyMetadata?.KeyId }));
    const EncryptionContext = { Department: "10103" };
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({ KeyId: "alias/sdk", Plaintext: encodeUtf8("hello"), EncryptionContext }),
    );
    const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(Plaintext).toEqual(encodeUtf8("hello"));
    const other = await clientOf(otherAccount).send(new ListAliasesCommand({}));
    expect(other.Aliases?.some(({ AliasName }) => AliasName === "alias/sdk")).toBe(false);
  });

  test("gets an error without a text as its class, after one attempt", async () => {
    const garbled = client.send(new DecryptCommand({ CiphertextBlob: new Uint8Array([1, 2, 3]) }));
    const error = await garbled.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InvalidCiphertextException);
    expect(error).toMatchObject({
      name: "InvalidCiphertextException",
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
  });

  test("is told once, by name, of a refusal that the service model has no error for", async () => {
    const creation = client.send(new CreateKeyCommand({ KeySpec: "RSA_2048" }));
    const error = await creation.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(KMSServiceException);
    expect(error).toMatchObject({ name: "ValidationException", $metadata: { attempts: 1 } });
  });
});

describe("a call whose signal was aborted", () => {
  const request = {
    method: "POST",
    path: "/",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "TrentService.CreateKey" },
    body: "{}",
  };

  test("is refused as the SDK's own handlers refuse it, and changes nothing", async () => {
    const { engine: untouched, commits } = createTestEngine();
    const handler = createSdkRequestHandler(
      createRequestHandler(untouched, { defaultAccount: homeAccount, defaultRegion: "us-east-1" }),
    );
    const call = handler.handle(request, { abortSignal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(commits).toEqual([]);
  });

  test("is given up when that happens while KMS works", async () => {
    const controller = new AbortController();
    const call = requestHandler.handle(request, { abortSignal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
