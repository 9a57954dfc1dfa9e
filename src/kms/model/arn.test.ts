import { describe, expect, test } from "vitest";
import { aliasArn, keyArn, parseKeyIdentifier } from "./arn.ts";

const place = { account: "111122223333", region: "us-west-2" };
const uuid = "1234abcd-12ab-34cd-56ef-1234567890ab";
const mrk = "mrk-1234abcd12ab34cd56ef1234567890ab";

describe("parseKeyIdentifier", () => {
  test("reads the four forms", () => {
    expect(parseKeyIdentifier(uuid)).toEqual({ form: "key ID", keyId: uuid });
    expect(parseKeyIdentifier(mrk)).toEqual({ form: "key ID", keyId: mrk });
    expect(parseKeyIdentifier(keyArn({ ...place, keyId: mrk }))).toEqual({ form: "key ARN", keyId: mrk, ...place });
    expect(parseKeyIdentifier("alias/a/b")).toEqual({ form: "alias name", aliasName: "alias/a/b" });
    expect(parseKeyIdentifier(aliasArn({ ...place, aliasName: "alias/a/b" }))).toEqual({
      form: "alias ARN",
      aliasName: "alias/a/b",
      ...place,
    });
  });

  test("answers a key ID in lower case", () => {
    expect(parseKeyIdentifier(uuid.toUpperCase())).toEqual({ form: "key ID", keyId: uuid });
  });

  test.each([
    ["", {}],
    ["finance", {}],
    ["Alias/finance", {}],
    [uuid.replaceAll("-", ""), {}],
    [`${uuid} `, {}],
    [`key/${uuid}`, {}],
    [`arn:aws:iam::111122223333:key/${uuid}`, {}],
    [`arn:aws:kms:us-west-2:1111:key/${uuid}`, {}],
    ["arn:aws:kms:us-west-2:111122223333:key/nonsense", { region: "us-west-2" }],
    ["arn:aws:kms:us-west-2:111122223333:finance", { region: "us-west-2" }],
  ])("takes %j for none of them", (text, more) => {
    expect(parseKeyIdentifier(text)).toEqual({ form: "unknown", ...more });
  });
});
