// GetParametersForImport: what it gives, and which wrapping fits which key.
import { createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AlgorithmSpec, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, startOfTest, type TestCall } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;

async function setUp(KeySpec: KeySpec = "SYMMETRIC_DEFAULT", KeyUsage: KeyUsageType = "ENCRYPT_DECRYPT") {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL", KeySpec, KeyUsage });
  const { KeyId = "", Arn: arn = "" } = KeyMetadata ?? {};
  return { sandbox, call, KeyId, arn };
}

const parametersFor = (call: TestCall, KeyId: string, WrappingAlgorithm: AlgorithmSpec = "RSAES_OAEP_SHA_256") =>
  call("GetParametersForImport", { KeyId, WrappingAlgorithm, WrappingKeySpec: "RSA_2048" });

describe("GetParametersForImport", () => {
  test("gives a wrapping key and a token that are good for 24 hours", async () => {
    const { sandbox, call, KeyId, arn } = await setUp();

    const answer = await parametersFor(call, KeyId);

    expect(answer).toMatchObject({ KeyId: arn, ParametersValidTo: (startOfTest + day) / 1000 });
    expect(createPublicKey({ key: Buffer.from(answer.PublicKey ?? []), format: "der", type: "spki" })).toBeDefined();
    expect(sandbox.commits.at(-1)?.event).toMatchObject({ readOnly: true, responseElements: null });
  });

  test("destroys the wrapping keys of expired parameters", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await parametersFor(call, KeyId);
    await parametersFor(call, KeyId);
    expect(sandbox.secrets.size).toBe(2);
    sandbox.clock.advance(day);

    await parametersFor(call, KeyId);

    expect([sandbox.secrets.size, sandbox.world().tables.importParameters.size]).toEqual([1, 1]);
  });

  test.each<[KeySpec, KeyUsageType, AlgorithmSpec]>([
    ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "RSAES_PKCS1_V1_5"],
    ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "SM2PKE"],
    ["RSA_2048", "SIGN_VERIFY", "RSAES_OAEP_SHA_256"],
    ["ECC_NIST_P521", "SIGN_VERIFY", "RSAES_OAEP_SHA_1"],
  ])("refuses to wrap %s (%s) by %s under RSA_2048", async (keySpec, usage, algorithm) => {
    const { sandbox, call, KeyId } = await setUp(keySpec, usage);

    expect((await refusal(parametersFor(call, KeyId, algorithm))).code).toBe("UnsupportedOperationException");
    expect(sandbox.secrets.size).toBe(0);
  });
});
