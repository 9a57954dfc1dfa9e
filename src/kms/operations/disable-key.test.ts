// DisableKey and EnableKey: each undoes the other, and either may be said twice.
import { describe, expect, test } from "vitest";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

describe("DisableKey and EnableKey", () => {
  test("turn a key off and on, however often they are said", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const state = async () => (await call("DescribeKey", { KeyId: keyId })).KeyMetadata?.KeyState;

    for (const operation of ["DisableKey", "DisableKey"] as const) await call(operation, { KeyId: keyId });
    expect(await state()).toBe("Disabled");
    for (const operation of ["EnableKey", "EnableKey"] as const) await call(operation, { KeyId: keyId });
    expect(await state()).toBe("Enabled");
  });

  test.each(["PendingDeletion", "PendingReplicaDeletion", "PendingImport", "Creating", "Updating"] as const)(
    "refuse a key that is %s",
    async (keyState) => {
      const sandbox = createTestEngine();
      const { keyId } = plantKey(sandbox, { keyState });

      for (const operation of ["DisableKey", "EnableKey"] as const)
        expect((await refusal(sandbox.as()(operation, { KeyId: keyId }))).code).toBe("KMSInvalidStateException");
    },
  );

  test("leave AWS managed keys alone", async () => {
    const call = createTestEngine().as();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    expect((await refusal(call("DisableKey", { KeyId: KeyMetadata?.KeyId ?? "" }))).code).toBe("AccessDeniedException");
  });
});
