import { expect, it } from "vitest";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { rowsOf } from "./alias-rows.ts";

const place = { account: homeAccount, region: homeRegion };

it("puts one's own aliases before those of AWS, and one name's Regions side by side", async () => {
  const test = createTestEngine();
  const rsa = plantKey(test, { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" }).keyId;
  await test.as()("CreateAlias", { AliasName: "alias/app", TargetKeyId: rsa });
  await test.as()("DescribeKey", { KeyId: "alias/aws/s3" });
  const frankfurt = test.as("eu-central-1");
  const { KeyMetadata } = await frankfurt("CreateKey", {});
  await frankfurt("CreateAlias", { AliasName: "alias/app", TargetKeyId: KeyMetadata?.KeyId ?? "" });
  const { keys, aliases } = test.world().tables;
  const rows = rowsOf(keys, aliases, [place, { ...place, region: "eu-central-1" }]);
  expect(rows.slice(0, 2).map(({ alias }) => `${alias.aliasName} ${alias.region}`)).toEqual([
    "alias/app eu-central-1",
    "alias/app us-east-1",
  ]);
  expect(rows[1]?.key?.keyId).toBe(rsa);
  expect(rows.at(-1)?.alias.aliasName).toBe("alias/aws/xray");
});
