// Exports inputs whose members belong together: drawn one by one, they would hardly ever make a key, a grant or a key store.
import type { GrantOperation, KeyMetadata, KeyUsageType, OperationName } from "#kms/index.ts";
import { homeAccount, otherAccount } from "#testing/test-engine.ts";
import type { Dice } from "./dice.ts";
import type { Input, Memory } from "./memory.ts";

interface Recipe {
  /** The keys that it is for; any key if absent. */
  readonly fits?: (key: KeyMetadata) => boolean;
  /** Undefined when the session has nothing yet that it needs. */
  readonly input: (key: KeyMetadata | undefined, dice: Dice, memory: Memory) => Input | undefined;
}

export const aliasNames = Array.from(
  { length: 12 },
  (_, i) => `alias/${["finance", "a/b", "Zeta_", "new-app"][i % 4]}${i}`,
);
export const principals = [`arn:aws:iam::${homeAccount}:user/Bob`, `arn:aws:iam::${otherAccount}:root`];
export const otherRegions = ["eu-west-1", "us-west-2"];

const keys: readonly Input[] = [
  {},
  { Description: "ü €" },
  { Tags: [{ TagKey: "Purpose", TagValue: "Fuzz" }] },
  { MultiRegion: true },
  { MultiRegion: true },
  { Origin: "EXTERNAL" },
  { Origin: "EXTERNAL" },
  { Origin: "EXTERNAL", MultiRegion: true },
  { Origin: "EXTERNAL", KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" },
  { KeySpec: "HMAC_224", KeyUsage: "GENERATE_VERIFY_MAC" },
  { KeySpec: "HMAC_512", KeyUsage: "GENERATE_VERIFY_MAC", MultiRegion: true },
  { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" },
  { KeySpec: "ECC_NIST_P384", KeyUsage: "SIGN_VERIFY", MultiRegion: true },
  { KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" },
  { KeySpec: "ECC_SECG_P256K1", KeyUsage: "SIGN_VERIFY" },
  { KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" },
  { KeySpec: "ML_DSA_44", KeyUsage: "SIGN_VERIFY" },
  { KeySpec: "ML_KEM_512", KeyUsage: "ENCAPSULATE_DECAPSULATE" },
];

const operationsOf: Readonly<Record<KeyUsageType, readonly GrantOperation[]>> = {
  ENCRYPT_DECRYPT: ["Encrypt", "Decrypt", "ReEncryptFrom", "CreateGrant"],
  SIGN_VERIFY: ["Sign", "Verify", "GetPublicKey"],
  GENERATE_VERIFY_MAC: ["GenerateMac", "VerifyMac"],
  KEY_AGREEMENT: ["DeriveSharedSecret"],
  ENCAPSULATE_DECAPSULATE: ["Encapsulate", "Decapsulate"],
};

const isMultiRegion = ({ MultiRegion }: KeyMetadata): boolean => MultiRegion === true;
const keyId = (key: KeyMetadata | undefined): Input | undefined => key && { KeyId: key.KeyId };

export const recipes: Partial<Record<OperationName, Recipe>> = {
  CreateAlias: {
    input: (key, dice) => key && { AliasName: dice.pick(aliasNames), TargetKeyId: key.KeyId },
  },
  CreateCustomKeyStore: { input: (_, dice) => keyStore(dice) },
  CreateGrant: {
    input: (key, dice) =>
      key && {
        KeyId: key.KeyId,
        GranteePrincipal: dice.pick(principals),
        RetiringPrincipal: dice.pick(principals),
        Operations: ["DescribeKey", dice.pick(operationsOf[key.KeyUsage ?? "ENCRYPT_DECRYPT"])],
        ...(dice.oneIn(2) ? { Name: dice.pick(["one", "two"]) } : {}),
      },
  },
  CreateKey: {
    input(_, dice, memory) {
      const CustomKeyStoreId = memory.recall("CustomKeyStoreId", dice);
      if (CustomKeyStoreId === undefined || !dice.oneIn(4)) return dice.pick(keys);
      const external = { Origin: "EXTERNAL_KEY_STORE", XksKeyId: `key-${dice.below(20)}` };
      return { CustomKeyStoreId, ...(dice.oneIn(2) ? external : { Origin: "AWS_CLOUDHSM" }) };
    },
  },
  DeleteAlias: { input: (_, dice) => ({ AliasName: dice.pick(aliasNames) }) },
  GenerateDataKey: { input: (key, dice) => key && { KeyId: key.KeyId, NumberOfBytes: 1 + dice.below(64) } },
  GenerateRandom: { input: (_, dice) => ({ NumberOfBytes: 1 + dice.below(1024) }) },
  // With the one wrapping that a follow-up knows.
  GetParametersForImport: {
    fits: ({ Origin, KeySpec }) => Origin === "EXTERNAL" && KeySpec === "SYMMETRIC_DEFAULT",
    input: (key) => key && { KeyId: key.KeyId, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" },
  },
  ListRetirableGrants: { input: (_, dice) => ({ RetiringPrincipal: dice.pick(principals) }) },
  ReplicateKey: {
    fits: isMultiRegion,
    input: (key, dice) => key && { KeyId: key.KeyId, ReplicaRegion: dice.pick(otherRegions) },
  },
  RotateKeyOnDemand: { fits: ({ KeySpec }) => KeySpec === "SYMMETRIC_DEFAULT", input: keyId },
  UpdateAlias: {
    input: (key, dice) => key && { AliasName: dice.pick(aliasNames), TargetKeyId: key.KeyId },
  },
  UpdatePrimaryRegion: {
    fits: isMultiRegion,
    input: (key, dice) => key && { KeyId: key.KeyId, PrimaryRegion: dice.pick([...otherRegions, "us-east-1"]) },
  },
};

function keyStore(dice: Dice): Input {
  const CustomKeyStoreName = `store-${dice.below(20)}`;
  if (dice.oneIn(2))
    return {
      CustomKeyStoreName,
      CloudHsmClusterId: `cluster-${dice.pick(["abcdefghijk", "bcdefghijkl", "cdefghijklm", "defghijklmn"])}`,
      TrustAnchorCertificate: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
      KeyStorePassword: "a-password",
    };
  return {
    CustomKeyStoreName,
    CustomKeyStoreType: "EXTERNAL_KEY_STORE",
    XksProxyConnectivity: "PUBLIC_ENDPOINT",
    XksProxyUriEndpoint: "https://xks.example.com",
    XksProxyUriPath: `/p${dice.below(20)}/kms/xks/v1`,
    XksProxyAuthenticationCredential: { AccessKeyId: "A".repeat(20), RawSecretAccessKey: "A".repeat(43) },
  };
}
