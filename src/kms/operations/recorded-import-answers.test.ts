// Recorded answers of the operations that import key material.
import { createKey } from "#testing/builders.ts";
import { type Attempts, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const anyBytes = { ImportToken: new Uint8Array(1), EncryptedKeyMaterial: new Uint8Array(1) };

const attempts: Attempts = {
  d11f6210c3b1: ({ call }) => ({ attempt: call("ImportKeyMaterial", { KeyId: "alias/name", ...anyBytes }) }),
  async "1cba4d6c3290"({ call }) {
    const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });
    const { KeyId = "", Arn = "" } = KeyMetadata ?? {};
    await call("ScheduleKeyDeletion", { KeyId });
    const wrapping = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
    return { attempt: call("GetParametersForImport", { KeyId, ...wrapping }), blanks: { "key-arn": Arn } };
  },
  async b4c98ceda30c({ call }) {
    const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });
    const KeyId = KeyMetadata?.KeyId ?? "";
    const wrapping = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
    const { ImportToken = new Uint8Array() } = await call("GetParametersForImport", { KeyId, ...wrapping });
    return { attempt: call("ImportKeyMaterial", { KeyId, ...anyBytes, ImportToken }) };
  },
  async a53e50bab046({ call }) {
    const { keyId: KeyId, arn } = await createKey(call);
    return { attempt: call("ImportKeyMaterial", { KeyId, ...anyBytes }), blanks: { "key-arn": arn } };
  },
  async f6ae51e7aa00({ call }) {
    const { keyId: KeyId, arn } = await createKey(call);
    return { attempt: call("DeleteImportedKeyMaterial", { KeyId }), blanks: { "key-arn": arn } };
  },
};

replayRecorded(recordedPart(answers, "import"), attempts);
