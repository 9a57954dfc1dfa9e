// Recorded answers of data key pairs and of DeriveSharedSecret.
import { createKey } from "#testing/builders.ts";
import { type Attempts, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const notOfTheCurve = new Uint8Array(91).fill(7);

const attempts: Attempts = {
  async "68e6b2a1e954"({ call }) {
    const { keyId, arn } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const request = { KeyId: keyId, KeyAgreementAlgorithm: "ECDH", PublicKey: notOfTheCurve } as const;
    return { attempt: call("DeriveSharedSecret", request), blanks: { "key-arn": arn } };
  },
  async de89eb97accc({ call }) {
    const { keyId } = await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT");
    const request = { KeyId: keyId, KeyAgreementAlgorithm: "ECDH", PublicKey: notOfTheCurve } as const;
    return { attempt: call("DeriveSharedSecret", request) };
  },
  async "69b21929c11e"({ call }) {
    const { keyId } = await createKey(call);
    const request = { KeyId: keyId, KeyPairSpec: "ECC_NIST_P256", DryRun: true } as const;
    return { attempt: call("GenerateDataKeyPairWithoutPlaintext", request) };
  },
};

replayRecorded(recordedPart(answers, "dataKeyPair"), attempts);
