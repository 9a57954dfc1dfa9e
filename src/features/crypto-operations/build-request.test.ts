import { expect, test } from "vitest";
import { buildRequest } from "./build-request.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import { changeForm, type FormChange, startingValues } from "./form-values.ts";

const build = (operation: CryptoOperation, change: FormChange, algorithms: Record<string, string> = {}) =>
  buildRequest(operation, changeForm(startingValues(operation), change), algorithms);

test("sends what is filled in and leaves out what is not", () => {
  const { input, errors } = build("Encrypt", {
    texts: { KeyId: " alias/finance " },
    bytes: { Plaintext: { format: "text", text: "Hi" } },
    contexts: { EncryptionContext: [{ name: "stage", value: "test" }] },
  });
  expect(errors).toEqual({});
  expect(input).toEqual({
    KeyId: "alias/finance",
    Plaintext: new Uint8Array([0x48, 0x69]),
    EncryptionContext: { stage: "test" },
  });
});

test("asks for what KMS cannot do without, quietly until someone runs it", () => {
  expect(build("Sign", {}).errors).toEqual({
    KeyId: { text: "Enter the key ID.", isMissing: true },
    Message: { text: "Enter the message.", isMissing: true },
    SigningAlgorithm: { text: "Choose a signing algorithm.", isMissing: true },
  });
});

test("does not ask for the key ID of a ciphertext", () => {
  const { input, errors } = build("Decrypt", { bytes: { CiphertextBlob: { format: "hex", text: "00" } } });
  expect({ input, errors }).toEqual({ input: { CiphertextBlob: new Uint8Array(1) }, errors: {} });
});

test("sends the algorithm in effect and a dry run", () => {
  const change = {
    texts: { KeyId: "k" },
    bytes: { Message: { format: "text", text: "m" } },
    toggles: { DryRun: true },
  } as const;
  expect(build("GenerateMac", change, { MacAlgorithm: "HMAC_SHA_256" }).input).toEqual({
    KeyId: "k",
    Message: new Uint8Array([0x6d]),
    MacAlgorithm: "HMAC_SHA_256",
    DryRun: true,
  });
});

test("refuses numbers that are none, but lets KMS refuse those out of bounds", () => {
  expect(build("GenerateRandom", { texts: { NumberOfBytes: "1e3" } }).errors.NumberOfBytes?.text).toBe(
    '"1e3" is not a whole number.',
  );
  expect(build("GenerateRandom", { texts: { NumberOfBytes: "5000" } }).input).toEqual({ NumberOfBytes: 5000 });
  expect(build("GenerateRandom", { texts: { NumberOfBytes: "" } }).input).toEqual({});
});

test("refuses a pair of the encryption context without a name or with that of another", () => {
  const errorOf = (names: readonly string[]) =>
    build("Encrypt", { contexts: { EncryptionContext: names.map((name) => ({ name, value: "" })) } }).errors
      .EncryptionContext?.text;
  expect(errorOf(["a", ""])).toBe("Each pair needs a name. Remove the pairs that you do not use.");
  expect(errorOf(["a", "a"])).toBe('The name "a" is there twice; each name can have one value only.');
  expect(errorOf(["__proto__", "b"])).toBeUndefined();
});

test("leaves a whole number of 0 and names like __proto__ to KMS", () => {
  const { input } = build("GenerateDataKey", {
    texts: { KeyId: "k", NumberOfBytes: "0" },
    contexts: { EncryptionContext: [{ name: "__proto__", value: "x" }] },
  });
  expect(input.NumberOfBytes).toBe(0);
  expect(Object.entries(input.EncryptionContext ?? {})).toEqual([["__proto__", "x"]]);
});
