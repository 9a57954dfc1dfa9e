// What an application meets that calls one alias in Region after Region.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeySpec, KeyUsageType } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, type TestEngine } from "#testing/test-engine.ts";
import { type Flight, planFlight } from "./plan.ts";

const regions = ["us-west-2", "eu-west-1", "ap-southeast-2"];
const aliasName = "alias/new-app";

async function put(sandbox: TestEngine, region: string, spec?: KeySpec, usage?: KeyUsageType): Promise<string> {
  const call = sandbox.as(region);
  const { keyId } = await createKey(call, spec, usage);
  await call("CreateAlias", { AliasName: aliasName, TargetKeyId: keyId });
  return keyId;
}

const fly = (sandbox: TestEngine, name = aliasName, signal?: AbortSignal): Promise<Flight> =>
  planFlight(sandbox.engine.fork(), sandbox.world(), { account: homeAccount, aliasName: name, regions }, signal);

/** The hop at which each leg ends. */
const ends = ({ legs }: Flight) => legs.map(({ hops }) => [hops.at(-1)?.step, hops.at(-1)?.status]);

describe("planFlight", () => {
  test.each([
    ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Encrypt"],
    ["ECC_NIST_P256", "SIGN_VERIFY", "Sign"],
    ["HMAC_256", "GENERATE_VERIFY_MAC", "GenerateMac"],
    ["ECC_NIST_P256", "KEY_AGREEMENT", "DeriveSharedSecret"],
  ] as const)("calls a key of %s for %s with %s, hop by hop", async (spec, usage, operation) => {
    const sandbox = createTestEngine();
    const keyId = await put(sandbox, "us-west-2", spec, usage);
    const flight = await fly(sandbox);
    expect(flight.operation).toBe(operation);
    const [leg] = flight.legs;
    expect(leg?.hops.map(({ step }) => step)).toEqual([
      ...["request", "form", "place", "alias", "key", "access", "state", "usage", "answer"],
    ]);
    const alias = `${homeAccount}/us-west-2/${aliasName}`;
    const key = `${homeAccount}/us-west-2/${keyId}`;
    expect(leg?.hops.map(({ nodeIds }) => nodeIds).slice(2)).toEqual([
      [],
      [alias],
      ...Array.from({ length: 5 }, () => [alias, key]),
    ]);
    expect(leg?.isAnswered).toBe(true);
  });

  test("fails at the alias where a Region has none, and flies on", async () => {
    const sandbox = createTestEngine();
    await put(sandbox, "us-west-2");
    await put(sandbox, "ap-southeast-2");
    const flight = await fly(sandbox);
    expect(ends(flight)).toEqual([
      ["answer", "ok"],
      ["alias", "failed"],
      ["answer", "ok"],
    ]);
    expect(flight.legs[1]?.hops.at(-1)).toMatchObject({
      refusal: expect.stringContaining("NotFoundException: Alias arn:aws:kms:eu-west-1"),
      nodeIds: [],
    });
  });

  test("fails at the key state where the key is disabled, and at the usage where it is for something else", async () => {
    const sandbox = createTestEngine();
    await put(sandbox, "us-west-2");
    await sandbox.as("eu-west-1")("DisableKey", { KeyId: await put(sandbox, "eu-west-1") });
    await put(sandbox, "ap-southeast-2", "HMAC_256", "GENERATE_VERIFY_MAC");
    const flight = await fly(sandbox);
    expect(ends(flight)).toEqual([
      ["answer", "ok"],
      ["state", "failed"],
      ["usage", "failed"],
    ]);
    const refusals = flight.legs.map(({ hops }) => hops.at(-1)?.refusal);
    expect(refusals).toEqual([
      undefined,
      expect.stringContaining("DisabledException"),
      expect.stringContaining("InvalidKeyUsageException"),
    ]);
  });

  test("fails in the end where the key lacks the algorithm that the application is written for", async () => {
    const sandbox = createTestEngine();
    await put(sandbox, "us-west-2", "ECC_NIST_P256", "SIGN_VERIFY");
    await put(sandbox, "eu-west-1", "ECC_NIST_P384", "SIGN_VERIFY");
    const { legs, algorithm } = await fly(sandbox);
    expect(algorithm).toBe("ECDSA_SHA_256");
    expect(legs[1]?.hops.at(-1)).toMatchObject({
      step: "answer",
      status: "failed",
      refusal: expect.stringContaining("ECDSA_SHA_256 is incompatible with key spec ECC_NIST_P384"),
    });
  });

  test("takes any text for an alias, and fails where KMS would", async () => {
    const sandbox = createTestEngine();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (name) => {
        const { legs, operation } = await fly(sandbox, name);
        expect(operation).toBe("Encrypt");
        for (const leg of legs) {
          expect(leg.isAnswered).toBe(false);
          expect(leg.hops.at(-1)?.refusal).toMatch(/^(ValidationException|NotFoundException)/);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("leaves no trace in the sandbox, and stops when it is told to", async () => {
    const sandbox = createTestEngine();
    await put(sandbox, "us-west-2");
    const [world, events, commits] = [sandbox.world(), sandbox.events.length, sandbox.commits.length];
    await fly(sandbox);
    expect(sandbox.world()).toBe(world);
    expect([sandbox.events.length, sandbox.commits.length]).toEqual([events, commits]);
    await expect(fly(sandbox, aliasName, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });
});
