import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, otherAccount } from "#testing/test-engine.ts";

const secretText = "pay to the bearer";
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call);
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });
  const lastCommit = () => sandbox.commits.at(-1)?.event;
  return { sandbox, call, key, lastCommit };
}

describe("the trail", () => {
  test("records a cryptographic call as read-only, the alias as it was sent and the key by its ARN", async () => {
    const { sandbox, call, key } = await setUp();
    const EncryptionContext = { purpose: "test" };

    await call("Encrypt", { KeyId: "alias/finance", Plaintext: encodeUtf8(secretText), EncryptionContext });

    expect(sandbox.events).toEqual([
      {
        eventVersion: "1.08",
        userIdentity: { type: "IAMUser", arn: `arn:aws:iam::${homeAccount}:user/Alice`, accountId: homeAccount },
        eventTime: "2026-01-15T10:00:00Z",
        eventSource: "kms.amazonaws.com",
        eventName: "Encrypt",
        awsRegion: "us-east-1",
        sourceIPAddress: "127.0.0.1",
        userAgent: "KMS Sandbox console",
        requestParameters: { keyId: "alias/finance", encryptionContext: EncryptionContext },
        responseElements: null,
        requestID: expect.stringMatching(uuid),
        eventID: expect.stringMatching(uuid),
        readOnly: true,
        resources: [{ accountId: homeAccount, type: "AWS::KMS::Key", ARN: key.arn }],
        eventType: "AwsApiCall",
        managementEvent: true,
        recipientAccountId: homeAccount,
        eventCategory: "Management",
      },
    ]);
  });

  test("records CreateAlias with the key before the alias, and UpdateAlias and DeleteAlias the other way round", async () => {
    const { call, key, lastCommit } = await setUp();
    const next = await createKey(call);
    const aliasArn = `arn:aws:kms:us-east-1:${homeAccount}:alias/finance`;
    const resources = () => {
      const event = lastCommit();
      return event && "resources" in event ? event.resources?.map(({ ARN }) => ARN) : undefined;
    };

    await call("UpdateAlias", { AliasName: "alias/finance", TargetKeyId: next.keyId });
    expect(resources()).toEqual([aliasArn, next.arn]);
    expect(lastCommit()).toMatchObject({ readOnly: false, responseElements: { keyId: next.arn } });
    await call("DeleteAlias", { AliasName: "alias/finance" });
    expect(resources()).toEqual([aliasArn, next.arn]);
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });
    expect(resources()).toEqual([key.arn, aliasArn]);
    expect(lastCommit()).toMatchObject({ responseElements: { keyId: key.arn } });
  });

  test("records a refusal with its code and text, and without resources where none were reached", async () => {
    const { sandbox, call, key } = await setUp();
    await refusal(call("DescribeKey", { KeyId: "alias/missing" }));
    await call("DisableKey", { KeyId: key.keyId });
    await refusal(call("Encrypt", { KeyId: key.keyId, Plaintext: encodeUtf8(secretText) }));

    const [missing, disabled] = sandbox.events;
    expect(missing).toMatchObject({ errorCode: "NotFoundException", responseElements: null });
    expect(missing).not.toHaveProperty("resources");
    expect(disabled).toMatchObject({
      errorCode: "DisabledException",
      errorMessage: `${key.arn} is disabled.`,
      resources: [{ ARN: key.arn }],
    });
  });

  test("names the owner of a key that another account was refused", async () => {
    const { sandbox, key } = await setUp();
    await refusal(sandbox.as("us-east-1", otherAccount)("DescribeKey", { KeyId: key.arn }));

    expect(sandbox.events[0]).toMatchObject({
      userIdentity: { accountId: otherAccount },
      recipientAccountId: otherAccount,
      resources: [{ accountId: homeAccount, ARN: key.arn }],
    });
  });

  test("records Decrypt with its algorithm even when none was sent", async () => {
    const { sandbox, call, key } = await setUp();
    const { CiphertextBlob = new Uint8Array() } = await call("GenerateDataKey", {
      KeyId: key.keyId,
      KeySpec: "AES_256",
    });
    await call("Decrypt", { CiphertextBlob });

    expect(sandbox.events.at(-1)?.requestParameters).toEqual({ encryptionAlgorithm: "SYMMETRIC_DEFAULT" });
  });

  test("records CreateKey with what it answered", async () => {
    const { sandbox, key } = await setUp();

    expect(sandbox.commits[0]?.event).toMatchObject({
      eventName: "CreateKey",
      requestParameters: null,
      responseElements: { keyMetadata: { keyId: key.keyId, arn: key.arn, keyState: "Enabled" } },
      resources: [{ accountId: homeAccount, type: "AWS::KMS::Key", ARN: key.arn }],
    });
  });

  test("never holds plaintext, messages, ciphertext, signatures, MACs or secrets, refused or not", async () => {
    const { sandbox, call, key } = await setUp();
    const bytes: Uint8Array[] = [encodeUtf8(secretText)];
    const keep = (answer: object) =>
      void bytes.push(...Object.values(answer).filter((value) => value instanceof Uint8Array));
    const hmac = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    const ecc = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const message = { Message: encodeUtf8(secretText) };

    const encrypted = await call("Encrypt", { KeyId: key.keyId, Plaintext: encodeUtf8(secretText) });
    const signing = { KeyId: ecc.keyId, SigningAlgorithm: "ECDSA_SHA_256", ...message } as const;
    const signed = await call("Sign", signing);
    const macing = { KeyId: hmac.keyId, MacAlgorithm: "HMAC_SHA_256", ...message } as const;
    const maced = await call("GenerateMac", macing);
    for (const answer of [
      encrypted,
      signed,
      maced,
      await call("GenerateDataKey", { KeyId: key.keyId, NumberOfBytes: 24 }),
      await call("GenerateRandom", { NumberOfBytes: 24 }),
      await call("Decrypt", { CiphertextBlob: encrypted.CiphertextBlob ?? new Uint8Array() }),
    ])
      keep(answer);
    await call("Verify", { ...signing, Signature: signed.Signature ?? new Uint8Array() });
    await call("VerifyMac", { ...macing, Mac: maced.Mac ?? new Uint8Array() });
    await refusal(call("Encrypt", { KeyId: hmac.keyId, Plaintext: encodeUtf8(secretText) }));
    const attestation = encodeUtf8("attestation of an enclave");
    bytes.push(attestation, ...sandbox.secrets.values());
    await refusal(call("GenerateRandom", { NumberOfBytes: 8, Recipient: { AttestationDocument: attestation } }));

    const trail = JSON.stringify([sandbox.events, sandbox.commits.map(({ event }) => event)], (_name, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    );
    expect(bytes.length).toBeGreaterThan(10);
    for (const hidden of bytes) {
      expect(trail).not.toContain(Buffer.from(hidden).toString("base64"));
      expect(trail).not.toContain(Buffer.from(hidden).toString("hex"));
    }
    expect(trail).not.toContain(secretText);
  });
});

