import { expect, test } from "vitest";
import { contract } from "#kms/index.ts";
import { flagName } from "./flag-name.ts";

test.each([
  ["KeyId", "key-id"],
  ["XksKeyId", "xks-key-id"],
  ["XksProxyVpcEndpointServiceOwner", "xks-proxy-vpc-endpoint-service-owner"],
  ["CloudHsmClusterId", "cloud-hsm-cluster-id"],
  ["MacAlgorithm", "mac-algorithm"],
  ["DryRun", "dry-run"],
  ["RotationPeriodInDays", "rotation-period-in-days"],
  ["ReEncrypt", "re-encrypt"],
  ["GenerateDataKeyPairWithoutPlaintext", "generate-data-key-pair-without-plaintext"],
  ["PutKMSPolicy", "put-kms-policy"],
])("%s is %s on the command line", (apiName, flag) => {
  expect(flagName(apiName)).toBe(flag);
});

test("no two members of an operation share a flag", () => {
  for (const { input } of Object.values(contract)) {
    const flags = Object.keys(input).map(flagName);
    expect(new Set(flags).size).toBe(flags.length);
  }
});
