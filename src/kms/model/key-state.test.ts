// The table of the developer guide, "Key states of AWS KMS keys", with its recorded corrections, written out once more.
import { describe, expect, test } from "vitest";
import type { KeyState, OperationName } from "#kms/contract/types.gen.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { newKey } from "./key.ts";
import { stateRefusal } from "./key-state.ts";

const states = [
  "Enabled",
  "Disabled",
  "PendingDeletion",
  "PendingImport",
  "Unavailable",
  "Creating",
  "Updating",
] as const;

/** One letter a state, in the order above: `.` works, `d` DisabledException, `s` KMSInvalidStateException. */
const table: Readonly<Partial<Record<OperationName, string>>> = {
  CancelKeyDeletion: "ss.ssss",
  CreateAlias: "..s....",
  CreateKey: ".......",
  Decrypt: ".dssss.",
  DeleteAlias: ".......",
  DescribeKey: ".......",
  DisableKey: "..ss.ss",
  EnableKey: "..ss.ss",
  Encrypt: ".dssss.",
  GenerateDataKey: ".dssss.",
  GenerateDataKeyWithoutPlaintext: ".dssss.",
  GenerateMac: ".dssss.",
  GetKeyPolicy: ".......",
  GetPublicKey: "..ssss.",
  ListAliases: ".......",
  ListKeyPolicies: ".......",
  ListResourceTags: ".......",
  PutKeyPolicy: ".......",
  ReEncrypt: ".dssss.",
  ScheduleKeyDeletion: "..s...s",
  Sign: ".dssss.",
  TagResource: "..s....",
  UntagResource: "..s....",
  UpdateAlias: "..s....",
  UpdateKeyDescription: "..s....",
  Verify: ".dssss.",
  VerifyMac: ".dssss.",
};
const codes: Readonly<Record<string, string | undefined>> = { d: "DisabledException", s: "KMSInvalidStateException" };

const keyIn = (keyState: KeyState): KeyRecord => ({
  ...newKey(
    { account: "111122223333", region: "us-east-1" },
    { keyId: "k", creationDate: 0, keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" },
  ),
  keyState,
});

describe("stateRefusal", () => {
  test.each(Object.entries(table) as [OperationName, string][])(
    "holds %s against every key state",
    (operation, row) => {
      const answers = states.map((state) => stateRefusal(operation, keyIn(state))?.code);

      expect(answers).toEqual([...row].map((letter) => codes[letter]));
    },
  );

  test("names the key and its state", () => {
    expect(stateRefusal("Encrypt", keyIn("Disabled"))?.message).toBe(
      "arn:aws:kms:us-east-1:111122223333:key/k is disabled.",
    );
  });
});
