import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { createTestEngine } from "#testing/test-engine.ts";

describe("UpdateKeyDescription", () => {
  test("replaces the description and clears it with an empty one", async () => {
    const call = createTestEngine().as();
    const { keyId: KeyId } = await createKey(call);
    const description = async () => (await call("DescribeKey", { KeyId })).KeyMetadata?.Description;

    await call("UpdateKeyDescription", { KeyId, Description: "Payroll" });
    expect(await description()).toBe("Payroll");
    await call("UpdateKeyDescription", { KeyId, Description: "" });
    expect(await description()).toBe("");
  });

  test("works on a disabled key", async () => {
    const call = createTestEngine().as();
    const { keyId: KeyId } = await createKey(call);
    await call("DisableKey", { KeyId });

    expect(await call("UpdateKeyDescription", { KeyId, Description: "off" })).toBeUndefined();
  });
});
