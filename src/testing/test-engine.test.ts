import { expect, test } from "vitest";
import { createKey } from "./builders.ts";
import { refusal } from "./refusal.ts";
import { createTestEngine } from "./test-engine.ts";

async function idsOf(seed?: number): Promise<string[]> {
  const sandbox = createTestEngine(seed === undefined ? {} : { seed });
  return [(await createKey(sandbox.as())).keyId, (await createKey(sandbox.as())).keyId];
}

test("the same seed gives the same run, another seed another", async () => {
  expect(await idsOf()).toEqual(await idsOf(1));
  expect(await idsOf(2)).not.toEqual(await idsOf(1));
});

test("refusal rejects when the call was answered, and with whatever is no answer of KMS", async () => {
  await expect(refusal(Promise.resolve("an answer"))).rejects.toThrow("a refusal was expected");
  await expect(refusal(Promise.reject(new TypeError("a bug")))).rejects.toThrow("a bug");
});

test("an engine goes on with the World and the secrets of another", async () => {
  const first = createTestEngine();
  const { keyId } = await createKey(first.as());
  const { CiphertextBlob = new Uint8Array() } = await first.as()("Encrypt", {
    KeyId: keyId,
    Plaintext: Uint8Array.of(1),
  });

  const second = createTestEngine({ world: first.world(), secrets: first.secrets, seed: 2 });

  expect((await second.as()("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Uint8Array.of(1));
});
