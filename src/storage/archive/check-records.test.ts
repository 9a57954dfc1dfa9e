// Records of a file that stand each for itself but not together: the rules of keys and of what belongs to them.
import { expect, test } from "vitest";
import type { TableName } from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openTab } from "#storage/test-tab.ts";
import { ArchiveError } from "./archive-format.ts";
import { makeEverything } from "./everything.ts";
import { archiveText, exportArchive } from "./export-archive.ts";
import { parseArchive } from "./parse-archive.ts";

const now = 1_768_471_200_000;
const tab = await openTab({ home: createMemoryHome(), first: "empty", now: () => now });
const { keys } = await makeEverything(tab);
const file = archiveText(await exportArchive(tab.workspace, now));

type Loose = Record<string, unknown>;
interface Document {
  readonly tables: Record<TableName, Loose[]>;
  readonly material: Record<string, unknown>;
}

/** The first record of a table with these members. */
function record(document: Document, table: TableName, members: Loose): Loose {
  const found = document.tables[table].find((each) => Object.entries(members).every(([k, v]) => each[k] === v));
  if (!found) throw new Error(`the file has no such record in ${table}`);
  return found;
}
const key = (document: Document, name: keyof typeof keys, region = "us-west-2") =>
  record(document, "keys", { keyId: keys[name], region });
const hex = (byte: string, length: number) => byte.repeat(length);

type Wrong = readonly [path: string, problem: string, change: (document: Document) => unknown];
const set = (of: Loose, members: Loose) => Object.assign(of, members);
const inBoth = (document: Document, members: Loose) => {
  for (const region of ["us-west-2", "eu-central-1"]) set(key(document, "related", region), members);
};

