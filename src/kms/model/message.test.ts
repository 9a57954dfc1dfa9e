import { describe, expect, test } from "vitest";
import type { KeySpec, MessageType, SigningAlgorithmSpec } from "#kms/contract/types.gen.ts";
import { requireMessage } from "./message.ts";

type Row = readonly [KeySpec, SigningAlgorithmSpec, MessageType, bytes: number];

const taken: readonly Row[] = [
  ["RSA_2048", "RSASSA_PSS_SHA_384", "RAW", 5],
  ["RSA_2048", "RSASSA_PSS_SHA_384", "DIGEST", 48],
  ["ECC_SECG_P256K1", "ECDSA_SHA_256", "DIGEST", 32],
  ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512", "RAW", 64],
  ["ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", "DIGEST", 64],
  ["ML_DSA_65", "ML_DSA_SHAKE_256", "RAW", 5],
  ["ML_DSA_65", "ML_DSA_SHAKE_256", "EXTERNAL_MU", 64],
];

const refused: readonly (readonly [...Row, message: string])[] = [
  ["RSA_2048", "RSASSA_PSS_SHA_384", "DIGEST", 47, "Digest is invalid length for algorithm RSASSA_PSS_SHA_384."],
  ["ECC_SECG_P256K1", "ECDSA_SHA_256", "DIGEST", 20, "Digest is invalid length for algorithm ECDSA_SHA_256."],
  [
    ...(["ECC_NIST_EDWARDS25519", "ED25519_SHA_512", "DIGEST", 64] as const),
    "Message type DIGEST is incompatible with algorithm ED25519_SHA_512.",
  ],
  [
    ...(["ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", "RAW", 64] as const),
    "Message type RAW is incompatible with algorithm ED25519_PH_SHA_512.",
  ],
  [
    ...(["ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", "DIGEST", 32] as const),
    "Digest is invalid length for algorithm ED25519_PH_SHA_512.",
  ],
  [
    ...(["ML_DSA_44", "ML_DSA_SHAKE_256", "DIGEST", 64] as const),
    "Message type DIGEST is incompatible with key spec ML_DSA_44.",
  ],
  [
    ...(["ML_DSA_44", "ML_DSA_SHAKE_256", "EXTERNAL_MU", 63] as const),
    "External mu is invalid length for algorithm ML_DSA_SHAKE_256.",
  ],
  [
    ...(["RSA_2048", "RSASSA_PSS_SHA_512", "EXTERNAL_MU", 64] as const),
    "Message type EXTERNAL_MU is incompatible with key spec RSA_2048.",
  ],
];

describe("the message of Sign and Verify", () => {
  test.each(taken)("of a %s key is taken by %s as %s of %i bytes", (spec, algorithm, messageType, bytes) => {
    expect(requireMessage(spec, algorithm, messageType, new Uint8Array(bytes))).toBe(messageType);
  });

  test.each(refused)(
    "of a %s key is refused by %s as %s of %i bytes",
    (spec, algorithm, messageType, bytes, message) => {
      const attempt = () => requireMessage(spec, algorithm, messageType, new Uint8Array(bytes));
      expect(attempt).toThrow(expect.objectContaining({ code: "ValidationException", message }));
    },
  );

  test("is raw when nothing else is said", () => {
    expect(requireMessage("RSA_2048", "RSASSA_PSS_SHA_256", undefined, new Uint8Array(32))).toBe("RAW");
  });

  test("of Ed25519ph must be called a digest", () => {
    const attempt = () => requireMessage("ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", undefined, new Uint8Array(64));
    expect(attempt).toThrow("Message type RAW");
  });
});
