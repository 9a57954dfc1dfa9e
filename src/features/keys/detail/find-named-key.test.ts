import { describe, expect, it } from "vitest";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, otherAccount } from "#testing/test-engine.ts";
import { findNamedKey } from "./find-named-key.ts";

const page = { account: homeAccount, region: "us-east-1" };

async function worldWithAlias() {
  const engine = createTestEngine();
  const call = engine.as("us-west-2", otherAccount);
  const { keyId, arn } = await createKey(call);
  await call("CreateAlias", { AliasName: "alias/new-app", TargetKeyId: keyId });
  const there = { account: otherAccount, region: "us-west-2" };
  return { world: engine.world(), keyId, arn, there };
}

describe("findNamedKey", () => {
  it("finds the key of an alias, with its prefix and without", async () => {
    const { world, keyId, there } = await worldWithAlias();
    expect(findNamedKey(world, there, "alias/new-app")).toMatchObject({ form: "alias name", key: { keyId } });
    expect(findNamedKey(world, there, "new-app")).toMatchObject({ form: "unknown", key: { keyId } });
    expect(findNamedKey(world, page, "alias/new-app").key).toBeUndefined();
  });

  it("looks for what an ARN names in the account and Region that it names", async () => {
    const { world, keyId, arn, there } = await worldWithAlias();
    const aliasArn = arn.replace(`key/${keyId}`, "alias/new-app");
    expect(findNamedKey(world, page, arn)).toMatchObject({ form: "key ARN", place: there, key: { keyId } });
    expect(findNamedKey(world, page, aliasArn)).toMatchObject({ form: "alias ARN", place: there, key: { keyId } });
  });

  it("finds a key whose ID is written in capital letters", async () => {
    const { world, keyId, there } = await worldWithAlias();
    expect(findNamedKey(world, there, keyId.toUpperCase())).toMatchObject({ form: "key ID", key: { keyId } });
  });

  it("finds nothing for an alias of AWS without a key, nor for any other text", async () => {
    const { world } = await worldWithAlias();
    for (const text of ["alias/aws/s3", "nothing", "", "arn:aws:s3:::bucket", "a/b"])
      expect(findNamedKey(world, page, text).key).toBeUndefined();
  });
});
