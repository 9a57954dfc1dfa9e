import fc from "fast-check";
import { expect, test } from "vitest";
import { terraformAliases } from "./render-terraform.ts";

const region = "us-west-2";
const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

test("an alias becomes a resource of the provider of its Region", () => {
  expect(terraformAliases([{ region, aliasName: "alias/new-app", keyId }])).toBe(`\
provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

resource "aws_kms_alias" "new_app" {
  provider      = aws.us_west_2
  name          = "alias/new-app"
  target_key_id = "${keyId}"
}
`);
});

test("an alias that is there already is imported first", () => {
  expect(terraformAliases([{ region, aliasName: "alias/new-app", keyId }], { isImport: true })).toContain(`\
import {
  provider = aws.us_west_2
  to       = aws_kms_alias.new_app
  id       = "alias/new-app"
}

resource "aws_kms_alias" "new_app" {`);
});

test("one name in two Regions becomes two resources of two providers", () => {
  const text = terraformAliases([
    { region, aliasName: "alias/1st", keyId },
    { region: "eu-central-1", aliasName: "alias/1st", keyId },
    { region: "eu-central-1", aliasName: "alias/1-st", keyId },
    { region: "eu-central-1", aliasName: "alias/1_st", keyId },
  ]);
  expect(text.match(/(?<=^provider "aws" \{\n {2}alias {2}= )\S+/gm)).toEqual(['"us_west_2"', '"eu_central_1"']);
  expect(text.match(/(?<=^resource "aws_kms_alias" )\S+/gm)).toEqual([
    ...['"alias_1st_us_west_2"', '"alias_1st_eu_central_1"'],
    ...['"alias_1_st_eu_central_1"', '"alias_1_st_eu_central_12"'],
  ]);
});

test("what Terraform would take for a template means itself", () => {
  const dollar = "$";
  const aliasName = `alias/${dollar}{file("x")}%{if y}${dollar}${dollar}{z}\\`;
  expect(terraformAliases([{ region, aliasName, keyId }])).toContain(
    `name          = "alias/${dollar}${dollar}{file(\\"x\\")}%%{if y}${dollar.repeat(3)}{z}\\\\"`,
  );
});

test("no text of an alias leaves its quotes", () => {
  const hostile = fc.string({ unit: "binary", maxLength: 20 });
  const noise = fc.array(fc.constantFrom("${", "%{", "$", "%", '"', "\\", "\n", "}", "{", "\u2028", "😀", "a"));
  const texts = fc.oneof(
    hostile,
    noise.map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, texts, texts, (aliasName, id, place) => {
      const text = terraformAliases([{ region: place, aliasName, keyId: id }], { isImport: true });
      expect(text).toMatch(/^[\n -~]*$/);
      const value = '"((?:[^"\\\\]|\\\\.)*)"';
      const found = new RegExp(
        `^provider "aws" \\{\n {2}alias {2}= "\\w+"\n {2}region = ${value}\n\\}\n\nimport \\{\n {2}provider = aws\\.\\w+\n {2}to {7}= aws_kms_alias\\.\\w+\n {2}id {7}= ${value}\n\\}\n\nresource "aws_kms_alias" "\\w+" \\{\n {2}provider {6}= aws\\.\\w+\n {2}name {10}= ${value}\n {2}target_key_id = ${value}\n\\}\n$`,
      ).exec(text);
      expect(found?.slice(1).map(unquoted)).toEqual([place, aliasName, aliasName, id].map(whole));
    }),
  );
});

/** What the language makes of a quoted text; a template in it is a failure. */
function unquoted(text: string): string {
  return text.replaceAll(/\\u([\da-f]{4})|\\U([\da-f]{8})|\\(["\\])|([$%])\4\{|[$%]\{/g, (all, ...groups) => {
    const [short, long, sign, doubled] = groups;
    if (doubled) return `${doubled}{`;
    if (sign) return sign;
    if (!short && !long) throw new Error(`${all} begins a template`);
    return String.fromCodePoint(Number.parseInt(short ?? long, 16));
  });
}

const whole = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
