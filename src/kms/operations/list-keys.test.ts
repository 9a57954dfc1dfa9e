import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { createTestEngine } from "#testing/test-engine.ts";

describe("ListKeys", () => {
  test("pages through the keys of this account and Region by key ID, AWS managed keys included", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const keys = [await createKey(call), await createKey(call), await createKey(call)];
    await createKey(sandbox.as("eu-west-1"));
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    const first = await call("ListKeys", { Limit: 3 });
    const second = await call("ListKeys", { Limit: 3, Marker: first.NextMarker ?? "" });

    expect([first.Truncated, second.Truncated]).toEqual([true, false]);
    const ids = [...(first.Keys ?? []), ...(second.Keys ?? [])].map(({ KeyId }) => KeyId);
    expect(ids).toEqual([...keys.map(({ keyId }) => keyId), KeyMetadata?.KeyId].sort());
    expect(first.Keys?.[0]?.KeyArn).toBe(`arn:aws:kms:us-east-1:111122223333:key/${ids[0]}`);
  });

  test("answers an empty list where there is no key", async () => {
    expect(await createTestEngine().as()("ListKeys", {})).toEqual({ Keys: [], Truncated: false });
  });
});
