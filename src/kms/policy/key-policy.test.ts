import { expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";

const lockedOut = "The new key policy will not allow you to update the key policy in the future.";
const allowAll = { Effect: "Allow", Principal: { AWS: homeAccount }, Action: "kms:*", Resource: "*" };

async function put(...statements: readonly object[]) {
  const call = createTestEngine().as();
  const { keyId, arn } = await createKey(call);
  const named = JSON.stringify({ Statement: statements }).replaceAll("<key-arn>", arn);
  return call("PutKeyPolicy", { KeyId: keyId, Policy: named });
}

test.each([
  ["without Resource", { ...allowAll, Resource: undefined }],
  ["without Action", { ...allowAll, Action: undefined }],
  ["for another resource", { ...allowAll, Resource: "arn:aws:kms:us-east-1:111122223333:key/other" }],
  ["with a condition", { ...allowAll, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
])("a statement %s has no effect, so it does not keep the caller in", async (_what, statement) => {
  expect(await refusal(put(statement))).toEqual({ code: "MalformedPolicyDocumentException", message: lockedOut });
});

test("a statement may name the key itself", async () => {
  await expect(put({ ...allowAll, Resource: "<key-arn>" })).resolves.toBeUndefined();
});

test.each([
  ["a word", { AWS: "nonsense" }],
  ["nothing", {}],
  ["an empty list", { AWS: [] }],
  ["an ARN of another service", { AWS: "arn:aws:s3:::bucket" }],
])("refuses a policy whose principal is %s", async (_what, Principal) => {
  const answer = await refusal(put(allowAll, { ...allowAll, Principal }));
  const message = "Policy contains a statement with one or more invalid principals.";
  expect(answer).toEqual({ code: "MalformedPolicyDocumentException", message });
});

test("refuses a statement with an element that policies do not have", async () => {
  const answer = await refusal(put(allowAll, { ...allowAll, Conditoin: {} }));
  expect(answer).toEqual({ code: "MalformedPolicyDocumentException", message: "" });
});

test("refuses a document of endless brackets", async () => {
  const answer = await refusal(
    put(allowAll, { ...allowAll, Action: JSON.parse(`${"[".repeat(99)}${"]".repeat(99)}`) }),
  );
  expect(answer).toEqual({ code: "MalformedPolicyDocumentException", message: "" });
});

test("brackets in a text do not count as depth", async () => {
  await expect(put({ ...allowAll, Sid: '[[[[[[[[[[[[[[[[[[[[[[[[["\\\\{{{' })).resolves.toBeUndefined();
});
