// Recorded answers of the alias operations.
import { recordId } from "#kms/state/id.ts";
import { WorldDraft } from "#kms/state/world.ts";
import { createKey } from "#testing/builders.ts";
import { type Attempts, type Replay, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import { homeAccount, homeRegion } from "#testing/test-engine.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const place = { account: homeAccount, region: homeRegion };

async function pendingDeletion({ call }: Replay) {
  const key = await createKey(call);
  await call("ScheduleKeyDeletion", { KeyId: key.keyId });
  return key;
}

/** More aliases than the quota lets a key have, as keys from before the quota had. */
function plantAliases({ engine }: Replay, targetKeyId: string, count: number): void {
  const world = engine.world();
  const draft = new WorldDraft(world, world.seq + 1);
  for (let i = 0; i < count; i++)
    draft.put("aliases", recordId(place, `alias/old-${i}`), { ...place, aliasName: `alias/old-${i}`, targetKeyId });
  const event = { eventSource: "sandbox", eventTime: "", change: { type: "OpenWorkspace", source: "test" } } as const;
  engine.ports.state.apply({ seq: draft.seq, at: 0, event, diff: draft.diff() });
}

const attempts: Attempts = {
  async e60c2d6ff700(replay) {
    const [key, other] = [await createKey(replay.call), await createKey(replay.call)];
    await replay.call("CreateAlias", { AliasName: "alias/taken", TargetKeyId: key.keyId });
    await replay.call("ScheduleKeyDeletion", { KeyId: key.keyId });
    const attempt = replay.call("CreateAlias", { AliasName: "alias/taken", TargetKeyId: other.keyId });
    return { attempt, blanks: { name: "taken" } };
  },
  async "3a489f1564ba"({ call }) {
    const { keyId } = await createKey(call);
    return { attempt: call("CreateAlias", { AliasName: "alias/my:alias", TargetKeyId: keyId }) };
  },
  async dda2046fcbfa({ call }) {
    const { keyId } = await createKey(call);
    return { attempt: call("CreateAlias", { AliasName: "alias/aws/ebs", TargetKeyId: keyId }) };
  },
  async "690b5cce47ac"({ call }) {
    const { keyId } = await createKey(call);
    await call("CreateAlias", { AliasName: "alias/a", TargetKeyId: keyId });
    return { attempt: call("CreateAlias", { AliasName: "alias/b", TargetKeyId: "alias/a" }) };
  },
  async e27e24dc2253(replay) {
    const { keyId, arn } = await pendingDeletion(replay);
    const attempt = replay.call("CreateAlias", { AliasName: "alias/late", TargetKeyId: keyId });
    return { attempt, blanks: { "key-arn": arn } };
  },
  async cc21c1b29e2c(replay) {
    const { keyId } = await createKey(replay.call);
    plantAliases(replay, keyId, 60);
    return { attempt: replay.call("CreateAlias", { AliasName: "alias/one-more", TargetKeyId: keyId }) };
  },
  "4881f5786fbc": ({ call }) => ({
    attempt: call("DeleteAlias", { AliasName: "alias/missing" }),
    blanks: { name: "missing" },
  }),
  async "0f649834913d"({ call }) {
    const { keyId } = await createKey(call);
    const attempt = call("UpdateAlias", { AliasName: "alias/missing", TargetKeyId: keyId });
    return { attempt, blanks: { name: "missing" } };
  },
  async c9a66c542fe4(replay) {
    const current = await createKey(replay.call);
    await replay.call("CreateAlias", { AliasName: "alias/moving", TargetKeyId: current.keyId });
    const { keyId, arn } = await pendingDeletion(replay);
    const attempt = replay.call("UpdateAlias", { AliasName: "alias/moving", TargetKeyId: keyId });
    return { attempt, blanks: { "key-arn": arn } };
  },
};

replayRecorded(recordedPart(answers, "alias"), attempts, {
  d290ecb86b9c: "IAM policies are not simulated: the caller is the administrator of the account",
});
