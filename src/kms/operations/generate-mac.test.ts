import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findKey } from "#kms/model/key.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";

const message = encodeUtf8("I owe you one");

describe("GenerateMac", () => {
  test.each([256, 384, 512] as const)("gives for HMAC_%i what OpenSSL gives", async (bits) => {
    const sandbox = createTestEngine();
    const { keyId, arn } = await createKey(sandbox.as(), `HMAC_${bits}`, "GENERATE_VERIFY_MAC");
    const key = findKey(sandbox.world(), { account: homeAccount, region: homeRegion }, keyId);
    const secret = sandbox.secrets.get(key?.materialId ?? "") ?? "";
    const MacAlgorithm = `HMAC_SHA_${bits}` as const;

    const { Mac, ...answer } = await sandbox.as()("GenerateMac", { KeyId: keyId, MacAlgorithm, Message: message });

    expect(answer).toEqual({ KeyId: arn, MacAlgorithm });
    expect(Mac).toEqual(new Uint8Array(createHmac(`sha${bits}`, secret).update(message).digest()));
  });
});

describe("VerifyMac", () => {
  test("answers for the MAC and refuses every other, shortened ones too", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    const request = { KeyId: keyId, MacAlgorithm: "HMAC_SHA_256", Message: message } as const;
    const { Mac = new Uint8Array() } = await call("GenerateMac", request);

    expect(await call("VerifyMac", { ...request, Mac })).toEqual({
      KeyId: arn,
      MacValid: true,
      MacAlgorithm: "HMAC_SHA_256",
    });
    for (const wrong of [Mac.slice(0, 31), Mac.map((byte, i) => (i === 0 ? byte ^ 1 : byte))])
      expect(await refusal(call("VerifyMac", { ...request, Mac: wrong }))).toEqual({
        code: "KMSInvalidMacException",
        message: "",
      });
  });

  test("names itself when the key is of another usage", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    const request = { KeyId: keyId, MacAlgorithm: "HMAC_SHA_256", Message: message, Mac: new Uint8Array(32) } as const;

    expect((await refusal(call("VerifyMac", request))).message).toBe(
      `${arn} key usage is ENCRYPT_DECRYPT which is not valid for VerifyMac.`,
    );
  });
});
