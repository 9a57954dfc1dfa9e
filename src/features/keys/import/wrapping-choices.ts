// Exports the choices of how key material is wrapped, and which algorithms have room for the material of a key.
import type { AlgorithmSpec, KeyRecord, WrappingKeySpec } from "#kms/index.ts";

export const wrappingSpecs: readonly { readonly value: WrappingKeySpec; readonly label: string }[] = [
  { value: "RSA_4096", label: "RSA_4096 – recommended" },
  { value: "RSA_3072", label: "RSA_3072" },
  { value: "RSA_2048", label: "RSA_2048" },
];

const direct: readonly AlgorithmSpec[] = ["RSAES_OAEP_SHA_256", "RSAES_OAEP_SHA_1"];
const throughAes: readonly AlgorithmSpec[] = ["RSA_AES_KEY_WRAP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1"];

/** RSA private keys are longer than what RSA can encrypt directly. Source: API reference of GetParametersForImport. */
export function wrappingAlgorithms({ keySpec }: Pick<KeyRecord, "keySpec">): readonly AlgorithmSpec[] {
  return keySpec.startsWith("RSA_") ? throughAes : [...direct, ...throughAes];
}

/** Whether the page can make key material for this key and wrap it: random bytes, encrypted under RSA. */
export function canWrapHere({ keySpec }: Pick<KeyRecord, "keySpec">, algorithm: AlgorithmSpec): boolean {
  return materialBytes(keySpec) !== undefined && direct.includes(algorithm);
}

/** Bytes of the key material of a symmetric or HMAC key; undefined for key pairs. */
export function materialBytes(keySpec: KeyRecord["keySpec"]): number | undefined {
  switch (keySpec) {
    case "SYMMETRIC_DEFAULT":
    case "HMAC_256":
      return 32;
    case "HMAC_224":
      return 28;
    case "HMAC_384":
      return 48;
    case "HMAC_512":
      return 64;
    default:
      return undefined;
  }
}
