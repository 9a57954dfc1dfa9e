// For tests of this folder and for freezing archives: a workspace with some of everything that calls can make.
import type { Inputs, OperationName, Outputs } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import type { TestTab } from "#storage/test-tab.ts";

const account = "111122223333";
const region = "us-west-2";
const hour = 60 * 60 * 1000;

/** Calls in a Region of the tab's own account. */
export function callIn<N extends OperationName>(
  { engine }: TestTab,
  region: string,
  operation: N,
  input: Inputs[N],
): Promise<Outputs[N]> {
  return engine.call({ account, region, principal: `arn:aws:iam::${account}:user/Alice`, operation, input });
}

export async function moveClock(tab: TestTab, ms: number): Promise<void> {
  const offset = tab.world().tables.settings.get("settings")?.clockOffsetMs ?? 0;
  await tab.engine.changeSandbox({ type: "MoveClock", offsetMs: offset + ms });
}

async function keyIdOf(created: Promise<Outputs["CreateKey"]>): Promise<string> {
  return (await created).KeyMetadata?.KeyId ?? "";
}

/**
 * Makes it in an empty workspace whose account is 111122223333. Takes part of a second: there are RSA keys in it. Answers the key
 * IDs by what is special about the key, and a ciphertext that was made before its key was rotated.
 */
export async function makeEverything(tab: TestTab) {
  const { call } = tab;
  const create = (input: Inputs["CreateKey"]) => keyIdOf(call("CreateKey", input));
  const keys = {
    ...(await makeSpecs(create)),
    ...(await makeRelated(tab, create)),
    ...(await makeImported(tab, create)),
    ...(await makeInStores(tab, create)),
    rotated: await create({ Description: "Rotated", Tags: [{ TagKey: "Project", TagValue: "frozen" }] }),
  };
  const { CiphertextBlob: oldCiphertext } = await call("Encrypt", {
    KeyId: keys.rotated,
    Plaintext: encodeUtf8("old"),
  });
  await call("EnableKeyRotation", { KeyId: keys.rotated, RotationPeriodInDays: 90 });
  await call("RotateKeyOnDemand", { KeyId: keys.rotated });
  await call("CreateAlias", { AliasName: "alias/frozen", TargetKeyId: keys.rotated });
  await call("DescribeKey", { KeyId: "alias/aws/s3" });
  await keepArtefacts(tab, keys, oldCiphertext ?? new Uint8Array());
  await makeGrants(tab, keys);
  await call("DisableKey", { KeyId: keys.HMAC_224 });
  await call("ScheduleKeyDeletion", { KeyId: keys.ML_KEM_512 });
  return { keys, oldCiphertext: oldCiphertext ?? new Uint8Array() };
}

type Create = (input: Inputs["CreateKey"]) => Promise<string>;

async function makeSpecs(create: Create) {
  const spec = (KeySpec: NonNullable<Inputs["CreateKey"]["KeySpec"]>, KeyUsage: Inputs["CreateKey"]["KeyUsage"]) =>
    create({ KeySpec, ...(KeyUsage && { KeyUsage }) });
  return {
    RSA_2048: await spec("RSA_2048", "ENCRYPT_DECRYPT"),
    ECC_SECG_P256K1: await spec("ECC_SECG_P256K1", "SIGN_VERIFY"),
    ECC_NIST_EDWARDS25519: await spec("ECC_NIST_EDWARDS25519", "SIGN_VERIFY"),
    ECDH: await spec("ECC_NIST_P384", "KEY_AGREEMENT"),
    HMAC_224: await spec("HMAC_224", "GENERATE_VERIFY_MAC"),
    ML_DSA_44: await spec("ML_DSA_44", "SIGN_VERIFY"),
    ML_KEM_512: await spec("ML_KEM_512", "ENCAPSULATE_DECAPSULATE"),
  };
}

