import { describe, expect, it } from "vitest";
import { findAlias, findKey, type KeySpec, type KeyState, type KeyUsageType, KmsError } from "#kms/index.ts";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { creationCandidates, creationReason, retargetCandidates } from "./key-candidates.ts";

const place = { account: homeAccount, region: homeRegion };

async function sandbox() {
  const test = createTestEngine();
  const call = test.as();
  // Aliases need no key material, and making RSA keys takes seconds.
  const key = (keySpec: KeySpec, keyUsage: KeyUsageType, keyState: KeyState = "Enabled") =>
    plantKey(test, { keySpec, keyUsage, keyState }).keyId;
  const rsa = key("RSA_2048", "SIGN_VERIFY");
  const ecc = key("ECC_NIST_P256", "SIGN_VERIFY");
  const full = key("ECC_NIST_P384", "SIGN_VERIFY");
  const going = key("ECC_NIST_P256", "SIGN_VERIFY", "PendingDeletion");
  const disabled = key("ECC_NIST_P256", "SIGN_VERIFY", "Disabled");
  const encrypting = key("RSA_2048", "ENCRYPT_DECRYPT");
  const symmetric = key("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT");
  const mac = key("HMAC_256", "GENERATE_VERIFY_MAC");
  await call("CreateAlias", { AliasName: "alias/app", TargetKeyId: rsa });
  await call("CreateAlias", { AliasName: "alias/b", TargetKeyId: ecc });
  for (let n = 0; n < 50; n += 1) await call("CreateAlias", { AliasName: `alias/full-${n}`, TargetKeyId: full });
  const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });
  return { test, call, rsa, ecc, full, going, disabled, encrypting, symmetric, mac, aws: KeyMetadata?.KeyId ?? "" };
}

describe("retargetCandidates", () => {
  it("words each reason, with the keys that can be chosen first", async () => {
    const { test, rsa, ecc, full, going, disabled, encrypting, symmetric, mac, aws } = await sandbox();
    const alias = findAlias(test.world(), place, "alias/app");
    if (!alias) throw new Error("alias/app is missing");
    const all = retargetCandidates(test.world(), alias, findKey(test.world(), place, rsa));
    expect(all.slice(0, 2).map(({ key }) => key.keyId)).toEqual([ecc, disabled]);
    expect(all.at(-1)?.key.keyId).toBe(aws);
    expect(Object.fromEntries(all.map(({ key, reason }) => [key.keyId, reason]))).toEqual({
      [ecc]: undefined,
      [disabled]: undefined,
      [rsa]: "Current target",
      [full]: "50 aliases reached",
      [going]: "Pending deletion",
      [encrypting]: "Other key usage: Encrypt and decrypt",
      [symmetric]: "Other key type: symmetric",
      [mac]: "Other key type: HMAC",
      [aws]: "AWS managed key",
    });
  });

  it("tells what is to be minded about a key that can be chosen, and of no other", async () => {
    const { test, rsa, ecc, disabled, full } = await sandbox();
    const alias = findAlias(test.world(), place, "alias/b");
    if (!alias) throw new Error("alias/b is missing");
    const all = retargetCandidates(test.world(), alias, findKey(test.world(), place, ecc));
    const cautions = new Map(all.map(({ key, caution }) => [key.keyId, caution]));
    expect(cautions.get(disabled)).toBe("Allowed, but the key is disabled");
    expect(cautions.get(rsa)).toBe("Allowed, but other algorithms: RSASSA_..., not ECDSA_SHA_256");
    expect(cautions.get(full)).toBeUndefined();
  });

  it("agrees with what UpdateAlias then answers", async () => {
    const { test, call, rsa } = await sandbox();
    const alias = findAlias(test.world(), place, "alias/app");
    if (!alias) throw new Error("alias/app is missing");
    for (const { key, reason } of retargetCandidates(test.world(), alias, findKey(test.world(), place, rsa))) {
      if (key.keyId === rsa) continue; // allowed, but it changes nothing
      const answer = await call("UpdateAlias", { AliasName: "alias/app", TargetKeyId: key.keyId }).catch(
        (error) => error,
      );
      expect(answer instanceof KmsError, key.keySpec).toBe(reason !== undefined);
      if (reason === undefined) await call("UpdateAlias", { AliasName: "alias/app", TargetKeyId: rsa });
    }
  });
});

describe("creationCandidates", () => {
  it("words the state of a key that takes no alias", () => {
    const test = createTestEngine();
    const reasonOf = (keyState: KeyState): string | undefined => {
      const { keyId } = plantKey(test, { keyState });
      const key = findKey(test.world(), place, keyId);
      if (!key) throw new Error("the key is missing");
      return creationReason(test.world(), key);
    };
    expect(reasonOf("PendingReplicaDeletion")).toBe("Pending replica deletion");
    expect(reasonOf("Enabled")).toBeUndefined();
  });

  it("agrees with what CreateAlias then answers", async () => {
    const { test, call } = await sandbox();
    for (const { key, reason } of creationCandidates(test.world(), place)) {
      const AliasName = `alias/for-${key.keyId}`;
      const answer = await call("CreateAlias", { AliasName, TargetKeyId: key.keyId }).catch((error) => error);
      expect(answer instanceof KmsError, key.keySpec).toBe(reason !== undefined);
    }
  });
});
