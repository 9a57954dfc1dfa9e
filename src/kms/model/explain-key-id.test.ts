import { describe, expect, test } from "vitest";
import type { Inputs, OperationName } from "#kms/contract/types.gen.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";
import { explainKeyId } from "./explain-key-id.ts";

const caller = { account: homeAccount, region: homeRegion, principal: `arn:aws:iam::${homeAccount}:user/Alice` };
const order = ["form", "place", "alias", "key", "access", "state", "usage"];

async function sandboxWithFinance() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call);
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });
  const explain = (operation: OperationName, keyId: string) => explainKeyId(sandbox.world(), caller, operation, keyId);
  return { sandbox, call, key, explain };
}

const statuses = (steps: ReturnType<typeof explainKeyId>) => steps.map(({ status }) => status).join(" ");
const step = (steps: ReturnType<typeof explainKeyId>, name: string) => {
  const found = steps.find((candidate) => candidate.step === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
};

describe("explainKeyId", () => {
  test("leads from an alias name to its key through all seven steps", async () => {
    const { explain, key } = await sandboxWithFinance();
    const steps = explain("Encrypt", "alias/finance");

    expect(steps.map((entry) => entry.step)).toEqual(order);
    expect(statuses(steps)).toBe("ok ok ok ok ok ok ok");
    expect(step(steps, "alias").keyId).toBe(key.keyId);
    expect(step(steps, "alias").text).toContain(`alias/finance points to key ${key.keyId}`);
  });

  test("looks up no alias for a key ARN", async () => {
    const { explain, key } = await sandboxWithFinance();
    expect(statuses(explain("Encrypt", key.arn))).toBe("ok ok skipped ok ok ok ok");
  });

  test("says of a bare finance that the API needs alias/finance, and that this alias exists", async () => {
    const { explain } = await sandboxWithFinance();
    const steps = explain("Encrypt", "finance");

    expect(statuses(steps)).toBe("failed skipped skipped skipped skipped skipped skipped");
    expect(step(steps, "form").text).toContain(
      "alias/finance. That alias exists in account 111122223333, Region us-east-1.",
    );
  });

  test("says of a bare name without an alias that there is none", async () => {
    const { explain } = await sandboxWithFinance();
    expect(step(explain("Encrypt", "budget"), "form").text).toContain("alias/budget. There is no such alias");
  });

  test("warns that an operation takes no alias, however it is written", async () => {
    const { explain } = await sandboxWithFinance();
    expect(step(explain("DisableKey", "finance"), "form").text).toContain("DisableKey takes no alias in any form");
    expect(step(explain("DisableKey", "alias/finance"), "form").error?.code).toBe("InvalidArnException");
  });

  test("suggests no alias for a text that can be none", async () => {
    const { explain } = await sandboxWithFinance();
    expect(step(explain("Encrypt", "my finance!"), "form").text).not.toContain("alias/my");
  });

  test("follows a retargeted alias at once", async () => {
    const { call, explain } = await sandboxWithFinance();
    const next = await createKey(call);
    await call("UpdateAlias", { AliasName: "alias/finance", TargetKeyId: next.keyId });

    expect(step(explain("Encrypt", "alias/finance"), "key").keyId).toBe(next.keyId);
  });

  test("puts the error on the usage, which KMS judges first, when state and usage both refuse", async () => {
    const { sandbox, explain } = await sandboxWithFinance();
    const { keyId } = plantKey(sandbox, { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC", keyState: "Disabled" });
    const steps = explain("Encrypt", keyId);

    expect(statuses(steps)).toBe("ok ok skipped ok ok failed failed");
    expect(step(steps, "state").error).toBeUndefined();
    expect(step(steps, "usage").error?.code).toBe("InvalidKeyUsageException");
  });

  test("counts a predefined alias as resolved for DescribeKey, which makes AWS create its key", async () => {
    const { explain } = await sandboxWithFinance();

    expect(statuses(explain("DescribeKey", "alias/aws/s3"))).toBe("ok ok ok ok skipped skipped skipped");
    expect(statuses(explain("Encrypt", "alias/aws/s3"))).toBe("ok ok ok failed skipped skipped skipped");
  });

  test("gives the very error that the call gives", async () => {
    const { sandbox, call, key, explain } = await sandboxWithFinance();
    const { keyId: hmac } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    const { keyId: disabled } = plantKey(sandbox, { keyState: "Disabled" });
    const { arn: foreign } = plantKey(sandbox, { account: otherAccount });
    await call("DescribeKey", { KeyId: "alias/aws/ebs" });
    const keyIds = [
      ...["finance", "", "schlüssel", "alias/missing", "alias/aws/s3", "alias/aws/ebs", hmac, disabled, foreign],
      ...[
        `arn:aws:kms:eu-west-1:${homeAccount}:alias/finance`,
        `arn:aws:kms:${homeRegion}:${otherAccount}:alias/finance`,
      ],
      ...[
        `arn:aws:kms:${homeRegion}:${homeAccount}:key/nonsense`,
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:s3:::bucket",
      ],
    ];
    const input = { Plaintext: Uint8Array.of(1), Description: "" };

    for (const operation of ["Encrypt", "UpdateKeyDescription", "GetPublicKey"] as const)
      for (const KeyId of keyIds) {
        if (operation === "UpdateKeyDescription" && [hmac, disabled].includes(KeyId)) continue; // it takes both
        const told = explain(operation, KeyId).filter(({ error }) => error);
        const answer = await refusal(call(operation, { KeyId, ...input } as Inputs[typeof operation]));
        expect(told.map(({ error }) => ({ code: error?.code, message: error?.message }))).toEqual([answer]);
      }
    expect(explain("Encrypt", key.keyId).some(({ error }) => error)).toBe(false);
  });
});
