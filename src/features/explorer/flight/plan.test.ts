// What an application meets that calls one alias in Region after Region.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UseOperation } from "#features/explorer/preview/uses.ts";
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

function fly(sandbox: TestEngine, name = aliasName, signal?: AbortSignal, operation?: UseOperation): Promise<Flight> {
  const route = { account: homeAccount, aliasName: name, regions, operation };
  return planFlight(sandbox.engine.fork(), sandbox.world(), route, signal);
}

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
    expect(leg?.hops.map(({ step }) => step)).toEqual(["request", "alias", "key", "state", "usage", "answer"]);
    const name = `name:${aliasName}`;
    const alias = `${homeAccount}/us-west-2/${aliasName}`;
    const key = `${homeAccount}/us-west-2/${keyId}`;
    expect(leg?.hops.map(({ nodeIds }) => nodeIds)).toEqual([
      [name],
      [name, alias],
      ...Array.from({ length: 4 }, () => [name, alias, key]),
    ]);
    expect(leg?.isAnswered).toBe(true);
  });

  test("tells the ARNs that a name means in a Region, the call and what it answers with", async () => {
    const sandbox = createTestEngine();
    const keyId = await put(sandbox, "us-west-2");
    const { legs } = await fly(sandbox);
    const arn = "arn:aws:kms:us-west-2:111122223333";
    const texts = legs[0]?.hops.map(({ text }) => text) ?? [];
    expect(texts[0]).toBe(
      "The application calls Encrypt in us-west-2 with KeyId alias/new-app and EncryptionAlgorithm SYMMETRIC_DEFAULT.",
    );
    expect(texts[1]).toContain(`In us-west-2 it means ${arn}:alias/new-app.`);
    expect(texts[2]).toBe(`${arn}:alias/new-app points to ${arn}:key/${keyId}.`);
    expect(texts.at(-1)).toContain(
      `Encrypt with SYMMETRIC_DEFAULT answers with KeyId ${arn}:key/${keyId} and CiphertextBlob of`,
    );
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
      refusal: `NotFoundException: Alias arn:aws:kms:eu-west-1:${homeAccount}:alias/new-app is not found.`,
      nodeIds: ["name:alias/new-app", "gap:eu-west-1/alias/new-app"],
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

  test("fails at the key state with KMSInvalidStateException where the key is pending deletion", async () => {
    const sandbox = createTestEngine();
    const keyId = await put(sandbox, "us-west-2");
    await sandbox.as("us-west-2")("ScheduleKeyDeletion", { KeyId: keyId });
    const { legs } = await fly(sandbox);
    expect(legs[0]?.hops.at(-1)).toMatchObject({
      step: "state",
      refusal: `KMSInvalidStateException: arn:aws:kms:us-west-2:${homeAccount}:key/${keyId} is pending deletion.`,
    });
  });

  test.each([
    ["Sign", "ECDSA_SHA_256"],
    ["GenerateMac", "HMAC_SHA_256"],
    ["DeriveSharedSecret", "ECDH"],
    ["Encapsulate", "ML_KEM"],
  ] as const)("fails %s at the usage of every key that is for encryption", async (operation, algorithm) => {
    const sandbox = createTestEngine();
    for (const region of regions) await put(sandbox, region);
    const flight = await fly(sandbox, aliasName, undefined, operation);
    expect(flight).toMatchObject({ operation, algorithm });
    for (const { region, hops } of flight.legs)
      expect(hops.at(-1)).toMatchObject({
        step: "usage",
        status: "failed",
        refusal: expect.stringMatching(
          `^InvalidKeyUsageException: arn:aws:kms:${region}:.* key usage is ENCRYPT_DECRYPT which is not valid for ${operation}`,
        ),
      });
  });

  test("writes the application for the first key that its operation fits", async () => {
    const sandbox = createTestEngine();
    await put(sandbox, "us-west-2");
    await put(sandbox, "eu-west-1", "ECC_NIST_P384", "SIGN_VERIFY");
    const flight = await fly(sandbox, aliasName, undefined, "Sign");
    expect(flight.algorithm).toBe("ECDSA_SHA_384");
    expect(ends(flight).slice(0, 2)).toEqual([
      ["usage", "failed"],
      ["answer", "ok"],
    ]);
  });

  test("flies through the World of a past moment, with its keys in the states of then", async () => {
    const sandbox = createTestEngine();
    const keyId = await put(sandbox, "us-west-2");
    const [past, then] = [sandbox.world(), sandbox.clock.now()];
    await sandbox.as("us-west-2")("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    const [waiting, scheduled] = [sandbox.world(), sandbox.clock.now()];
    sandbox.clock.advance(30 * 24 * 3_600_000);
    const route = { account: homeAccount, aliasName, regions: ["us-west-2"] };
    const before = await planFlight(sandbox.engine.fork(past, then), past, route);
    const during = await planFlight(sandbox.engine.fork(waiting, scheduled), waiting, route);
    expect(ends(before)).toEqual([["answer", "ok"]]);
    expect(ends(during)).toEqual([["state", "failed"]]);
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