/** A primary key with a replica, and one that waits for its replica to be deleted. */
async function makeRelated(tab: TestTab, create: Create) {
  const related = await create({ MultiRegion: true });
  const waiting = await create({ MultiRegion: true, KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" });
  for (const KeyId of [related, waiting]) await tab.call("ReplicateKey", { KeyId, ReplicaRegion: "eu-central-1" });
  await tab.call("EnableKeyRotation", { KeyId: related });
  await tab.call("RotateKeyOnDemand", { KeyId: related });
  await tab.call("ScheduleKeyDeletion", { KeyId: waiting });
  await callIn(tab, "eu-central-1", "ScheduleKeyDeletion", { KeyId: waiting, PendingWindowInDays: 7 });
  return { related, waiting };
}

/** A key with two imported materials, of which one expires, a key whose material is gone, and one that awaits its first. */
async function makeImported(tab: TestTab, create: Create) {
  const imported = await create({ Origin: "EXTERNAL" });
  await importMaterial(tab, { keyId: imported, region }, 1, { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });
  const ValidTo = (tab.engine.now() + 300 * 24 * hour) / 1000;
  await importMaterial(tab, { keyId: imported, region }, 2, {
    ImportType: "NEW_KEY_MATERIAL",
    ValidTo,
    KeyMaterialDescription: "second",
  });
  await tab.call("RotateKeyOnDemand", { KeyId: imported });
  const emptied = await create({ Origin: "EXTERNAL" });
  await importMaterial(tab, { keyId: emptied, region }, 3, { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });
  await tab.call("DeleteImportedKeyMaterial", { KeyId: emptied });
  const awaiting = await create({ Origin: "EXTERNAL", KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
  return { imported, emptied, awaiting };
}

/** Imports 32 bytes that are all `byte`. */
export async function importMaterial(
  tab: TestTab,
  { keyId: KeyId, region }: { readonly keyId: string; readonly region: string },
  byte: number,
  input: Omit<Inputs["ImportKeyMaterial"], "KeyId" | "ImportToken" | "EncryptedKeyMaterial">,
): Promise<void> {
  const WrappingAlgorithm = "RSAES_OAEP_SHA_256";
  const wrapping = { KeyId, WrappingAlgorithm, WrappingKeySpec: "RSA_2048" } as const;
  const parameters = await callIn(tab, region, "GetParametersForImport", wrapping);
  const { PublicKey = new Uint8Array(), ImportToken = new Uint8Array() } = parameters;
  const algorithm = { name: "RSA-OAEP", hash: "SHA-256" };
  const wrappingKey = await crypto.subtle.importKey("spki", new Uint8Array(PublicKey), algorithm, false, ["encrypt"]);
  const wrapped = await crypto.subtle.encrypt(algorithm, wrappingKey, new Uint8Array(32).fill(byte));
  const EncryptedKeyMaterial = new Uint8Array(wrapped);
  await callIn(tab, region, "ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial, ...input });
}

/** Makes a CloudHSM key store and begins to connect it. */
export async function connectStore(tab: TestTab, region: string, CustomKeyStoreName: string): Promise<string> {
  const { CustomKeyStoreId = "" } = await callIn(tab, region, "CreateCustomKeyStore", {
    CustomKeyStoreName,
    CloudHsmClusterId: `cluster-2a23b4cdefg${CustomKeyStoreName.charAt(0)}`,
    TrustAnchorCertificate: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    KeyStorePassword: "kmsPswd1",
  });
  await callIn(tab, region, "ConnectCustomKeyStore", { CustomKeyStoreId });
  return CustomKeyStoreId;
}

/** A connected CloudHSM key store with a key, and a disconnected external one with two. */
async function makeInStores(tab: TestTab, create: Create) {
  const { call } = tab;
  const hsm = await connectStore(tab, region, "Cluster");
  const { CustomKeyStoreId: external = "" } = await call("CreateCustomKeyStore", {
    CustomKeyStoreName: "Proxy",
    CustomKeyStoreType: "EXTERNAL_KEY_STORE",
    XksProxyConnectivity: "VPC_ENDPOINT_SERVICE",
    XksProxyUriEndpoint: "https://myproxy-private.xks.example.com",
    XksProxyUriPath: "/kms/xks/v1",
    XksProxyVpcEndpointServiceName: "com.amazonaws.vpce.us-west-2.vpce-svc-0example1",
    XksProxyAuthenticationCredential: {
      AccessKeyId: "ABCDE234567EXAMPLEKEY",
      RawSecretAccessKey: "DXjSUawnel2fr6SKC7G25CNxTyWKE5PF9XX6H/u9pSo=",
    },
  });
  await call("ConnectCustomKeyStore", { CustomKeyStoreId: external });
  await moveClock(tab, hour);
  const inHsm = await create({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: hsm });
  const inProxy = { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: external } as const;
  const unavailable = await create({ ...inProxy, XksKeyId: "bb8562717f809024" });
  const leaving = await create({ ...inProxy, XksKeyId: "bb8562717f809025" });
  await call("ScheduleKeyDeletion", { KeyId: leaving });
  await call("DisconnectCustomKeyStore", { CustomKeyStoreId: external });
  return { inHsm, unavailable, leaving };
}

/** One that its alias still leads to, and one whose alias and key never belonged together here. */
async function keepArtefacts(
  { call, engine }: TestTab,
  keys: { readonly rotated: string; readonly ML_DSA_44: string },
  ciphertext: Uint8Array,
): Promise<void> {
  const place = { account, region, aliasName: "alias/frozen" };
  const ofKey = { ...place, keyId: keys.rotated, blob: ciphertext };
  await engine.changeSandbox({
    type: "KeepArtefact",
    artefact: { ...ofKey, kind: "ciphertext", algorithm: "SYMMETRIC_DEFAULT", label: "Old" },
  });
  const algorithm = "ML_DSA_SHAKE_256";
  const message = encodeUtf8("signed");
  const { Signature: blob = new Uint8Array() } = await call("Sign", {
    KeyId: keys.ML_DSA_44,
    Message: message,
    SigningAlgorithm: algorithm,
  });
  const signature = { ...place, keyId: keys.ML_DSA_44, kind: "signature", algorithm, message, blob } as const;
  await engine.changeSandbox({ type: "KeepArtefact", artefact: { ...signature, label: "Signature" } });
}

async function makeGrants({ call }: TestTab, keys: { readonly rotated: string; readonly ML_DSA_44: string }) {
  const GranteePrincipal = `arn:aws:iam::${account}:role/Reader`;
  await call("CreateGrant", {
    KeyId: keys.rotated,
    GranteePrincipal,
    RetiringPrincipal: `arn:aws:iam::${account}:user/Bob`,
    Operations: ["Decrypt", "GenerateDataKey", "RetireGrant"],
    Name: "reader",
    Constraints: { EncryptionContextSubset: JSON.parse('{"Department":"IT","__proto__":"odd"}') },
  });
  await call("CreateGrant", {
    KeyId: keys.rotated,
    GranteeServicePrincipal: "dynamodb.us-west-2.amazonaws.com",
    RetiringServicePrincipal: "dynamodb.us-west-2.amazonaws.com",
    Operations: ["Encrypt", "Decrypt"],
    Constraints: { SourceArn: `arn:aws:dynamodb:us-west-2:${account}:table/Frozen` },
  });
  await call("CreateGrant", { KeyId: keys.ML_DSA_44, GranteePrincipal, Operations: ["Sign", "DescribeKey"] });
}
