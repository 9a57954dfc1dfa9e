// Cryptography whose key material is destroyed by another call while it is under way.
import { expect, test } from "vitest";
import { importMaterial } from "#testing/import-material.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

test("answers by the state that the key then has", async () => {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });
  const { KeyId = "", Arn } = KeyMetadata ?? {};
  await importMaterial(sandbox, KeyId, new Uint8Array(32));
  const { open } = sandbox.ports.vault;
  sandbox.ports.vault.open = async (materialId) => {
    await call("DeleteImportedKeyMaterial", { KeyId });
    return open(materialId);
  };

  expect(await refusal(call("Encrypt", { KeyId, Plaintext: new Uint8Array(1) }))).toEqual({
    code: "KMSInvalidStateException",
    message: `${Arn} is pending import.`,
  });
});

test("fails as a bug when nothing has changed and the material is gone all the same", async () => {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", {});
  sandbox.secrets.clear();

  const encrypted = call("Encrypt", { KeyId: KeyMetadata?.KeyId ?? "", Plaintext: new Uint8Array(1) });

  await expect(encrypted).rejects.toThrow("the vault has no material");
});
