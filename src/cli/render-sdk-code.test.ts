import { expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { sdkCode } from "./render-sdk-code.ts";

test("a call becomes a module as a person would write it", () => {
  const input = {
    KeyId: "alias/finance",
    Plaintext: encodeUtf8("hi"),
    EncryptionContext: { Department: "10103", "aws:s3": "x" },
    GrantTokens: ["t"],
    DryRun: false,
  };
  expect(sdkCode({ operation: "Encrypt", region: "eu-central-1", input })).toBe(`\
import { EncryptCommand, KMSClient } from "@aws-sdk/client-kms";

const client = new KMSClient({ region: "eu-central-1" });
const response = await client.send(
  new EncryptCommand({
    KeyId: "alias/finance",
    Plaintext: Buffer.from("aGk=", "base64"),
    EncryptionContext: { Department: "10103", "aws:s3": "x" },
    GrantTokens: ["t"],
    DryRun: false,
  }),
);
`);
});

test("a call without input has an empty literal", () => {
  expect(sdkCode({ operation: "ListKeys", region: "us-east-1", input: {} })).toContain("new ListKeysCommand({}),\n");
});

test("long lists of structures stand one entry a line", () => {
  const Tags = ["a", "b", "c"].map((TagKey) => ({ TagKey, TagValue: "0123456789".repeat(3) }));
  expect(sdkCode({ operation: "TagResource", region: "us-east-1", input: { KeyId: "k", Tags } })).toContain(`\
    Tags: [
      { TagKey: "a", TagValue: "012345678901234567890123456789" },
      { TagKey: "b", TagValue: "012345678901234567890123456789" },
`);
});

test("a timestamp is a Date", () => {
  const input = {
    KeyId: "k",
    ImportToken: new Uint8Array(1),
    EncryptedKeyMaterial: new Uint8Array(1),
    ValidTo: 1768471200,
  };
  expect(sdkCode({ operation: "ImportKeyMaterial", region: "us-east-1", input })).toContain(
    'ValidTo: new Date("2026-01-15T10:00:00Z"),',
  );
});
