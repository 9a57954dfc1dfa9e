import { describe, expect, test } from "vitest";
import { KmsError } from "./kms-error.ts";
import type { OperationName } from "./types.gen.ts";
import { assertOutput, declaresError, validateInput } from "./validate.ts";

function refused(operation: OperationName, input: unknown): { code: string; message: string } {
  try {
    validateInput(operation, input);
  } catch (error) {
    if (error instanceof KmsError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("the input was accepted");
}

const constraint = (value: string, at: string, rule: string) =>
  `Value ${value}at '${at}' failed to satisfy constraint: Member must ${rule}`;
const one = (text: string) => `1 validation error detected: ${text}`;

describe("validateInput", () => {
  test("gives back what the contract knows and drops the rest", () => {
    const input = { KeyId: "alias/a", Nonsense: 1, GrantTokens: null };

    expect(validateInput("DescribeKey", input)).toEqual({ KeyId: "alias/a" });
  });

  test("drops what is null or unknown inside structures too, alone or in a list", () => {
    const grant = { KeyId: "a", GranteePrincipal: "p", Operations: ["Encrypt"] };
    const Constraints = { SourceArn: null, EncryptionContextSubset: { a: "b" }, Nonsense: 1 };
    const Tags = [{ TagKey: "a", TagValue: "b", Nonsense: 1 }];

    expect(validateInput("CreateGrant", { ...grant, Constraints })).toEqual({
      ...grant,
      Constraints: { EncryptionContextSubset: { a: "b" } },
    });
    expect(validateInput("CreateKey", { Tags })).toEqual({ Tags: [{ TagKey: "a", TagValue: "b" }] });
  });

  test("lists every failure of every member in one answer", () => {
    expect(refused("CreateAlias", { AliasName: "", TargetKeyId: "x".repeat(2049) })).toEqual({
      code: "ValidationException",
      message: [
        "3 validation errors detected: ",
        [
          constraint("'' ", "aliasName", "have length greater than or equal to 1"),
          constraint("'' ", "aliasName", "satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$"),
          constraint(`'${"x".repeat(2049)}' `, "targetKeyId", "have length less than or equal to 2048"),
        ].join("; "),
      ].join(""),
    });
  });

  test.each<[OperationName, Record<string, unknown>, string]>([
    [
      "CreateAlias",
      { AliasName: "alias/ü", TargetKeyId: "k" },
      constraint("'alias/ü' ", "aliasName", "satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$"),
    ],
    ["DescribeKey", { KeyId: "ü" }, constraint("'ü' ", "keyId", "satisfy regular expression pattern: ^\\p{ASCII}+$")],
    ["ListAliases", { Limit: 0 }, constraint("'0' ", "limit", "have value greater than or equal to 1")],
    ["ListAliases", { Limit: 1001 }, constraint("'1001' ", "limit", "have value less than or equal to 1000")],
    [
      "ScheduleKeyDeletion",
      { KeyId: "k", PendingWindowInDays: 366 },
      constraint("'366' ", "pendingWindowInDays", "have value less than or equal to 365"),
    ],
    ["UpdateKeyDescription", { KeyId: "k" }, constraint("null ", "description", "not be null")],
    [
      "Verify",
      { KeyId: "k", Message: new Uint8Array(1), SigningAlgorithm: "ECDSA_SHA_256" },
      constraint("null ", "signature", "not be null"),
    ],
    ["Encrypt", { KeyId: "k" }, constraint("", "plaintext", "not be null")],
    [
      "TagResource",
      {
        KeyId: "k",
        Tags: [
          { TagKey: "a", TagValue: "" },
          { TagKey: "", TagValue: "" },
        ],
      },
      constraint("'' ", "tags.2.member.tagKey", "have length greater than or equal to 1"),
    ],
    [
      "TagResource",
      { KeyId: "k", Tags: [{ TagKey: "a" }] },
      constraint("null ", "tags.1.member.tagValue", "not be null"),
    ],
  ])("refuses %s of %o", (operation, input, text) => {
    expect(refused(operation, input)).toEqual({ code: "ValidationException", message: one(text) });
  });

  test("shows no sensitive text", () => {
    const { message } = refused("CreateCustomKeyStore", { CustomKeyStoreName: "store", KeyStorePassword: "short" });

    expect(message).toBe(one(constraint("", "keyStorePassword", "have length greater than or equal to 7")));
  });

  test.each<[OperationName, unknown]>([
    ["DescribeKey", undefined],
    ["DescribeKey", null],
    ["DescribeKey", "text"],
    ["DescribeKey", []],
    ["DescribeKey", { KeyId: 1 }],
    ["DescribeKey", { KeyId: "k", GrantTokens: "token" }],
    ["Encrypt", { KeyId: "k", Plaintext: "text" }],
    ["Encrypt", { KeyId: "k", Plaintext: new Uint8Array(1), EncryptionContext: [] }],
    ["Encrypt", { KeyId: "k", Plaintext: new Uint8Array(1), EncryptionContext: { a: 1 } }],
    ["ListKeys", { Limit: 1.5 }],
    ["ListKeys", { Limit: "1" }],
    ["CreateKey", { MultiRegion: "true" }],
    ["CreateKey", { Tags: [null] }],
  ])("refuses a value of the wrong type in %s %o", (operation, input) => {
    expect(refused(operation, input).code).toBe("SerializationException");
  });

  test("takes members that are null for absent ones", () => {
    expect(refused("DescribeKey", { KeyId: null }).message).toBe(one(constraint("null ", "keyId", "not be null")));
    expect(validateInput("ListKeys", { Limit: null })).toEqual({});
  });

  test("does not ask structures of a list for a text of their own", () => {
    const Tags = [{ TagKey: "a", TagValue: "", toString: "no function" }];

    expect(validateInput("TagResource", { KeyId: "k", Tags })).toEqual({
      KeyId: "k",
      Tags: [{ TagKey: "a", TagValue: "" }],
    });
  });

  test("is not misled by members of Object.prototype", () => {
    expect(validateInput("ListKeys", JSON.parse('{"__proto__": {"Limit": 5}, "constructor": 1}'))).toEqual({});
  });
});

describe("assertOutput", () => {
  test("accepts what the contract allows", () => {
    expect(() => assertOutput("ListKeys", { Keys: [], Truncated: false })).not.toThrow();
    expect(() => assertOutput("CreateAlias", undefined)).not.toThrow();
  });

  test.each<[OperationName, unknown, string]>([
    ["CreateAlias", {}, "CreateAlias has no output shape"],
    ["ListKeys", undefined, "must answer a structure"],
    ["ListKeys", { Kys: [] }, "ListKeys.Kys is not in the contract"],
    ["DescribeKey", { KeyMetadata: { KeyId: "k", Colour: "red" } }, "KeyMetadata.Colour is not in the contract"],
    ["ListAliases", { Aliases: [{ AliasName: "not a name!" }] }, "breaks the contract"],
  ])("names what is wrong with %s %o", (operation, output, text) => {
    expect(() => assertOutput(operation, output)).toThrow(text);
  });
});

describe("declaresError", () => {
  test("knows the declared errors of an operation, and lets through those that no model declares", () => {
    expect(declaresError("DescribeKey", new KmsError("NotFoundException"))).toBe(true);
    expect(declaresError("DescribeKey", new KmsError("AlreadyExistsException"))).toBe(false);
    expect(declaresError("DescribeKey", new KmsError("ValidationException"))).toBe(true);
  });
});
