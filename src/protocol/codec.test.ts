import { describe, expect, test } from "vitest";
import { KmsError } from "#kms/index.ts";
import { decodeInput, toWire } from "./codec.ts";

describe("decoding a request", () => {
  test("turns base64 into bytes, also inside a structure", () => {
    const body = { KeyId: "alias/a", CiphertextBlob: "AQID", Recipient: { AttestationDocument: "BA==" } };
    expect(decodeInput("Decrypt", body)).toEqual({
      KeyId: "alias/a",
      CiphertextBlob: new Uint8Array([1, 2, 3]),
      Recipient: { AttestationDocument: new Uint8Array([4]) },
    });
  });

  test("leaves lists, maps, numbers, booleans and timestamps as they are", () => {
    const grants = { Operations: ["Decrypt"], Constraints: { EncryptionContextSubset: { a: "b" } }, DryRun: true };
    expect(decodeInput("CreateGrant", grants)).toEqual(grants);
    expect(decodeInput("ImportKeyMaterial", { ValidTo: 1768471200.5 })).toEqual({ ValidTo: 1768471200.5 });
    expect(decodeInput("ListAliases", { Limit: 5 })).toEqual({ Limit: 5 });
  });

  test("keeps unknown members, also those named like things of every object", () => {
    const body = JSON.parse('{"KeyId":"k","__proto__":{"a":1},"constructor":7,"Later":"x"}') as unknown;
    const input = decodeInput("DescribeKey", body);
    expect(Object.keys(input)).toEqual(["KeyId", "__proto__", "constructor", "Later"]);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });

  test("keeps an encryption context key named __proto__", () => {
    const body = JSON.parse('{"KeyId":"k","EncryptionContext":{"__proto__":"x"}}') as unknown;
    const { EncryptionContext } = decodeInput("Encrypt", body);
    expect(Object.entries(EncryptionContext as object)).toEqual([["__proto__", "x"]]);
  });

  test("keeps null, which the engine takes for absent", () => {
    expect(decodeInput("Encrypt", { KeyId: "k", Plaintext: null })).toEqual({ KeyId: "k", Plaintext: null });
  });

  test.each([
    ["Encrypt", { Plaintext: "not base64!" }, "plaintext must be base64 text"],
    ["Encrypt", { Plaintext: "AQ" }, "plaintext must be base64 text"],
    ["Encrypt", { Plaintext: 7 }, "plaintext must be base64 text"],
    ["Encrypt", { KeyId: 7 }, "keyId must be a string"],
    ["Encrypt", { EncryptionContext: [] }, "encryptionContext must be a map"],
    ["Encrypt", { EncryptionContext: { a: 1 } }, "encryptionContext.a must be a string"],
    ["Encrypt", { GrantTokens: "t" }, "grantTokens must be a list"],
    ["Encrypt", { DryRun: "true" }, "dryRun must be true or false"],
    ["TagResource", { Tags: [{ TagKey: "a" }, { TagKey: 1 }] }, "tags.2.member.tagKey must be a string"],
    ["TagResource", { Tags: ["a"] }, "tags.1.member must be a JSON object"],
    ["ListKeys", { Limit: 1.5 }, "limit must be an integer"],
    ["ImportKeyMaterial", { ValidTo: "2026" }, "validTo must be a number of seconds since 1970"],
    ["ListKeys", [], "The body must be a JSON object"],
    ["ListKeys", null, "The body must be a JSON object"],
  ] as const)("refuses %s %j by naming the member", (operation, body, message) => {
    expect(() => decodeInput(operation, body)).toThrow(new KmsError("SerializationException", message));
  });
});

test("an answer becomes JSON with base64 blobs, and numbers for timestamps", () => {
  const answer = { KeyId: "k", Plaintext: new Uint8Array([1, 2, 3]), Dates: [{ At: 1.5 }], Left: undefined };
  expect(JSON.stringify(toWire(answer))).toBe('{"KeyId":"k","Plaintext":"AQID","Dates":[{"At":1.5}]}');
});