const wrongs: readonly Wrong[] = [
  // Multi-Region keys.
  ["keys.multiRegion", "begins with mrk-", (d) => inBoth(d, { multiRegion: false })],
  ["keys.primaryRegion", "exactly when", (d) => inBoth(d, { primaryRegion: undefined })],
  ["keys.primaryRegion", "no primary key", (d) => inBoth(d, { primaryRegion: "us-east-1" })],
  [
    "keys.primaryRegion",
    "that of the primary key",
    (d) => set(key(d, "related", "eu-central-1"), { primaryRegion: "eu-central-1" }),
  ],
  ["keys.rotationPeriodInDays", "that of the primary key", (d) => set(key(d, "related"), { rotationPeriodInDays: 91 })],
  ["keys.keySpec", "that of the primary key", (d) => set(key(d, "waiting", "eu-central-1"), { keySpec: "HMAC_512" })],
  ["keys.keyState", "with replicas", (d) => set(key(d, "related"), { keyState: "PendingDeletion", deletionDate: now })],
  ["keys.pendingDeletionWindowInDays", "exactly when", (d) => delete key(d, "waiting").pendingDeletionWindowInDays],
  ["keys.pendingDeletionWindowInDays", "7 to 30", (d) => set(key(d, "waiting"), { pendingDeletionWindowInDays: 6 })],
  // Rotation.
  ["keys", "or neither", (d) => delete key(d, "rotated").nextRotationDate],
  [
    "keys.nextRotationDate",
    "only symmetric",
    (d) => set(key(d, "ML_DSA_44"), { rotationPeriodInDays: 365, nextRotationDate: now }),
  ],
  ["keys.nextRotationDate", "always rotate", (d) => delete record(d, "keys", { keyManager: "AWS" }).nextRotationDate],
  ["keyMaterials.order", "without a gap", (d) => set(materialOf(d, "rotated", 1), { order: 2 })],
  ["keyMaterials", "must be CURRENT", (d) => set(materialOf(d, "rotated", 0), { materialState: "CURRENT" })],
  ["keyMaterials", "must be CURRENT", (d) => set(key(d, "rotated"), { materialId: hex("a", 64) })],
  [
    "keyMaterials.materialId",
    "of this key too",
    (d) => set(materialOf(d, "rotated", 0), { materialId: materialOf(d, "rotated", 1).materialId }),
  ],
  ["keyMaterials.importState", "exactly when", (d) => set(materialOf(d, "rotated", 0), { importState: "IMPORTED" })],
  ["keyMaterials", "imported key material", (d) => set(materialOf(d, "rotated", 0), { description: "x" })],
  [
    "keyMaterials.materialState",
    "waits",
    (d) => set(materialOf(d, "rotated", 1), { materialState: "PENDING_ROTATION" }),
  ],
  ["keyMaterials", "or neither", (d) => delete materialOf(d, "rotated", 1).rotationType],
  ["keyMaterials.keyId", "there is no key", (d) => set(materialOf(d, "rotated", 1), { region: "us-east-1" })],
  ["keyMaterials", "are rotated", (d) => set(key(d, "rotated"), { keySpec: "HMAC_256" })],
  // Imported key material.
  ["keys.materialId", "when it was imported", (d) => set(key(d, "RSA_2048"), { origin: "EXTERNAL" })],
  ["keys.keyState", "PendingImport exactly when", (d) => set(key(d, "imported"), { keyState: "PendingImport" })],
  ["keys.keyState", "PendingImport exactly when", (d) => set(key(d, "emptied"), { keyState: "Enabled" })],
  ["keys.keyState", "never PendingImport", (d) => set(key(d, "rotated"), { keyState: "PendingImport" })],
  ["keys.validTo", "first key material", (d) => set(key(d, "imported"), { validTo: now })],
  ["keys.expirationModel", "of the key material", (d) => delete key(d, "imported").expirationModel],
  ["keys", "imported key material expires", (d) => set(key(d, "rotated"), { validTo: now })],
  ["keyMaterials.validTo", "KEY_MATERIAL_EXPIRES", (d) => set(materialOf(d, "imported", 0), { validTo: now })],
  [
    "keyMaterials.description",
    "KeyMaterialDescriptionType",
    (d) => set(materialOf(d, "imported", 0), { description: "!" }),
  ],
  ["importParameters", "origin EXTERNAL", (d) => set(parametersOf(d), { keyId: keys.rotated })],
  [
    "importParameters.wrappingKeySpec",
    "one of RSA_2048",
    (d) => set(parametersOf(d), { wrappingKeySpec: "ECC_NIST_P256" }),
  ],
  ["importParameters", "not supported", (d) => set(parametersOf(d), { wrappingAlgorithm: "SM2PKE" })],
  ["importParameters.importId", "32 hexadecimal", (d) => set(parametersOf(d), { importId: "1" })],
  // Custom key stores.
  ["keys.customKeyStoreId", "exactly when", (d) => delete key(d, "inHsm").customKeyStoreId],
  [
    "keys.customKeyStoreId",
    "no custom key store",
    (d) => set(key(d, "inHsm"), { customKeyStoreId: `cks-${hex("0", 17)}` }),
  ],
  [
    "keys.origin",
    "of its custom key store",
    (d) => set(key(d, "inHsm"), { origin: "EXTERNAL_KEY_STORE", xksKeyId: "x" }),
  ],
  [
    "keys.keyState",
    "Unavailable exactly when",
    (d) => set(storeOf(d, "Proxy"), { connectionState: "CONNECTED", connectionChangeDate: undefined }),
  ],
  ["keys.keyState", "Unavailable exactly when", (d) => set(storeOf(d, "Cluster"), { connectionState: "DISCONNECTED" })],
  ["keys.stateWhenConnected", "exactly when", (d) => delete key(d, "unavailable").stateWhenConnected],
  ["keys.stateWhenConnected", "one of", (d) => set(key(d, "unavailable"), { stateWhenConnected: "Unavailable" })],
  ["keys.xksKeyId", "is that of", (d) => set(key(d, "unavailable"), { xksKeyId: key(d, "leaving").xksKeyId })],
  ["keys.xksKeyId", "exactly when", (d) => delete key(d, "unavailable").xksKeyId],
  [
    "keys",
    "symmetric and has one Region",
    (d) => set(key(d, "inHsm"), { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
  ],
  ["customKeyStores", "name Proxy is already in use", (d) => set(storeOf(d, "Cluster"), { name: "Proxy" })],
  ["customKeyStores.region", "not enabled", (d) => set(storeOf(d, "Cluster"), { region: "af-south-1" })],
  ["customKeyStores.cloudHsmClusterId", "is missing", (d) => delete storeOf(d, "Cluster").cloudHsmClusterId],
  [
    "customKeyStores.xksProxyUriPath",
    "does not belong",
    (d) => set(storeOf(d, "Cluster"), { xksProxyUriPath: "/kms/xks/v1" }),
  ],
  [
    "customKeyStores.connectionChangeDate",
    "exactly when",
    (d) => set(storeOf(d, "Cluster"), { connectionChangeDate: now }),
  ],
  [
    "customKeyStores.connectionErrorCode",
    "exactly when",
    (d) => set(storeOf(d, "Cluster"), { connectionState: "FAILED" }),
  ],
  [
    "customKeyStores.xksProxyVpcEndpointServiceName",
    "exactly when",
    (d) => set(storeOf(d, "Proxy"), { xksProxyConnectivity: "PUBLIC_ENDPOINT" }),
  ],
  [
    "customKeyStores",
    "more than 10",
    (d) => {
      for (let i = 0; i < 9; i++)
        d.tables.customKeyStores.push({ ...storeOf(d, "Cluster"), customKeyStoreId: `cks-${hex(`${i}`, 17)}` });
    },
  ],
  // Grants.
  ["grants.keyId", "there is no key", (d) => set(grantOf(d), { region: "us-east-1" })],
  ["grants", "Specify either", (d) => delete grantOf(d).granteePrincipal],
  ["grants", "not supported by", (d) => set(grantOf(d), { operations: ["Sign"] })],
  ["grants.operations", "twice", (d) => set(grantOf(d), { operations: ["Decrypt", "Decrypt"] })],
  ["grants.operations[0]", "one of", (d) => set(grantOf(d), { operations: ["DeleteKey"] })],
  ["grants", "InvalidArnException", (d) => set(grantOf(d), { granteePrincipal: "me" })],
  ["grants.issuingAccount", "no account", (d) => set(grantOf(d), { issuingAccount: "999999999999" })],
  ["grants.grantId", "64 hexadecimal", (d) => set(grantOf(d), { grantId: "1" })],
  ["grants.encryptionContextEquals", "must be an object", (d) => set(grantOf(d), { encryptionContextEquals: ["x"] })],
  [
    'grants.encryptionContextEquals["a"]',
    "must be text",
    (d) => set(grantOf(d), { encryptionContextEquals: { a: 1 } }),
  ],
  [
    "grants",
    "at most 8 pairs",
    (d) =>
      set(grantOf(d), { encryptionContextSubset: Object.fromEntries([..."123456789"].map((each) => [each, each])) }),
  ],
  // Artefacts.
  ["artefacts.region", "not enabled", (d) => set(artefactOf(d), { region: "af-south-1" })],
  ["artefacts.account", "no account", (d) => set(artefactOf(d), { account: "999999999999" })],
  ["artefacts.artefactId", "UUID", (d) => set(artefactOf(d), { artefactId: "../x" })],
  ["artefacts.kind", "one of", (d) => set(artefactOf(d), { kind: "secret" })],
  ["artefacts.algorithm", "algorithm of a signature", (d) => set(artefactOf(d), { algorithm: "SYMMETRIC_DEFAULT" })],
  ["artefacts.message", "is missing", (d) => delete artefactOf(d).message],
  [
    "artefacts.message",
    "does not belong",
    (d) => set(artefactOf(d), { kind: "ciphertext", algorithm: "RSAES_OAEP_SHA_1" }),
  ],
  ["artefacts.algorithm", "does not belong", (d) => set(artefactOf(d), { kind: "dataKey" })],
  ["artefacts.label", "1 to 100", (d) => set(artefactOf(d), { label: " " })],
  ["artefacts.plaintext", "not known", (d) => set(artefactOf(d), { plaintext: "x" })],
  [
    "tables.artefacts",
    "at most 200",
    (d) => {
      for (let i = 0; i < 199; i++)
        d.tables.artefacts.push({
          ...artefactOf(d),
          artefactId: `${hex("0", 8)}-0000-4000-8000-${`${i}`.padStart(12, "0")}`,
        });
    },
  ],
  // Key material.
  ["keys.materialId", "is missing", (d) => delete d.material[String(materialOf(d, "rotated", 0).materialId)]],
  ["keys.materialId", "already", (d) => set(key(d, "inHsm"), { materialId: key(d, "related").materialId })],
  [
    "importParameters.wrappingMaterialId",
    "already",
    (d) => set(parametersOf(d), { wrappingMaterialId: key(d, "RSA_2048").materialId }),
  ],
  [
    "importParameters.wrappingMaterialId",
    "is missing",
    (d) => delete d.material[String(parametersOf(d).wrappingMaterialId)],
  ],
  [
    "keys.publicKey",
    "does not belong",
    (d) => {
      const { [`${key(d, "ML_DSA_44").materialId}`]: secret, ...others } = d.material;
      const adrift = others[`${key(d, "ECC_NIST_EDWARDS25519").materialId}`];
      if (!secret || !adrift) throw new Error("the keys have no material");
      set(key(d, "ECC_NIST_EDWARDS25519"), { publicKey: key(d, "ML_DSA_44").publicKey });
    },
  ],
];

function materialOf(document: Document, name: keyof typeof keys, order: number): Loose {
  return record(document, "keyMaterials", { keyId: keys[name], order });
}
const parametersOf = (document: Document) => record(document, "importParameters", {});
const storeOf = (document: Document, name: string) => record(document, "customKeyStores", { name });
const artefactOf = (document: Document) => record(document, "artefacts", { kind: "signature" });
const grantOf = (document: Document) => record(document, "grants", { name: "reader" });

test.each(wrongs.map(([path, problem, change], i) => [i, path, problem, change] as const))(
  "refuses records that no calls could have made (%i): %s %s",
  async (_i, path, problem, change) => {
    const document: Document = JSON.parse(file);
    change(document);
    const error = await parseArchive(JSON.stringify(document)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ArchiveError);
    if (!(error instanceof ArchiveError)) return;
    expect(error.problem).toContain(problem);
    expect(error.path.replace(/^tables\.(\w+)\[\d+\]/, "$1")).toBe(path);
  },
);