describe("the trail of grants", () => {
  async function grantSetUp() {
    const { sandbox, call, key, lastCommit } = await setUp();
    const GranteePrincipal = `arn:aws:iam::${otherAccount}:user/Bob`;
    const made = await call("CreateGrant", { KeyId: key.keyId, GranteePrincipal, Operations: ["Encrypt"] });
    const { GrantId = "", GrantToken = "" } = made;
    const resources = [{ accountId: homeAccount, type: "AWS::KMS::Key", ARN: key.arn }];
    return { sandbox, call, key, lastCommit, GranteePrincipal, GrantId, GrantToken, resources };
  }

  test("tells the ID of a new grant and its key, but not its token", async () => {
    const { key, lastCommit, GranteePrincipal, GrantId, resources } = await grantSetUp();

    expect(lastCommit()).toMatchObject({
      requestParameters: { keyId: key.keyId, granteePrincipal: GranteePrincipal, operations: ["Encrypt"] },
      responseElements: { grantId: GrantId, keyId: key.arn },
      resources,
    });
    expect(lastCommit()).not.toHaveProperty("responseElements.grantToken");
  });

  test("tells which grant was retired and nothing of its token", async () => {
    const { call, lastCommit, GrantId, GrantToken, resources } = await grantSetUp();
    await call("RetireGrant", { GrantToken });

    expect(lastCommit()).toMatchObject({
      requestParameters: null,
      additionalEventData: { grantId: GrantId },
      resources,
    });
  });

  test("tells who may not retire a grant nothing of it", async () => {
    const { sandbox, GrantToken } = await grantSetUp();
    await refusal(sandbox.as("us-east-1", otherAccount)("RetireGrant", { GrantToken }));

    expect(sandbox.events.at(-1)).toMatchObject({ errorCode: "AccessDeniedException", requestParameters: null });
    expect(sandbox.events.at(-1)).not.toHaveProperty("additionalEventData");
  });

  test("tells which grant was revoked", async () => {
    const { call, key, lastCommit, GrantId, resources } = await grantSetUp();
    await call("RevokeGrant", { KeyId: key.keyId, GrantId });

    expect(lastCommit()).toMatchObject({ requestParameters: { keyId: key.keyId, grantId: GrantId }, resources });
  });
});

test("a refused request shows nothing that has not the type of its member", async () => {
  const sandbox = createTestEngine();
  const send = sandbox.as() as (operation: string, input: unknown) => Promise<unknown>;
  const hidden = encodeUtf8(secretText);
  const inputs: unknown[] = [
    { KeyId: hidden, Plaintext: secretText, EncryptionContext: { a: hidden, b: "shown" }, GrantTokens: [hidden, 1] },
    { KeyId: { text: secretText }, EncryptionContext: hidden, Unknown: secretText, constructor: secretText },
    secretText,
    [secretText],
  ];
  for (const input of inputs) await refusal(send("Encrypt", input));

  expect(sandbox.events.map(({ requestParameters }) => requestParameters)).toEqual([
    { encryptionContext: { b: "shown" }, grantTokens: [null, null] },
    null,
    null,
    null,
  ]);
});

test("a request shows no sensitive text", async () => {
  const { sandbox, call } = await setUp();
  await refusal(call("CreateCustomKeyStore", { CustomKeyStoreName: "store", KeyStorePassword: secretText }));

  expect(sandbox.events[0]?.requestParameters).toEqual({ customKeyStoreName: "store" });
});

test("the trail writes tags with small first letters", async () => {
  const { call, key, lastCommit } = await setUp();
  await call("TagResource", { KeyId: key.keyId, Tags: [{ TagKey: "Project", TagValue: "x" }] });

  expect(lastCommit()).toMatchObject({
    requestParameters: { keyId: key.keyId, tags: [{ tagKey: "Project", tagValue: "x" }] },
  });
});
