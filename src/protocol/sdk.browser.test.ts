// The AWS SDK for JavaScript v3, unmodified, in the page. No request may leave it.
import {
  AlreadyExistsException,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  KMSInvalidSignatureException,
  ListAliasesCommand,
  NotFoundException,
  SignCommand,
  VerifyCommand,
} from "@aws-sdk/client-kms";
import { expect, test, vi } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createTestEngine, homeAccount, startOfTest } from "#testing/test-engine.ts";
import { createRequestHandler } from "./handle-request.ts";
import { createSdkRequestHandler } from "./sdk-request-handler.ts";

function connect(): KMSClient {
  const handle = createRequestHandler(createTestEngine().engine, { defaultAccount: "", defaultRegion: "" });
  return new KMSClient({
    region: "us-west-2",
    credentials: { accessKeyId: homeAccount, secretAccessKey: "any" },
    requestHandler: createSdkRequestHandler(handle),
  });
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("an unmodified KMSClient encrypts and decrypts through an alias, without fetch", async () => {
  const fetchSpy = vi.spyOn(globalThis, "fetch");
  const client = connect();
  const { KeyMetadata } = await client.send(new CreateKeyCommand({}));
  expect(KeyMetadata?.CreationDate).toEqual(new Date(startOfTest));
  const created = await client.send(
    new CreateAliasCommand({ AliasName: "alias/page", TargetKeyId: KeyMetadata?.KeyId }),
  );
  expect(created.$metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const { CiphertextBlob } = await client.send(
    new EncryptCommand({ KeyId: "alias/page", Plaintext: encodeUtf8("Grüße") }),
  );
  const { Plaintext, KeyId } = await client.send(new DecryptCommand({ CiphertextBlob }));
  expect(Plaintext).toEqual(encodeUtf8("Grüße"));
  expect(KeyId).toBe(KeyMetadata?.Arn);
  const { Aliases } = await client.send(new ListAliasesCommand({ KeyId: KeyMetadata?.KeyId }));
  expect(Aliases).toMatchObject([{ AliasName: "alias/page", CreationDate: new Date(startOfTest) }]);
  expect(fetchSpy).not.toHaveBeenCalled();
});

test("it signs with a key whose public key verifies the signature outside", async () => {
  const client = connect();
  const { KeyMetadata } = await client.send(new CreateKeyCommand({ KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }));
  const KeyId = KeyMetadata?.KeyId;
  const Message = encodeUtf8("message");
  const SigningAlgorithm = "RSASSA_PSS_SHA_256";
  const { Signature = new Uint8Array() } = await client.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
  const verify = new VerifyCommand({ KeyId, Message, Signature, SigningAlgorithm });
  expect((await client.send(verify)).SignatureValid).toBe(true);
  const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }));
  const hash = { name: "RSA-PSS", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("spki", Uint8Array.from(PublicKey), hash, false, ["verify"]);
  const parameters = { name: "RSA-PSS", saltLength: 32 };
  expect(await crypto.subtle.verify(parameters, key, Uint8Array.from(Signature), Message)).toBe(true);
  const other = new VerifyCommand({ KeyId, Message: encodeUtf8("other"), Signature, SigningAlgorithm });
  expect(await refusal(client.send(other))).toBeInstanceOf(KMSInvalidSignatureException);
});

test("errors arrive as the classes of the SDK, with AWS's text", async () => {
  const client = connect();
  const missing = await refusal(client.send(new DescribeKeyCommand({ KeyId: "alias/nothing" })));
  expect(missing).toBeInstanceOf(NotFoundException);
  expect(missing).toMatchObject({
    name: "NotFoundException",
    message: `Alias arn:aws:kms:us-west-2:${homeAccount}:alias/nothing is not found.`,
    $metadata: { httpStatusCode: 400, attempts: 1 },
  });
  const { KeyMetadata } = await client.send(new CreateKeyCommand({}));
  const create = new CreateAliasCommand({ AliasName: "alias/twice", TargetKeyId: KeyMetadata?.KeyId });
  await client.send(create);
  expect(await refusal(client.send(create))).toBeInstanceOf(AlreadyExistsException);
});
