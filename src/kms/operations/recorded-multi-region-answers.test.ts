// Recorded answers of ReplicateKey and UpdatePrimaryRegion.
import { type Attempts, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import { homeAccount } from "#testing/test-engine.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const attempts: Attempts = {
  async "12404f3a283d"({ engine, call }) {
    const { KeyMetadata } = await call("CreateKey", { MultiRegion: true });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await call("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    return {
      attempt: engine.as("eu-west-1")("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-2" }),
      blanks: { "mrk-key-arn": `arn:aws:kms:eu-west-1:${homeAccount}:key/${KeyId}` },
    };
  },
};

replayRecorded(recordedPart(answers, "multiRegion"), attempts);
