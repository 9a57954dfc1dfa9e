// Recorded answers of the operations that rotate keys.
import type { OperationName } from "#kms/contract/types.gen.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { type Attempts, type Replay, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const onAlias =
  (operation: OperationName) =>
  ({ send }: Replay) => ({ attempt: send(operation, { KeyId: "alias/name" }) });

const withPeriod =
  (RotationPeriodInDays: number) =>
  async ({ call }: Replay) => {
    const { keyId: KeyId } = await createKey(call);
    return { attempt: call("EnableKeyRotation", { KeyId, RotationPeriodInDays }) };
  };

const attempts: Attempts = {
  "62fb1615a8cb": onAlias("EnableKeyRotation"),
  c767e7a07344: onAlias("DisableKeyRotation"),
  a5cf7eabc2eb: onAlias("RotateKeyOnDemand"),
  async c14dcbf009d2({ call }) {
    const { keyId: KeyId, arn } = await createKey(call);
    await call("DisableKey", { KeyId });
    return { attempt: call("RotateKeyOnDemand", { KeyId }), blanks: { "key-arn": arn } };
  },
  "1a4156370df5"({ engine, call }) {
    const { keyId: KeyId, arn } = plantKey(engine, { origin: "EXTERNAL", secret: new Uint8Array(32) });
    return { attempt: call("RotateKeyOnDemand", { KeyId }), blanks: { "key-arn": arn } };
  },
  "9ea643e37447": withPeriod(89),
  "9f41569dda5d": withPeriod(2561),
  async "91287db79c87"({ call }) {
    const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });
    const { KeyId = "", Arn = "" } = KeyMetadata ?? {};
    return { attempt: call("EnableKeyRotation", { KeyId }), blanks: { "key-arn": Arn } };
  },
  async "17b91d07a3fe"({ call }) {
    const { keyId: KeyId } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    return { attempt: call("EnableKeyRotation", { KeyId }) };
  },
  async "11d3d1f66b3c"({ call }) {
    const { keyId: KeyId, arn } = await createKey(call);
    for (let done = 0; done < 25; done++) await call("RotateKeyOnDemand", { KeyId });
    return { attempt: call("RotateKeyOnDemand", { KeyId }), blanks: { "key-arn": arn } };
  },
};

replayRecorded(recordedPart(answers, "rotation"), attempts, {
  "9fd583ba7e1d": "superseded: since mid-2025 keys of imported material rotate on demand",
});
