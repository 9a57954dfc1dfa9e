// Which keys the two lists show, and in which order.
import { expect, test } from "vitest";
import { aliasesByKey } from "#features/keys/region-index.ts";
import { emptyWorld, type KeyRecord, newKey, recordId, WorldDraft } from "#kms/index.ts";
import { awsKeys, customerKeys } from "./list-keys.ts";

const place = { account: "111122223333", region: "us-west-2" };

function worldOf(
  keys: readonly { readonly keyId: string; readonly keyManager: KeyRecord["keyManager"]; readonly alias?: string }[],
) {
  const draft = new WorldDraft(emptyWorld());
  for (const { keyId, keyManager, alias } of keys) {
    const facts = { creationDate: 0, keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT", keyManager } as const;
    draft.put("keys", recordId(place, keyId), newKey(place, { keyId, ...facts }));
    if (alias) draft.put("aliases", recordId(place, alias), { ...place, aliasName: alias, targetKeyId: keyId });
  }
  return { keys: draft.tables.keys, aliases: aliasesByKey(draft.tables.aliases, place) };
}
const ids = (keys: readonly KeyRecord[]) => keys.map(({ keyId }) => keyId);

test("shows AWS managed keys without an alias among the customer managed ones, in key-ID order", () => {
  const { keys, aliases } = worldOf([
    { keyId: "c", keyManager: "CUSTOMER" },
    { keyId: "a", keyManager: "CUSTOMER", alias: "alias/z" },
    { keyId: "b", keyManager: "AWS" },
    { keyId: "d", keyManager: "AWS", alias: "alias/aws/s3" },
  ]);
  expect(ids(customerKeys(keys, place, aliases))).toEqual(["a", "b", "c"]);
  expect(ids(awsKeys(keys, place, aliases))).toEqual(["d"]);
});

test("shows nothing of another Region", () => {
  const { keys, aliases } = worldOf([{ keyId: "a", keyManager: "CUSTOMER" }]);
  expect(customerKeys(keys, { ...place, region: "us-west-1" }, aliases)).toEqual([]);
});
