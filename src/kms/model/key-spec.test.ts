import { describe, expect, test } from "vitest";
import { enums } from "#kms/contract/shapes.gen.ts";
import { isKeySpecBuilt } from "#kms/crypto/key-specs.ts";
import { algorithmsOf, keySpecs, requireOffered, unavailableReason } from "./key-spec.ts";

const algorithms: readonly string[] = [
  ...enums.EncryptionAlgorithmSpec,
  ...enums.SigningAlgorithmSpec,
  ...enums.MacAlgorithmSpec,
  ...enums.KeyAgreementAlgorithmSpec,
  ...enums.EncapsulationAlgorithmSpec,
];

describe("the key specs", () => {
  test("are those of the contract, each once", () => {
    expect(keySpecs.map(({ spec }) => spec).sort()).toEqual([...enums.KeySpec].sort());
  });

  test("have usages and algorithms that the contract knows", () => {
    for (const { usages } of keySpecs)
      for (const [usage, list] of Object.entries(usages)) {
        expect(enums.KeyUsageType).toContain(usage);
        for (const algorithm of list) expect(algorithms).toContain(algorithm);
      }
  });

  test("can be created exactly where there is cryptography for them", () => {
    for (const { spec, unavailable } of keySpecs) expect(unavailable === undefined).toBe(isKeySpecBuilt(spec));
  });

  test("are all offered but SM2, which only the China Regions have", () => {
    for (const { spec } of keySpecs.filter((facts) => facts.spec !== "SM2"))
      expect(() => requireOffered(spec)).not.toThrow();
    expect(() => requireOffered("SM2")).toThrow("KeySpec SM2 is not supported in this Region");
    expect(unavailableReason("SM2")).toBe("Only available in China Regions.");
  });

  test("give a key the algorithms of its usage only", () => {
    expect(algorithmsOf({ keySpec: "ECC_NIST_P384", keyUsage: "SIGN_VERIFY" })).toEqual(["ECDSA_SHA_384"]);
    expect(algorithmsOf({ keySpec: "ECC_NIST_P384", keyUsage: "KEY_AGREEMENT" })).toEqual(["ECDH"]);
    expect(algorithmsOf({ keySpec: "HMAC_256", keyUsage: "SIGN_VERIFY" })).toEqual([]);
  });
});
