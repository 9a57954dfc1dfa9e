// Exports what each key spec is: its type, the usages it allows and their algorithms in the order AWS returns them.
// Source: AWS KMS developer guide, "Key spec reference", and recorded DescribeKey answers.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";

/** UpdateAlias and the console tell three kinds of key apart; the console calls the first and the last "Symmetric". */
export type KeyType = "symmetric" | "asymmetric" | "HMAC";

export interface KeySpecFacts {
  readonly spec: KeySpec;
  readonly type: KeyType;
  /** The usages that the spec allows, with the algorithms of each. */
  readonly usages: Readonly<Partial<Record<KeyUsageType, readonly string[]>>>;
  /** Why a key of this spec cannot be created here; absent where it can. */
  readonly unavailable?: string;
}

const oaep = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"];
const rsaSigning = [
  ...["RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512"],
  ...["RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512"],
];
const chinaOnly = "Only available in China Regions.";

const rsa = (spec: KeySpec): KeySpecFacts => ({
  spec,
  type: "asymmetric",
  usages: { ENCRYPT_DECRYPT: oaep, SIGN_VERIFY: rsaSigning },
});
const ecc = (spec: KeySpec, algorithm: string): KeySpecFacts => ({
  spec,
  type: "asymmetric",
  usages: { SIGN_VERIFY: [algorithm], KEY_AGREEMENT: ["ECDH"] },
});
const hmac = (bits: 224 | 256 | 384 | 512): KeySpecFacts => ({
  spec: `HMAC_${bits}`,
  type: "HMAC",
  usages: { GENERATE_VERIFY_MAC: [`HMAC_SHA_${bits}`] },
});
const signing = (spec: KeySpec, algorithms: readonly string[]): KeySpecFacts => ({
  spec,
  type: "asymmetric",
  usages: { SIGN_VERIFY: algorithms },
});
const mlKem = (spec: KeySpec): KeySpecFacts => ({
  spec,
  type: "asymmetric",
  usages: { ENCAPSULATE_DECAPSULATE: ["ML_KEM"] },
});

const table = {
  SYMMETRIC_DEFAULT: {
    spec: "SYMMETRIC_DEFAULT",
    type: "symmetric",
    usages: { ENCRYPT_DECRYPT: ["SYMMETRIC_DEFAULT"] },
  },
  RSA_2048: rsa("RSA_2048"),
  RSA_3072: rsa("RSA_3072"),
  RSA_4096: rsa("RSA_4096"),
  ECC_NIST_P256: ecc("ECC_NIST_P256", "ECDSA_SHA_256"),
  ECC_NIST_P384: ecc("ECC_NIST_P384", "ECDSA_SHA_384"),
  ECC_NIST_P521: ecc("ECC_NIST_P521", "ECDSA_SHA_512"),
  ECC_SECG_P256K1: signing("ECC_SECG_P256K1", ["ECDSA_SHA_256"]),
  ECC_NIST_EDWARDS25519: signing("ECC_NIST_EDWARDS25519", ["ED25519_SHA_512", "ED25519_PH_SHA_512"]),
  HMAC_224: hmac(224),
  HMAC_256: hmac(256),
  HMAC_384: hmac(384),
  HMAC_512: hmac(512),
  ML_DSA_44: signing("ML_DSA_44", ["ML_DSA_SHAKE_256"]),
  ML_DSA_65: signing("ML_DSA_65", ["ML_DSA_SHAKE_256"]),
  ML_DSA_87: signing("ML_DSA_87", ["ML_DSA_SHAKE_256"]),
  ML_KEM_512: mlKem("ML_KEM_512"),
  ML_KEM_768: mlKem("ML_KEM_768"),
  ML_KEM_1024: mlKem("ML_KEM_1024"),
  SM2: {
    spec: "SM2",
    type: "asymmetric",
    usages: { ENCRYPT_DECRYPT: ["SM2PKE"], SIGN_VERIFY: ["SM2DSA"], KEY_AGREEMENT: ["ECDH"] },
    unavailable: chinaOnly,
  },
} as const satisfies { readonly [S in KeySpec]: KeySpecFacts };

export function keySpecFacts(spec: KeySpec): KeySpecFacts {
  return table[spec];
}

/** Every key spec of the contract, in the order of the console's lists. */
export const keySpecs: readonly KeySpecFacts[] = Object.values(table);

/** Why a key of this spec cannot be created here, for the console; undefined where it can. */
export function unavailableReason(spec: KeySpec): string | undefined {
  return keySpecFacts(spec).unavailable;
}

/**
 * Holds a spec against what the Regions here offer.
 * @throws KmsError UnsupportedOperationException, as KMS in us-east-1 answers for SM2 (github.com/floci-io/floci/issues/3026).
 */
export function requireOffered(spec: KeySpec): void {
  if (unavailableReason(spec))
    throw new KmsError("UnsupportedOperationException", `KeySpec ${spec} is not supported in this Region`);
}

/** The algorithms of a key, in AWS's order. */
export function algorithmsOf(key: { readonly keySpec: KeySpec; readonly keyUsage: KeyUsageType }): readonly string[] {
  return keySpecFacts(key.keySpec).usages[key.keyUsage] ?? [];
}

/**
 * The usage of a key to be created.
 * @throws KmsError ValidationException when it is missing or the spec does not allow it (both texts recorded).
 */
export function usageFor(spec: KeySpec, usage: KeyUsageType | undefined): KeyUsageType {
  if (usage === undefined) {
    if (spec === "SYMMETRIC_DEFAULT") return "ENCRYPT_DECRYPT";
    throw new KmsError(
      "ValidationException",
      "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
    );
  }
  if (!keySpecFacts(spec).usages[usage])
    throw new KmsError("ValidationException", `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  return usage;
}
