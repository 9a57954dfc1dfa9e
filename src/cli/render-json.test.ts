import { expect, test } from "vitest";
import { KmsError } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { errorJson, requestJson, responseJson } from "./render-json.ts";

test("a request is shown as the wire has it, indented", () => {
  const input = { KeyId: "k", Plaintext: encodeUtf8("hi"), GrantTokens: ["t"] };
  expect(requestJson({ input })).toBe(
    '{\n  "KeyId": "k",\n  "Plaintext": "aGk=",\n  "GrantTokens": [\n    "t"\n  ]\n}',
  );
});

test("an answer shows timestamps as epoch seconds", () => {
  expect(responseJson({ KeyId: "k", DeletionDate: 1768471200.5 })).toBe(
    '{\n  "KeyId": "k",\n  "DeletionDate": 1768471200.5\n}',
  );
});

test("an operation without output has an empty answer", () => {
  expect(responseJson(undefined)).toBe("");
});

test("a refusal shows its type, and a message only where there is one", () => {
  expect(JSON.parse(errorJson(new KmsError("NotFoundException", "no")))).toEqual({
    __type: "NotFoundException",
    message: "no",
  });
  expect(JSON.parse(errorJson(new KmsError("KMSInvalidMacException")))).toEqual({ __type: "KMSInvalidMacException" });
});
