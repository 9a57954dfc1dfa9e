// A workspace with some of everything goes through a file, and works on the other side.
import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import { openTab, type TestTab } from "#storage/test-tab.ts";
import { callIn, importMaterial, makeEverything, moveClock } from "./everything.ts";
import { archiveText, exportArchive } from "./export-archive.ts";
import { parseArchive } from "./parse-archive.ts";

const now = 1_768_471_200_000;
const day = 24 * 60 * 60 * 1000;
const tab = await openTab({ home: createMemoryHome(), first: "empty", now: () => now });
const { keys, oldCiphertext } = await makeEverything(tab);
const file = archiveText(await exportArchive(tab.workspace, now));

/** A tab on a workspace of its own that the file was imported into, `days` later. */
async function imported(days = 0): Promise<TestTab> {
  const home = createMemoryHome();
  const later = () => now + days * day;
  const first = await openWorkspace({ home, first: "empty", now: later });
  await first.importArchive(await parseArchive(file));
  return openTab({ home, now: later });
}

test("reads some of everything as it was written", async () => {
  const before = await tab.workspace.contents(1_000);
  const { contents } = await parseArchive(file);
  expect(contents).toEqual(before);
  for (const [table, records] of Object.entries(contents.tables)) expect(records.length, table).toBeGreaterThan(0);
  const use = [...(contents.usage ?? [])].find(([arn]) => arn.endsWith(keys.rotated));
  expect(use?.[1]).toMatchObject({ eventName: "Encrypt" });
});

test("has keys of every new kind that work where they were imported", async () => {
  const { call } = await imported();
  const Message = encodeUtf8("hello");
  for (const [name, SigningAlgorithm] of [
    ["ECC_SECG_P256K1", "ECDSA_SHA_256"],
    ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512"],
    ["ML_DSA_44", "ML_DSA_SHAKE_256"],
  ] as const) {
    const signed = await tab.call("Sign", { KeyId: keys[name], Message, SigningAlgorithm });
    const Signature = signed.Signature ?? new Uint8Array();
    const verified = await call("Verify", { KeyId: keys[name], Message, Signature, SigningAlgorithm });
    expect(verified.SignatureValid, name).toBe(true);
  }
  const { CiphertextBlob = new Uint8Array() } = await tab.call("Encrypt", { KeyId: keys.imported, Plaintext: Message });
  for (const ciphertext of [oldCiphertext, CiphertextBlob]) {
    const { Plaintext = new Uint8Array() } = await call("Decrypt", { CiphertextBlob: ciphertext });
    expect(["old", "hello"]).toContain(decodeUtf8(Plaintext));
  }
});

test("takes key material again that was imported before the export, and no other", async () => {
  const there = await imported();
  const emptied = { keyId: keys.emptied, region: "us-west-2" };
  const forever = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const;
  await expect(importMaterial(there, emptied, 4, forever)).rejects.toMatchObject({
    code: "IncorrectKeyMaterialException",
  });
  await importMaterial(there, emptied, 3, forever);
  const { KeyMetadata } = await there.call("DescribeKey", { KeyId: keys.emptied });
  expect(KeyMetadata?.KeyState).toBe("Enabled");
});

test("makes up for what fell due between the export and the import", async () => {
  const there = await imported(301);
  const { KeyRotationEnabled, NextRotationDate = 0 } = await there.call("GetKeyRotationStatus", {
    KeyId: keys.rotated,
  });
  expect(KeyRotationEnabled).toBe(true);
  expect(NextRotationDate * 1000).toBeGreaterThan(now + 301 * day);
  const { Rotations = [] } = await there.call("ListKeyRotations", { KeyId: keys.rotated });
  expect(Rotations.map(({ RotationType }) => RotationType)).toEqual(["ON_DEMAND", ...Array(3).fill("AUTOMATIC")]);
  const stateOf = async (KeyId: string) => (await there.call("DescribeKey", { KeyId })).KeyMetadata?.KeyState;
  expect(await stateOf(keys.imported)).toBe("PendingImport"); // its second material has expired
  await expect(stateOf(keys.ML_KEM_512)).rejects.toThrow("does not exist");
  await expect(stateOf(keys.leaving)).rejects.toThrow("does not exist");
  // The replica was deleted after 7 of these days, so that the primary key began to wait, and has waited since.
  await expect(callIn(there, "eu-central-1", "DescribeKey", { KeyId: keys.waiting })).rejects.toThrow("does not exist");
  expect(await stateOf(keys.waiting)).toBe("PendingDeletion");
  expect((await there.call("Decrypt", { CiphertextBlob: oldCiphertext })).KeyId).toContain(keys.rotated);
  const { CustomKeyStores = [] } = await there.call("DescribeCustomKeyStores", { CustomKeyStoreName: "Proxy" });
  expect(CustomKeyStores).toMatchObject([{ ConnectionState: "DISCONNECTED" }]);
});

test("goes through a file again after all of that", async () => {
  const there = await imported(301);
  await moveClock(there, 100 * day);
  await there.engine.settle();
  const { contents } = await parseArchive(archiveText(await exportArchive(there.workspace, now)));
  expect(contents).toEqual(await there.workspace.contents(1_000));
});
