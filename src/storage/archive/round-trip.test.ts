// Whatever workspace calls can make: its file is read again as it was written.
import fc from "fast-check";
import { expect, test } from "vitest";
import { afterAll, type Inputs, type KeyRecord, KmsError, type OperationName } from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openTab, type TestTab } from "#storage/test-tab.ts";
import { callIn, connectStore, importMaterial, moveClock } from "./everything.ts";
import { archiveText, exportArchive } from "./export-archive.ts";
import { parseArchive } from "./parse-archive.ts";

const now = 1_768_471_200_000;
const second = 1000;
const day = 24 * 60 * 60 * second;
const otherRegion = "eu-central-1";

/** Picks one of `choices` by any number. */
const one = <const T>(choices: readonly T[], n: number): T | undefined => choices[n % choices.length];

const specs = [
  ...([{}, {}, { MultiRegion: true }, { Origin: "EXTERNAL" }, { Origin: "EXTERNAL", MultiRegion: true }] as const),
  { KeySpec: "HMAC_384", KeyUsage: "GENERATE_VERIFY_MAC", MultiRegion: true },
  { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" },
  { KeySpec: "ECC_NIST_P521", KeyUsage: "KEY_AGREEMENT" },
  { KeySpec: "ECC_SECG_P256K1", KeyUsage: "SIGN_VERIFY", MultiRegion: true },
  { KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" },
  { KeySpec: "ML_KEM_512", KeyUsage: "ENCAPSULATE_DECAPSULATE" },
] as const satisfies readonly Inputs["CreateKey"][];

const names = ["alias/a", "alias/b", "alias/c/d", "alias/E_f"] as const;
const texts = ["", "é😀", "\u0000\u2028", "__proto__", "plain"] as const;
const contexts = ['{"a":"b","__proto__":"c"}', '{"":"😀"}'].map((text): Record<string, string> => JSON.parse(text));

/** One call, or a few that only make sense together, on a key of the workspace; `a` and `b` are any numbers. */
type Step = (tab: TestTab, key: KeyRecord, a: number, b: number) => Promise<unknown>;

const onKey =
  <N extends OperationName>(operation: N, input: (key: KeyRecord, a: number, b: number) => Inputs[N]): Step =>
  (tab, key, a, b) =>
    callIn(tab, key.region, operation, input(key, a, b));
const keyOnly = ({ keyId }: KeyRecord) => ({ KeyId: keyId });

const steps: Readonly<Record<string, Step>> = {
  CreateKey: (tab, _key, a, b) =>
    callIn(tab, one(["us-west-2", otherRegion], b) ?? "", "CreateKey", {
      ...one(specs, a),
      Description: one(texts, b) ?? "",
    }),
  CreateAlias: onKey("CreateAlias", ({ keyId }, a) => ({ AliasName: one(names, a) ?? "", TargetKeyId: keyId })),
  UpdateAlias: onKey("UpdateAlias", ({ keyId }, a) => ({ AliasName: one(names, a) ?? "", TargetKeyId: keyId })),
  DeleteAlias: onKey("DeleteAlias", (_key, a) => ({ AliasName: one(names, a) ?? "" })),
  TagResource: onKey("TagResource", ({ keyId }, a, b) => ({
    KeyId: keyId,
    Tags: [{ TagKey: one(texts, a) ?? "", TagValue: one(texts, b) ?? "" }],
  })),
  UpdateKeyDescription: onKey("UpdateKeyDescription", ({ keyId }, a) => ({
    KeyId: keyId,
    Description: one(texts, a) ?? "",
  })),
  DisableKey: onKey("DisableKey", keyOnly),
  EnableKey: onKey("EnableKey", keyOnly),
  ScheduleKeyDeletion: onKey("ScheduleKeyDeletion", ({ keyId }, a) => ({
    KeyId: keyId,
    PendingWindowInDays: 7 + (a % 24),
  })),
  CancelKeyDeletion: onKey("CancelKeyDeletion", keyOnly),
  ReplicateKey: onKey("ReplicateKey", ({ keyId, region }) => ({
    KeyId: keyId,
    ReplicaRegion: region === otherRegion ? "us-west-2" : otherRegion,
  })),
  UpdatePrimaryRegion: onKey("UpdatePrimaryRegion", ({ keyId, region }) => ({
    KeyId: keyId,
    PrimaryRegion: region === otherRegion ? "us-west-2" : otherRegion,
  })),
  EnableKeyRotation: onKey("EnableKeyRotation", ({ keyId }, a) => ({
    KeyId: keyId,
    RotationPeriodInDays: 90 + (a % 500),
  })),
  DisableKeyRotation: onKey("DisableKeyRotation", keyOnly),
  RotateKeyOnDemand: onKey("RotateKeyOnDemand", keyOnly),
  CreateGrant: onKey("CreateGrant", ({ keyId, keySpec }, a, b) => ({
    KeyId: keyId,
    GranteePrincipal: "arn:aws:iam::111122223333:role/Reader",
    Operations: ["DescribeKey", ...(keySpec === "SYMMETRIC_DEFAULT" ? (["Decrypt"] as const) : [])],
    Name: one(["one", "two", "three"], a) ?? "",
    ...(keySpec === "SYMMETRIC_DEFAULT" && b % 2
      ? { Constraints: { EncryptionContextSubset: one(contexts, a) ?? {} } }
      : {}),
  })),
  RevokeGrant: async (tab, key) => {
    const { Grants: [grant] = [] } = await callIn(tab, key.region, "ListGrants", keyOnly(key));
    if (grant?.GrantId) await callIn(tab, key.region, "RevokeGrant", { ...keyOnly(key), GrantId: grant.GrantId });
  },
  ImportKeyMaterial: (tab, key, a, b) => {
    const isNew = a % 2 === 0 && key.materialId !== undefined;
    return importMaterial(tab, key, b % 3, {
      ...(a % 3
        ? { ValidTo: (tab.engine.now() + 20 * day) / second }
        : { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }),
      ...(isNew ? { ImportType: "NEW_KEY_MATERIAL", KeyMaterialDescription: "new" } : {}),
    });
  },
  DeleteImportedKeyMaterial: onKey("DeleteImportedKeyMaterial", keyOnly),
  CreateKeyInStore: async (tab, key, a) => {
    const store = await connectStore(tab, key.region, one(["A", "B", "C"], a) ?? "");
    await moveClock(tab, 6 * second);
    await callIn(tab, key.region, "CreateKey", { Origin: "AWS_CLOUDHSM", CustomKeyStoreId: store });
  },
  Disconnect: onKey("DisconnectCustomKeyStore", ({ customKeyStoreId }) => ({
    CustomKeyStoreId: customKeyStoreId ?? "cks-0",
  })),
  Connect: onKey("ConnectCustomKeyStore", ({ customKeyStoreId }) => ({
    CustomKeyStoreId: customKeyStoreId ?? "cks-0",
  })),
  DeleteCustomKeyStore: async (tab, key) => {
    const { CustomKeyStores: [store] = [] } = await callIn(tab, key.region, "DescribeCustomKeyStores", {});
    await callIn(tab, key.region, "DeleteCustomKeyStore", { CustomKeyStoreId: store?.CustomKeyStoreId ?? "cks-0" });
  },
  Encrypt: onKey("Encrypt", ({ keyId }) => ({ KeyId: keyId, Plaintext: Uint8Array.of(1) })),
  DescribeKey: onKey("DescribeKey", (_key, a) => ({ KeyId: one(["alias/aws/s3", "alias/aws/ssm"], a) ?? "" })),
  MoveSeconds: (tab, _key, a) => moveClock(tab, (a % 10) * second),
  MoveDays: (tab, _key, a) => moveClock(tab, (a % 40) * day),
  AddAccount: ({ engine }, _key, a) =>
    engine.changeSandbox({
      type: "AddAccount",
      account: one(["000000000001", "999999999999"], a) ?? "",
      name: "Another",
    }),
};

async function take(tab: TestTab, [name, a, b]: readonly [string, number, number]): Promise<void> {
  const keys: KeyRecord[] = [];
  tab.world().tables.keys.scan("", afterAll, (key) => keys.push(key) > 0);
  const key = one(keys, a + b);
  if (!key) return void (await tab.call("CreateKey", one(specs, a) ?? {}));
  await steps[name]?.(tab, key, a, b).catch((error: unknown) => {
    if (!(error instanceof KmsError)) throw error; // a refused call changes nothing, which is fine here
  });
}

test("export and import is identity for every workspace that calls can make", async () => {
  const step = fc.tuple(fc.constantFrom("CreateKey", "ReplicateKey", ...Object.keys(steps)), fc.nat(99), fc.nat(99));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 50, size: "max" }), async (taken) => {
      const tab = await openTab({ home: createMemoryHome(), first: "empty", now: () => now });
      for (const each of taken) await take(tab, each);
      const { contents } = await parseArchive(archiveText(await exportArchive(tab.workspace, now)));
      expect(contents).toEqual(await tab.workspace.contents(1_000));
    }),
    { numRuns: 60 },
  );
}, 60_000);
