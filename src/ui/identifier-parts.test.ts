import fc from "fast-check";
import { expect, test } from "vitest";
import { identifierParts } from "./identifier-parts.ts";

const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

test("keeps a key ID and a Region whole, and breaks an ARN behind its colons and slashes", () => {
  expect(identifierParts(keyId)).toEqual([keyId]);
  expect(identifierParts(`arn:aws:kms:us-west-2:111122223333:key/${keyId}.`)).toEqual([
    ...["arn:", "aws:", "kms:", "us-west-2:", "111122223333:", "key/"],
    `${keyId}.`,
  ]);
});

test("loses nothing of any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "-", ":", "/", " ", "\n", "é") }), (text) => {
      expect(identifierParts(text).join("")).toBe(text);
    }),
  );
});
