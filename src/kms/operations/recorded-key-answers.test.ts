// Recorded answers of the key operations, and of calls in general.
import type { OperationName } from "#kms/contract/types.gen.ts";
import { createKey } from "#testing/builders.ts";
import { type Attempts, type Replay, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import { homeAccount, homeRegion } from "#testing/test-engine.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const unknownId = "1234abcd-12ab-34cd-56ef-1234567890ab";
const unknownMrk = "mrk-1234abcd12ab34cd56ef1234567890ab";
const arnOf = (keyId: string, region = homeRegion) => `arn:aws:kms:${region}:${homeAccount}:key/${keyId}`;

/** The call on a key that is pending deletion. */
async function onPendingDeletion(
  { call, send }: Replay,
  operation: OperationName,
  members: Record<string, unknown> = {},
) {
  const { keyId, arn } = await createKey(call);
  await call("ScheduleKeyDeletion", { KeyId: keyId });
  return { attempt: send(operation, { KeyId: keyId, ...members }), blanks: { "key-arn": arn } };
}

const onAlias =
  (operation: OperationName, members: Record<string, unknown> = {}) =>
  ({ send }: Replay) => ({ attempt: send(operation, { KeyId: "alias/name", ...members }) });

const describeKey =
  (KeyId: string, blanks: Record<string, string> = {}) =>
  ({ call }: Replay) => ({ attempt: call("DescribeKey", { KeyId }), blanks });

async function onKey({ call, send }: Replay, operation: OperationName, members: Record<string, unknown>) {
  const { keyId, arn } = await createKey(call);
  return { attempt: send(operation, { KeyId: keyId, ...members }), blanks: { "key-arn": arn } };
}

const tag = { TagKey: "Project", TagValue: "x" };
const withAws = [{ TagKey: "aws:x", TagValue: "" }];
const tooMany = Array.from({ length: 51 }, (_, i) => ({ TagKey: `key-${i}`, TagValue: "" }));
const lockOut = JSON.stringify({ Version: "2012-10-17", Statement: [] });

const attempts: Attempts = {
  // How a KeyId is read
  c136cbb83bce: describeKey("alias/missing", { name: "missing" }),
  "3460bf5dddf8": describeKey(`arn:aws:kms:${homeRegion}:${homeAccount}:alias/missing`, { name: "missing" }),
  ef798b90c5b2: describeKey(`arn:aws:kms:eu-west-1:${homeAccount}:alias/x`, { "region-in-arn": "eu-west-1" }),
  "1d22baf08117": describeKey("fake-key-id"),
  "99a7c5c285d5": describeKey("134f2428cec14b25a1ae9048164dba47"),
  "04a0a4b57a6f": describeKey("mrk-fake-key-id"),
  "0f323423506b": describeKey(unknownId, { "key-arn": arnOf(unknownId) }),
  async "252df31b41c1"({ call, engine }) {
    const { keyId } = await createKey(engine.as("eu-west-1"));
    const blanks = { "this-region": homeRegion, "key-id": keyId };
    return { attempt: call("DescribeKey", { KeyId: keyId }), blanks };
  },
  "08fa9996f671": describeKey(arnOf(unknownId, "eu-west-1"), { "region-in-arn": "eu-west-1" }),
  e9bfcee1a19b: describeKey(unknownMrk, { "this-region": homeRegion, "mrk-id": unknownMrk }),
  "2dbe0d9c6bd6": ({ send }) => ({ attempt: send("DescribeKey", {}) }),
  "310b4392e5b1": describeKey(""),

  // Operations that take no alias
  b604f0de7a8b: onAlias("ScheduleKeyDeletion"),
  "3b688044b6e4": onAlias("DisableKey"),
  d623cfbe7997: onAlias("TagResource", { Tags: [tag] }),
  "09d32ce5e2c5": onAlias("UntagResource", { TagKeys: ["Project"] }),
  c524c84e0cef: onAlias("UpdateKeyDescription", { Description: "" }),
  "9b4a6efd2545": onAlias("ListKeyPolicies"),
  "99111a0a8f87": onAlias("GetKeyPolicy", { PolicyName: "default" }),

  // Key states
  "2ead1837ae1f": (replay) => onPendingDeletion(replay, "EnableKey"),
  "3423377d4332": (replay) => onPendingDeletion(replay, "DisableKey"),
  "4748e411476c": (replay) => onPendingDeletion(replay, "UpdateKeyDescription", { Description: "new" }),
  a7005ab85612: (replay) => onPendingDeletion(replay, "TagResource", { Tags: [tag] }),
  ace5cb0e7f61: (replay) => onPendingDeletion(replay, "UntagResource", { TagKeys: ["Project"] }),
  f968de9ff283: (replay) => onPendingDeletion(replay, "ScheduleKeyDeletion"),
  f1866af3b8ee: (replay) => onKey(replay, "CancelKeyDeletion", {}),

  // CreateKey, tags and policies
  "6819cc95f7b2": ({ call }) => ({ attempt: call("CreateKey", { KeySpec: "HMAC_256" }) }),
  "90e3c24e619c": ({ call }) => ({ attempt: call("CreateKey", { Tags: tooMany }) }),
  "172c6c0fe679": ({ call }) => ({ attempt: call("CreateKey", { Tags: [{ TagKey: "AWS:x", TagValue: "" }] }) }),
  dd43e93c2f1f: (replay) => onKey(replay, "TagResource", { Tags: [tag, tag] }),
  f281fa116490: (replay) => onKey(replay, "TagResource", { Tags: withAws }),
  async "378f902b6300"(replay) {
    const value = "v".repeat(257);
    const { attempt } = await onKey(replay, "TagResource", { Tags: [{ TagKey: "Project", TagValue: value }] });
    return { attempt, blanks: { value } };
  },
  "292870d0a9f0": (replay) => onKey(replay, "PutKeyPolicy", { PolicyName: "default", Policy: lockOut }),
  "6ae70a49eb64": (replay) => onKey(replay, "PutKeyPolicy", { PolicyName: "default", Policy: "no JSON" }),

  cd7636eceff3: ({ engine }) => ({ attempt: engine.as(homeRegion, "999999999999")("ListKeys", {}) }),
};

replayRecorded(recordedPart(answers, "key"), attempts, {
  "82cc729fae85":
    "a key of the caller's own account is not held against its key policy: the caller is its administrator",
  "819ae1a859c8": "request rates are not simulated",
});
