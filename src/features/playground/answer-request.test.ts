import { expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { answerRequest } from "./answer-request.ts";

const region = "us-west-2";
const environment = { account: homeAccount, region };

function request(operation: string, input: object, url = `https://kms.${region}.amazonaws.com/`) {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": `TrentService.${operation}` };
  return { type: "request", id: 1, method: "POST", url, headers, body: encodeUtf8(JSON.stringify(input)) } as const;
}

async function keyWithAlias() {
  const test = createTestEngine();
  const call = test.as(region);
  const { KeyMetadata } = await call("CreateKey", {});
  const keyId = KeyMetadata?.KeyId ?? "";
  await call("CreateAlias", { AliasName: "alias/a", TargetKeyId: keyId });
  return { ...test, call, keyId };
}

test("a request is answered, and its log says which key its alias meant", async () => {
  const test = await keyWithAlias();
  const { response, log } = await answerRequest(test, environment, request("DescribeKey", { KeyId: "alias/a" }));
  expect(response.status).toBe(200);
  expect(log).toMatchObject({
    operation: "DescribeKey",
    region,
    status: 200,
    error: undefined,
    keys: [{ member: "KeyId", sent: "alias/a", key: { account: homeAccount, region, keyId: test.keyId } }],
  });
});

test("a retarget is logged with the key that the alias meant before it", async () => {
  const test = await keyWithAlias();
  const { KeyMetadata } = await test.call("CreateKey", {});
  const input = { AliasName: "alias/a", TargetKeyId: KeyMetadata?.KeyId };
  const { log } = await answerRequest(test, environment, request("UpdateAlias", input));
  expect(log.keys).toMatchObject([
    { member: "TargetKeyId", key: { keyId: KeyMetadata?.KeyId } },
    { member: "AliasName", sent: "alias/a", key: { keyId: test.keyId } },
  ]);
});

test("Decrypt without KeyId is logged with the key that its ciphertext named", async () => {
  const test = await keyWithAlias();
  const { CiphertextBlob } = await test.call("Encrypt", { KeyId: "alias/a", Plaintext: encodeUtf8("x") });
  const base64 = Buffer.from(CiphertextBlob ?? []).toString("base64");
  const { log } = await answerRequest(test, environment, request("Decrypt", { CiphertextBlob: base64 }));
  expect(log.keys).toMatchObject([{ member: "KeyId", sent: undefined, key: { keyId: test.keyId } }]);
});

test("a refusal of KMS is logged by its code, and so is a request that is none", async () => {
  const test = await keyWithAlias();
  const missing = await answerRequest(test, environment, request("DescribeKey", { KeyId: "alias/b" }));
  expect(missing.log).toMatchObject({ status: 400, error: "NotFoundException", keys: [{ key: undefined }] });
  const unknown = await answerRequest(test, environment, request("Nonsense", {}));
  expect(unknown.log).toMatchObject({ operation: "Nonsense", status: 400, error: "UnknownOperationException" });
});

test("what the code sends as a key is logged by its beginning when it is long", async () => {
  const test = await keyWithAlias();
  const { response, log } = await answerRequest(
    test,
    environment,
    request("DescribeKey", { KeyId: "x".repeat(900_000) }),
  );
  expect(response.status).toBe(400);
  expect(log.keys[0]?.sent).toHaveLength(203);
});

test("an address that is none of KMS's is refused before anything is called", async () => {
  const test = await keyWithAlias();
  const addresses = [
    "https://example.com/",
    "http://kms.us-west-2.amazonaws.com/",
    "https://kms.us-west-2.amazonaws.com:444/",
    "https://kms.us-west-2.amazonaws.com.example.com/",
    "https://s3.us-west-2.amazonaws.com/",
    "no address",
  ];
  for (const url of addresses)
    await expect(answerRequest(test, environment, request("ListKeys", {}, url))).rejects.toThrow(TypeError);
});
