// Which key actions a selection allows.
import { expect, test } from "vitest";
import { type KeyRecord, newKey } from "#kms/index.ts";
import { keyMenu } from "./key-menu.ts";

const place = { account: "111122223333", region: "us-west-2" };
const key = (change: Partial<KeyRecord> = {}): KeyRecord => ({
  ...newKey(place, { keyId: "1234abcd", creationDate: 0, keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" }),
  ...change,
});
const enabled = (...keys: KeyRecord[]) =>
  keyMenu(keys).flatMap(({ text, disabledReason }) => (disabledReason === undefined ? [text] : []));
const reason = (text: string, ...keys: KeyRecord[]) =>
  keyMenu(keys).find((entry) => entry.text === text)?.disabledReason;

const changes = ["Enable", "Disable", "Schedule key deletion"];

test.each(["Enabled", "Disabled"] as const)("offers all but canceling for a key that is %s", (keyState) => {
  expect(enabled(key({ keyState }))).toEqual([...changes, "Add or edit tags"]);
});

test("offers only canceling for a key that is pending deletion", () => {
  expect(enabled(key({ keyState: "PendingDeletion", deletionDate: 1 }))).toEqual(["Cancel key deletion"]);
});

test("edits the tags of one key at a time", () => {
  expect(enabled(key(), key({ keyId: "other" }))).toEqual(changes);
});

test("tells how many of several keys stand in the way", () => {
  const pending = key({ keyState: "PendingDeletion", deletionDate: 1 });
  expect(reason("Disable", key(), pending)).toBe("1 of 2 selected keys is pending deletion.");
  expect(reason("Cancel key deletion", key(), pending)).toBe("1 of 2 selected keys is not pending deletion.");
});

test("offers nothing for a key that AWS manages", () => {
  expect(enabled(key({ keyManager: "AWS" }))).toEqual([]);
});

test("deletes only key material that was imported and is there", () => {
  const text = "Only a key with imported key material has material that you can delete.";
  const imported = key({ origin: "EXTERNAL", expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });
  expect(reason("Delete key material", imported)).toBeUndefined();
  expect(reason("Delete key material", imported, key())).toBe(text);
  expect(reason("Delete key material", key({ origin: "EXTERNAL", keyState: "PendingImport" }))).toBe(text);
});
