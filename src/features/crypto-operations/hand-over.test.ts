import { expect, test } from "vitest";
import type { Inputs } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine } from "#testing/test-engine.ts";
import { algorithmsInEffect } from "./algorithm-choice.ts";
import { buildRequest } from "./build-request.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import { changeForm, type FormChange, type FormValues, startingValues } from "./form-values.ts";
import { type Answer, carryOver } from "./hand-over.ts";
import { operationTable } from "./operation-table.ts";
import { keysOf, resolveFormKeys } from "./resolve-form-keys.ts";

const caller = { account: "111122223333", region: "us-east-1", principal: "arn:aws:iam::111122223333:user/Alice" };
const text = (value: string) => ({ format: "text", text: value }) as const;

/** The page without its looks: fills a form, runs it, and carries the outcome over to the next form. */
function createBench() {
  const { as, world } = createTestEngine();
  const call = as();
  const run = async (operation: CryptoOperation, change: FormChange) => {
    const values = changeForm(startingValues(operation), change);
    const resolutions = resolveFormKeys(world(), caller, operation, values);
    const algorithms = algorithmsInEffect(operation, values, keysOf(world(), caller, resolutions));
    const { input, errors } = buildRequest(operation, values, algorithms);
    expect(errors).toEqual({});
    const answer: Answer = { ...(await call(operation, input as unknown as Inputs[CryptoOperation])) }; // as the page does
    return { answer, request: { ...values, texts: { ...values.texts, ...algorithms } } satisfies FormValues };
  };
  const use = (from: CryptoOperation, to: CryptoOperation, { answer, request }: Awaited<ReturnType<typeof run>>) => {
    const handOver = operationTable[from].handOver.find((one) => one.to === to);
    if (!handOver) throw new Error(`${from} hands nothing over to ${to}`);
    return carryOver(handOver, request, answer);
  };
  return { call, run, use };
}

test("a ciphertext of a symmetric key can be used in Decrypt, which then names no key", async () => {
  const { call, run, use } = createBench();
  const { keyId, arn } = await createKey(call);
  const encrypted = await run("Encrypt", {
    texts: { KeyId: keyId },
    bytes: { Plaintext: text("secret") },
    contexts: { EncryptionContext: [{ name: "a", value: "b" }] },
  });
  const change = use("Encrypt", "Decrypt", encrypted);
  expect(change.texts?.KeyId).toBe("");
  const { answer } = await run("Decrypt", change);
  expect(answer).toMatchObject({ KeyId: arn, Plaintext: new TextEncoder().encode("secret") });
});

test("a ciphertext of an RSA key is decrypted under the same key and algorithm", async () => {
  const { call, run, use } = createBench();
  const { keyId } = await createKey(call, "RSA_2048", "ENCRYPT_DECRYPT");
  const encrypted = await run("Encrypt", { texts: { KeyId: keyId }, bytes: { Plaintext: text("secret") } });
  expect(encrypted.answer.EncryptionAlgorithm).toBe("RSAES_OAEP_SHA_1");
  const { answer } = await run("Decrypt", use("Encrypt", "Decrypt", encrypted));
  expect(answer.Plaintext).toEqual(new TextEncoder().encode("secret"));
});

test("data keys and what was encrypted again can be decrypted", async () => {
  const { call, run, use } = createBench();
  const [first, second] = [await createKey(call), await createKey(call)];
  const context = { EncryptionContext: [{ name: "a", value: "b" }] };
  const made = await run("GenerateDataKey", { texts: { KeyId: first.keyId }, contexts: context });
  const moved = await run(
    "ReEncrypt",
    changeForm(startingValues("ReEncrypt"), {
      ...use("GenerateDataKey", "ReEncrypt", made),
      texts: { DestinationKeyId: second.arn },
    }),
  );
  const { answer } = await run("Decrypt", use("ReEncrypt", "Decrypt", moved));
  expect(answer).toMatchObject({ KeyId: second.arn, Plaintext: made.answer.Plaintext });
});

test("signatures and MACs can be verified as they were made", async () => {
  const { call, run, use } = createBench();
  const signing = await createKey(call, "ECC_NIST_P384", "SIGN_VERIFY");
  const signed = await run("Sign", {
    texts: { KeyId: signing.keyId, MessageType: "DIGEST" },
    bytes: { Message: { format: "hex", text: "00".repeat(48) } },
  });
  expect((await run("Verify", use("Sign", "Verify", signed))).answer).toEqual({
    KeyId: signing.arn,
    SignatureValid: true,
    SigningAlgorithm: "ECDSA_SHA_384",
  });
  const hmac = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
  const mac = await run("GenerateMac", { texts: { KeyId: hmac.keyId }, bytes: { Message: text("m") } });
  expect((await run("VerifyMac", use("GenerateMac", "VerifyMac", mac))).answer.MacValid).toBe(true);
});

test("a private key of a data key pair is decrypted, and its public key agrees on a secret", async () => {
  const { call, run, use } = createBench();
  const wrapping = await createKey(call);
  const made = await run("GenerateDataKeyPair", {
    texts: { KeyId: wrapping.keyId },
    contexts: { EncryptionContext: [{ name: "a", value: "b" }] },
  });
  const { answer } = await run("Decrypt", use("GenerateDataKeyPair", "Decrypt", made));
  expect(answer.Plaintext).toEqual(made.answer.PrivateKeyPlaintext);
  const agreeing = await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT");
  const derived = await run("DeriveSharedSecret", {
    ...use("GenerateDataKeyPair", "DeriveSharedSecret", made),
    texts: { KeyId: agreeing.keyId },
  });
  expect(derived.answer.SharedSecret).toHaveLength(32);
});

test("a shared secret that was encapsulated can be decapsulated", async () => {
  const { call, run, use } = createBench();
  const { keyId } = await createKey(call, "ML_KEM_768", "ENCAPSULATE_DECAPSULATE");
  const made = await run("Encapsulate", { texts: { KeyId: keyId } });
  const { answer } = await run("Decapsulate", use("Encapsulate", "Decapsulate", made));
  expect(answer.SharedSecret).toEqual(made.answer.SharedSecret);
});
