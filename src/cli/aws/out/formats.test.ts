// Each expected text was seen from AWS CLI 2.9.19.
import { describe, expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { isoformat, printable } from "./printable.ts";
import { formatTable } from "./table-format.ts";
import { formatText } from "./text-format.ts";
import { formatYaml } from "./yaml-format.ts";

const arn = "arn:aws:kms:us-west-2:111122223333:alias/";

describe("an answer", () => {
  test("has its members in the order of the contract, bytes as base64 and times with their zone", () => {
    const members = { CiphertextBlob: { shape: "CiphertextType" }, CreationDate: { shape: "DateType" } };
    const answer = { CreationDate: 1768471200.123, Unknown: 1, CiphertextBlob: new Uint8Array([0, 255]) };
    expect(JSON.stringify(printable(members, answer))).toBe(
      '{"CiphertextBlob":"AP8=","CreationDate":"2026-01-15T10:00:00.123000+00:00"}',
    );
  });

  test.each([
    [1768471200, "2026-01-15T10:00:00+00:00"],
    [-0.5, "1969-12-31T23:59:59.500000+00:00"],
  ])("time %d is %s", (seconds, text) => {
    expect(isoformat(seconds)).toBe(text);
  });
});

describe("text", () => {
  test("gives entries of a list the same columns", () => {
    const Aliases = [
      { AliasName: "alias/a", AliasArn: `${arn}a` },
      { AliasName: "alias/k", AliasArn: `${arn}k`, TargetKeyId: "k" },
    ];
    expect(formatText({ Aliases })).toBe(`ALIASES\t${arn}a\talias/a\t\nALIASES\t${arn}k\talias/k\tk\n`);
  });

  test.each([
    [null, "None\n"],
    [true, "True\n"],
    [[], ""],
    [{}, ""],
    [["a", 1, null], "a\t1\tNone\n"],
    [[["a"], ["b", false]], "a\nb\tFalse\n"],
    [
      { KeyMetadata: { KeyId: "k", Enabled: false, EncryptionAlgorithms: ["S"] } },
      "KEYMETADATA\tFalse\tk\nENCRYPTIONALGORITHMS\tS\n",
    ],
  ])("of %j", (value, text) => {
    expect(formatText(value)).toBe(text);
  });
});

describe("table", () => {
  test("of a list", () => {
    expect(formatTable("ListResourceTags", { Tags: [{ TagKey: "a", TagValue: "b" }] })).toBe(
      [
        "--------------------------",
        "|    ListResourceTags    |",
        "+------------------------+",
        "||         Tags         ||",
        "|+---------+------------+|",
        "|| TagKey  | TagValue   ||",
        "|+---------+------------+|",
        "||  a      |  b         ||",
        "|+---------+------------+|",
        "",
      ].join("\n"),
    );
  });

  test("wider than 80 columns stands upright", () => {
    const table = formatTable("DescribeKey", {
      KeyMetadata: { Arn: "x".repeat(60), Enabled: true, KeyId: "k".repeat(36) },
    });
    expect(table.split("\n").slice(3, 8)).toEqual([
      `||${"KeyMetadata".padStart(43).padEnd(75)}||`,
      expect.stringMatching(/^\|\+-+\+-+\+\|$/),
      expect.stringMatching(/^\|\| {2}Arn +\| {2}x{60} +\|\|$/),
      expect.stringMatching(/^\|\| {2}Enabled *\| {2}True +\|\|$/),
      expect.stringMatching(/^\|\| {2}KeyId +\| {2}k{36} +\|\|$/),
    ]);
  });

  test("of nothing is nothing, of a scalar its title alone", () => {
    expect(formatTable("EnableKey", null)).toBe("");
    expect(formatTable("DescribeKey", "k")).toBe("-------------\n|DescribeKey|\n+-----------+\n");
  });

  test("of rows of different lengths is refused", () => {
    expect(() => formatTable("X", [["a"], ["b", "c"]])).toThrow("Row should have 1 elements, instead it has 2");
  });

  test("counts wide and ambiguous characters twice", () => {
    expect(displayWidth("aé日😀")).toBe(7);
  });
});

describe("YAML", () => {
  test.each([
    ["", "''"],
    ["a b", "a b"],
    ["true", "'true'"],
    ["yes", "yes"],
    ["111122223333", "'111122223333'"],
    ["2026-11-23T04:57:01.317000+00:00", "'2026-11-23T04:57:01.317000+00:00'"],
    ["a: b", "'a: b'"],
    ["a:b", "a:b"],
    ["- a", "'- a'"],
    ["'a", "'''a'"],
    ["é", "é"],
    ["😀", '"\\U0001F600"'],
    ["tab\tx", '"tab\\tx"'],
    ["a\nb", "'a\n\n  b'"],
    ["a\n b", '"a\\n b"'],
    [
      `${"word ".repeat(18)}x`,
      `word word word word word word word word word word word word word word word word\n  word word x`,
    ],
  ])("of %j is %s", (text, yaml) => {
    expect(formatYaml({ k: text })).toBe(`k: ${yaml}\n`);
  });

  test("of a key policy breaks its lines as libyaml does", () => {
    const Policy =
      '{\n  "Version" : "2012-10-17",\n  "Id" : "key-default-1",\n  "Statement" : [ {\n    "Sid" : "Enable IAM User Permissions",\n    "Effect" : "Allow",\n    "Principal" : {}\n  } ]\n}';
    expect(formatYaml({ Policy })).toBe(
      [
        'Policy: "{\\n  \\"Version\\" : \\"2012-10-17\\",\\n  \\"Id\\" : \\"key-default-1\\",\\n  \\"Statement\\"',
        '  : [ {\\n    \\"Sid\\" : \\"Enable IAM User Permissions\\",\\n    \\"Effect\\" : \\"Allow\\",\\n',
        '  \\   \\"Principal\\" : {}\\n  } ]\\n}"\n',
      ].join("\n"),
    );
  });

  test("of lists and objects", () => {
    expect(formatYaml({ b: [{ x: 1, a: { c: null } }, [1, [2]]], a: [], c: {} })).toBe(
      "a: []\nb:\n- a:\n    c: null\n  x: 1\n- - 1\n  - - 2\nc: {}\n",
    );
  });

  test("of a scalar alone is JSON", () => {
    expect(formatYaml("k")).toBe('"k"\n');
  });
});
