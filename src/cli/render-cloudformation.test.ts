import fc from "fast-check";
import { expect, test } from "vitest";
import { aliasTemplate } from "./render-cloudformation.ts";

const region = "us-west-2";
const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

test("aliases of a Region become the resources of one template", () => {
  const aliases = ["alias/new-app", "alias/team/prod_key"].map((aliasName) => ({ region, aliasName, keyId }));
  expect(aliasTemplate(aliases)).toBe(`\
AWSTemplateFormatVersion: "2010-09-09"
Description: "Aliases of AWS KMS keys in us-west-2"
Resources:
  AliasNewApp:
    Type: AWS::KMS::Alias
    Properties:
      AliasName: "alias/new-app"
      TargetKeyId: "${keyId}"
  AliasTeamProdKey:
    Type: AWS::KMS::Alias
    Properties:
      AliasName: "alias/team/prod_key"
      TargetKeyId: "${keyId}"
`);
});

test("an alias that is to be imported has a deletion policy", () => {
  const aliases = [{ region, aliasName: "alias/new-app", keyId }];
  expect(aliasTemplate(aliases, { isImport: true })).toContain(
    "    Type: AWS::KMS::Alias\n    DeletionPolicy: Retain\n",
  );
});

test("aliases whose names differ in their signs only have resources of different names", () => {
  const aliases = ["alias/a-b", "alias/a/b", "alias/aB", "alias/AB2", "alias/_"].map((aliasName) => ({
    ...{ region, aliasName, keyId },
  }));
  expect(aliasTemplate(aliases).match(/^ {2}\w+(?=:$)/gm)).toEqual([
    ...["  AliasAB", "  AliasAB2", "  AliasAB3", "  AliasAB22", "  AliasUnnamed"],
  ]);
});

test("an alias of AWS and a name that would be resolved are left out, and named in a comment", () => {
  const names = ["alias/aws/s3", "alias/{{resolve:ssm:x}}", "alias/a\nResources: {}", "alias/a\u2028b"];
  const text = aliasTemplate(names.map((aliasName) => ({ region, aliasName, keyId })));
  expect(text).not.toContain("Type:");
  expect(text.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(names.length);
  expect(text).toMatch(/^Resources: \{\}$/m);
});

test("no text of an alias leaves its line", () => {
  const hostile = fc.string({ unit: "binary", maxLength: 20 });
  fc.assert(
    fc.property(hostile, hostile, hostile, (aliasName, id, place) => {
      const text = aliasTemplate([
        { region: place, aliasName, keyId: id },
        { region, aliasName: `alias/${aliasName}`, keyId },
      ]);
      expect(text).toMatch(/^[\n -~]*$/);
      for (const line of text.split("\n"))
        expect(line).toMatch(
          /^(AWSTemplate.*|Description: "[^"]*"|Resources:( \{\})?|# .*| +Type: AWS::KMS::Alias| {2}Alias\w+:| +Properties:| +(AliasName|TargetKeyId): "[\w:/-]+"|)$/,
        );
    }),
  );
});
