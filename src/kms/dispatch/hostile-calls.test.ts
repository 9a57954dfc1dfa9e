// Any operation with any input: an answer that the contract allows or an error that it declares, and never a crash. The test
// engine is strict, so what breaks the contract is no KmsError and fails here.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Shape } from "#kms/contract/shape.ts";
import { operations, shapes } from "#kms/contract/shapes.gen.ts";
import type { OperationName } from "#kms/contract/types.gen.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, otherAccount } from "#testing/test-engine.ts";
import { contentsOf, rebuilt } from "#testing/world-contents.ts";

/** Searching RSA primes would take most of the test's time and tell nothing new. */
const isQuick = (value: string) => !value.startsWith("RSA_");

const texts = (pool: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "alias/", "alias/aws/", "arn:aws:kms:", "__proto__", "ü", "x".repeat(3000)),
    },
  );

function anyOf(shapeName: string, pool: readonly string[]): fc.Arbitrary<unknown> {
  const shape: Shape | undefined = shapes[shapeName];
  switch (shape?.type) {
    case "string":
      return shape.values ? fc.constantFrom(...shape.values.filter(isQuick), "INVALID") : texts(pool);
    case "blob":
      return fc.uint8Array({ maxLength: 120 });
    case "integer":
      return fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(-1, 1024, 1025, 2560, 1e9));
    case "boolean":
      return fc.boolean();
    case "timestamp":
      return fc.double();
    case "list":
      return fc.array(anyOf(shape.member, pool), { maxLength: 3 });
    case "map":
      return fc.dictionary(fc.string(), anyOf(shape.value, pool), { maxKeys: 3 });
    case "structure":
      return inputOf(shape.members, pool);
    default:
      throw new Error(`the contract has no shape ${shapeName}`);
  }
}

/** Mostly values of the right type, now and then anything at all; required members are there most of the time. */
function inputOf(members: Readonly<Record<string, { shape: string; required?: true }>>, pool: readonly string[]) {
  return fc
    .record(
      Object.fromEntries(
        Object.entries(members).map(([name, { shape, required }]) => [
          name,
          fc.oneof(
            { weight: required ? 30 : 3, arbitrary: anyOf(shape, pool) },
            { weight: required ? 1 : 6, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: fc.anything() },
          ),
        ]),
      ),
    )
    .map((input) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
}

async function crowdedSandbox() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const keys = [
    await createKey(call),
    await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC"),
    await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY"),
    plantKey(sandbox, { keyState: "PendingImport", origin: "EXTERNAL" }),
    plantKey(sandbox, { keyState: "PendingDeletion", deletionDate: sandbox.clock.now() + 1e9 }),
    plantKey(sandbox, { account: otherAccount }),
    plantKey(sandbox, { region: "eu-west-1" }),
  ];
  const aliases = ["alias/finance", "alias/b", "alias/aws/s3"];
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: keys[0]?.keyId ?? "" });
  const arns = aliases.map((name) => `arn:aws:kms:us-east-1:${homeAccount}:${name}`);
  return {
    sandbox,
    pool: [...keys.flatMap(({ keyId, arn }) => [keyId, arn]), ...aliases, ...arns, "default", "finance"],
  };
}

describe("every operation", () => {
  // The ids of a seed are always the same, so the pool of one sandbox names the keys of every other.
  test.each(Object.keys(operations) as OperationName[])(
    "%s answers any input within the contract",
    async (operation) => {
      const { pool } = await crowdedSandbox();
      await fc.assert(
        fc.asyncProperty(fc.array(inputOf(operations[operation].input, pool), { maxLength: 12 }), async (inputs) => {
          const { sandbox } = await crowdedSandbox();
          const call = sandbox.as() as (operation: string, input: unknown) => Promise<unknown>;
          for (const input of inputs) {
            try {
              await call(operation, input);
            } catch (error) {
              if (!(error instanceof KmsError)) throw error;
            }
          }
          expect(contentsOf(sandbox.world())).toEqual(contentsOf(rebuilt(sandbox.world())));
        }),
        { numRuns: 15 },
      );
    },
  );
});
