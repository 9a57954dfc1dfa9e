import { describe, expect, it } from "vitest";
import { defaultKeyPolicy } from "#kms/index.ts";
import { consolePolicy, noChoices, type PolicyChoices, type PolicyKey, readConsolePolicy } from "./console-policy.ts";
import { policyText } from "./policy-document.ts";

const account = "111122223333";
const made = { account, origin: "AWS_KMS", multiRegion: false } as const;
const symmetric: PolicyKey = { ...made, keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" };
const signing: PolicyKey = { ...made, keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" };
const chosen: PolicyChoices = {
  administrators: [`arn:aws:iam::${account}:role/ExampleAdminRole`],
  canAdministratorsDelete: false,
  users: [`arn:aws:iam::${account}:role/ExampleRole`, `arn:aws:iam::${account}:user/ExampleUser`],
  otherAccounts: ["444455556666"],
};

describe("consolePolicy", () => {
  it("leaves nothing but the account's own statement when nobody is chosen", () => {
    const { Id, Statement } = consolePolicy(symmetric, noChoices);
    expect(Id).toBe("key-consolepolicy-3");
    expect(Statement.map(({ Sid }) => Sid)).toEqual(["Enable IAM User Permissions"]);
  });

  it("lets administrators delete the key only where that is chosen", () => {
    const actions = (canAdministratorsDelete: boolean) =>
      consolePolicy(symmetric, { ...chosen, canAdministratorsDelete }).Statement[1]?.Action;
    expect(actions(true)).toContain("kms:ScheduleKeyDeletion");
    expect(actions(false)).not.toContain("kms:ScheduleKeyDeletion");
  });

  it("lets administrators import, replicate and move only what can be", () => {
    const actions = (key: PolicyKey) => consolePolicy(key, chosen).Statement[1]?.Action;
    const special = ["kms:ImportKeyMaterial", "kms:ReplicateKey", "kms:UpdatePrimaryRegion"];
    for (const action of special) expect(actions(symmetric)).not.toContain(action);
    expect(actions({ ...symmetric, origin: "EXTERNAL", multiRegion: true })).toEqual(expect.arrayContaining(special));
  });

  it("gives users the actions of the key's usage", () => {
    expect(consolePolicy(signing, chosen).Statement[2]?.Action).toEqual([
      ...["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify"],
    ]);
    const mac: PolicyKey = { ...made, keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" };
    expect(consolePolicy(mac, chosen).Statement[2]?.Action).toEqual([
      "kms:DescribeKey",
      "kms:GenerateMac",
      "kms:VerifyMac",
    ]);
  });
});

describe("readConsolePolicy", () => {
  it("reads back every choice", () => {
    expect(readConsolePolicy(signing, policyText(consolePolicy(signing, chosen)))?.choices).toEqual(chosen);
    expect(readConsolePolicy(symmetric, policyText(consolePolicy(symmetric, noChoices)))?.choices).toEqual(noChoices);
  });

  it("recognises the policy of a key that was created without one", () => {
    expect(readConsolePolicy(symmetric, defaultKeyPolicy(account))?.choices).toEqual(noChoices);
  });

  it("recognises lists of one and other orders as the same policy", () => {
    const text = policyText(consolePolicy(symmetric, { ...chosen, users: [], otherAccounts: [] }))
      .replace(/\[\s*("arn[^\]]*?")\s*\]/, "$1")
      .replace("Allow administration of the key", "Allow access for Key Administrators");
    const shape = readConsolePolicy(symmetric, text);
    expect(shape?.choices.administrators).toEqual(chosen.administrators);
    expect(shape?.sid).toBe("Allow access for Key Administrators");
  });

  it.each([
    ["an action more", (text: string) => text.replace('"kms:Sign"', '"kms:Sign", "kms:CreateGrant"')],
    ["another effect", (text: string) => text.replace('"Effect": "Allow"', '"Effect": "Deny"')],
    ["a statement of its own", (text: string) => text.replace('"Statement": [', '"Statement": [{"Sid": "Mine"},')],
    ["broken JSON", (text: string) => text.slice(0, -1)],
  ])("does not take a policy with %s for the console's", (_what, change) => {
    const text = policyText(consolePolicy(signing, chosen));
    expect(change(text)).not.toBe(text);
    expect(readConsolePolicy(signing, change(text))).toBeUndefined();
  });
});
