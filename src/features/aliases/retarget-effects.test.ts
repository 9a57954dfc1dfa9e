import { expect, it } from "vitest";
import { findKey, type KeySpec, type KeyState } from "#kms/index.ts";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { retargetEffects } from "./retarget-effects.ts";

it("names the algorithms that callers lose and what happens to old signatures", () => {
  const test = createTestEngine();
  const key = (keySpec: KeySpec, keyState: KeyState = "Enabled") => {
    const { keyId } = plantKey(test, { keySpec, keyUsage: "SIGN_VERIFY", keyState });
    const found = findKey(test.world(), { account: homeAccount, region: homeRegion }, keyId);
    if (!found) throw new Error(`${keyId} is missing`);
    return found;
  };
  const rsa = key("RSA_2048");
  const text = retargetEffects("alias/app", rsa, key("ECC_NIST_P256")).join("\n");
  expect(text).toContain("fail when they are verified through alias/app (KMSInvalidSignatureException)");
  expect(text).toContain("RSASSA_PSS_SHA_256");
  expect(text).not.toContain("disabled");
  expect(retargetEffects("alias/app", rsa, key("ECC_NIST_P256", "Disabled")).join("\n")).toContain("DisabledException");
});
