import { describe, expect, test } from "vitest";
import type { Inputs, OperationName } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { cliLine } from "./render-cli-line.ts";

const line = <N extends OperationName>(operation: N, input: Inputs[N], region = "us-west-2"): string =>
  cliLine({ operation, input, region });

const flags = <N extends OperationName>(operation: N, input: Inputs[N]): string =>
  line(operation, input).replace(/^aws kms [a-z-]+ --region us-west-2 ?/, "");

test("an alias is created as a person would type it", () => {
  expect(line("CreateAlias", { TargetKeyId: "1234abcd", AliasName: "alias/x" })).toBe(
    "aws kms create-alias --region us-west-2 --alias-name alias/x --target-key-id 1234abcd",
  );
});

test("a long line is broken before each flag", () => {
  const call = {
    operation: "CreateAlias",
    region: "us-west-2",
    input: { AliasName: "alias/x", TargetKeyId: "k" },
  } as const;
  expect(cliLine(call, { multiline: true })).toBe(
    "aws kms create-alias \\\n    --region us-west-2 \\\n    --alias-name alias/x \\\n    --target-key-id k",
  );
});

describe("values", () => {
  test("blobs are base64, as version 2 of the CLI takes them", () => {
    expect(flags("Encrypt", { KeyId: "alias/x", Plaintext: encodeUtf8("hi") })).toBe(
      "--key-id alias/x --plaintext aGk=",
    );
  });

  test("booleans are a flag or its no- form", () => {
    expect(flags("CreateKey", { MultiRegion: true, BypassPolicyLockoutSafetyCheck: false })).toBe(
      "--no-bypass-policy-lockout-safety-check --multi-region",
    );
  });

  test("timestamps are ISO 8601", () => {
    const input = { KeyId: "k", ImportToken: encodeUtf8("t"), EncryptedKeyMaterial: encodeUtf8("m") };
    expect(flags("ImportKeyMaterial", { ...input, ValidTo: 1768471200 })).toMatch(/--valid-to 2026-01-15T10:00:00Z$/);
    expect(flags("ImportKeyMaterial", { ...input, ValidTo: 1768471200.123 })).toMatch(/ 2026-01-15T10:00:00.123Z$/);
  });

  test("absent members leave no flag", () => {
    expect(flags("ListAliases", { Limit: 5 })).toBe("--limit 5");
    expect(flags("ListKeys", {})).toBe("");
  });
});

describe("lists, maps and structures", () => {
  test("are shorthand where every text is plain", () => {
    const tags = [
      { TagKey: "Project", TagValue: "Alpha" },
      { TagKey: "CostCenter", TagValue: "12-3" },
    ];
    expect(flags("TagResource", { KeyId: "k", Tags: tags })).toBe(
      "--key-id k --tags TagKey=Project,TagValue=Alpha TagKey=CostCenter,TagValue=12-3",
    );
    expect(flags("Decrypt", { CiphertextBlob: new Uint8Array(1), EncryptionContext: { a: "b", c: "d" } })).toBe(
      "--ciphertext-blob AA== --encryption-context a=b,c=d",
    );
    expect(flags("UntagResource", { KeyId: "k", TagKeys: ["a b", "c"] })).toBe("--key-id k --tag-keys 'a b' c");
  });

  test.each([
    [{ "a=b": "c" }, `'{"a=b":"c"}'`],
    [{ a: "b,c" }, `'{"a":"b,c"}'`],
    [{ a: "" }, `'{"a":""}'`],
    [{ "": "b" }, `'{"":"b"}'`],
    [{ a: "[b]" }, `'{"a":"[b]"}'`],
    [{ "-a": "b" }, `'{"-a":"b"}'`],
    [{ "file://a": "b" }, `'{"file://a":"b"}'`],
    [{}, "'{}'"],
  ])("are JSON where shorthand would read %j otherwise", (EncryptionContext, word) => {
    expect(flags("GenerateDataKey", { KeyId: "k", EncryptionContext })).toBe(`--key-id k --encryption-context ${word}`);
  });

  test.each([
    [[], "'[]'"],
    [["[a]"], `'["[a]"]'`],
    [["-a"], `'["-a"]'`],
    [["file://a"], `'["file://a"]'`],
  ])("a list of texts is JSON where %j would be read otherwise", (TagKeys, word) => {
    expect(flags("UntagResource", { KeyId: "k", TagKeys })).toBe(`--key-id k --tag-keys ${word}`);
  });

  test("structures within structures are JSON", () => {
    const Constraints = { EncryptionContextSubset: { a: "b" } };
    expect(flags("CreateGrant", { KeyId: "k", GranteePrincipal: "p", Operations: ["Decrypt"], Constraints })).toBe(
      `--key-id k --grantee-principal p --operations Decrypt --constraints '{"EncryptionContextSubset":{"a":"b"}}'`,
    );
  });
});

describe("hostile texts", () => {
  test.each([
    ['it\'s $HOME `id` "!"', `'it'\\''s $HOME \`id\` "!"'`],
    ["two\nlines", "'two\nlines'"],
    ["", "''"],
    ["~", "'~'"],
    ["*", "'*'"],
  ])("%j is quoted", (Description, word) => {
    expect(flags("CreateKey", { Description })).toBe(`--description ${word}`);
  });

  test("a value with a dash first is joined to its flag", () => {
    expect(flags("CreateKey", { Description: "--help me" })).toBe("'--description=--help me'");
  });

  test.each(["file:///etc/passwd", "fileb://x", "nul\0here", "half \ud800", "--"])(
    "%j, which cannot be an argument, goes into --cli-input-json with everything else",
    (Description) => {
      const word = flags("CreateKey", { Description, MultiRegion: true }).replace(/^--cli-input-json '(.*)'$/s, "$1");
      expect(JSON.parse(word)).toEqual({ Description, MultiRegion: true });
      expect(word).not.toMatch(/\0|\p{Surrogate}/u);
    },
  );
});
