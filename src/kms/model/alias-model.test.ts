// Any sequence of alias and key calls, held against a small model of the alias rules made of plain Maps.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { reverseDiff } from "#kms/state/diff.ts";
import { applyDiff } from "#kms/state/world.ts";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, type TestCall, type TestEngine } from "#testing/test-engine.ts";
import { contentsOf, rebuilt } from "#testing/world-contents.ts";
import { isReservedAlias } from "./alias.ts";

const day = 24 * 60 * 60 * 1000;
const kinds: readonly (readonly [KeySpec, KeyUsageType])[] = [
  ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"],
  ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"],
  ["RSA_2048", "SIGN_VERIFY"],
  ["ECC_NIST_P256", "SIGN_VERIFY"],
  ["RSA_4096", "ENCRYPT_DECRYPT"],
  ["HMAC_256", "GENERATE_VERIFY_MAC"],
];

/** What the documentation says of aliases, and no more. */
class AliasModel {
  readonly aliases = new Map<string, number>();
  readonly pending = new Map<number, number>();
  readonly gone = new Set<number>();
  now = 0;

  create(name: string, key: number): string {
    if (this.gone.has(key)) return "NotFoundException";
    if (this.aliases.has(name)) return "AlreadyExistsException";
    if (this.pending.has(key)) return "KMSInvalidStateException";
    this.aliases.set(name, key);
    return "ok";
  }

  update(name: string, key: number): string {
    const current = this.aliases.get(name);
    if (current === undefined || this.gone.has(key)) return "NotFoundException";
    if (typeOf(current) !== typeOf(key) || kinds[current]?.[1] !== kinds[key]?.[1]) return "ValidationException";
    if (this.pending.has(key)) return "KMSInvalidStateException";
    this.aliases.set(name, key);
    return "ok";
  }

  delete(name: string): string {
    return this.aliases.delete(name) ? "ok" : "NotFoundException";
  }

  schedule(key: number): string {
    if (this.gone.has(key)) return "NotFoundException";
    if (this.pending.has(key)) return "KMSInvalidStateException";
    this.pending.set(key, this.now + 7);
    return "ok";
  }

  cancel(key: number): string {
    if (this.gone.has(key)) return "NotFoundException";
    return this.pending.delete(key) ? "ok" : "KMSInvalidStateException";
  }

  wait(days: number): void {
    this.now += days;
    for (const [key, due] of this.pending) {
      if (due > this.now) continue;
      this.pending.delete(key);
      this.gone.add(key);
      for (const [name, target] of this.aliases) if (target === key) this.aliases.delete(name);
    }
  }
}

const typeOf = (key: number) => {
  const spec = kinds[key]?.[0] ?? "";
  return spec === "SYMMETRIC_DEFAULT" ? spec : spec.startsWith("HMAC") ? "HMAC" : "asymmetric";
};

const name = fc.constantFrom("alias/a", "alias/B", "alias/b", "alias/b/", "alias/z");
const keyIndex = fc.nat(kinds.length - 1);
const step = fc.oneof(
  fc.record({ type: fc.constant("create" as const), name, key: keyIndex }),
  fc.record({ type: fc.constant("update" as const), name, key: keyIndex }),
  fc.record({ type: fc.constant("delete" as const), name }),
  fc.record({ type: fc.constant("schedule" as const), key: keyIndex }),
  fc.record({ type: fc.constant("cancel" as const), key: keyIndex }),
  fc.record({
    type: fc.constant("toggle" as const),
    key: keyIndex,
    operation: fc.constantFrom("EnableKey", "DisableKey"),
  }),
  fc.record({ type: fc.constant("wait" as const), days: fc.constantFrom(1, 6, 7, 8) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return "ok";
  } catch (error) {
    if (error instanceof KmsError) return error.code;
    throw error;
  }
};

/** Does one step in engine and model; both must answer alike. */
async function take(step: Step, sandbox: TestEngine, call: TestCall, ids: readonly string[], model: AliasModel) {
  const KeyId = "key" in step ? (ids[step.key] ?? "") : "";
  switch (step.type) {
    case "create":
      return expect(await codeOf(call("CreateAlias", { AliasName: step.name, TargetKeyId: KeyId }))).toBe(
        model.create(step.name, step.key),
      );
    case "update":
      return expect(await codeOf(call("UpdateAlias", { AliasName: step.name, TargetKeyId: KeyId }))).toBe(
        model.update(step.name, step.key),
      );
    case "delete":
      return expect(await codeOf(call("DeleteAlias", { AliasName: step.name }))).toBe(model.delete(step.name));
    case "schedule":
      return expect(await codeOf(call("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 }))).toBe(
        model.schedule(step.key),
      );
    case "cancel":
      return expect(await codeOf(call("CancelKeyDeletion", { KeyId }))).toBe(model.cancel(step.key));
    case "toggle": // no rule of aliases asks whether a key is enabled
      await codeOf(call(step.operation as "EnableKey", { KeyId }));
      return;
    case "wait":
      sandbox.clock.advance(step.days * day);
      model.wait(step.days);
      return;
  }
}

async function expectSameAliases(call: TestCall, ids: readonly string[], model: AliasModel): Promise<void> {
  const { Aliases = [] } = await call("ListAliases", { Limit: 100 });
  const listed = Aliases.filter(({ AliasName = "" }) => !isReservedAlias(AliasName));
  const expected = [...model.aliases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([alias, key]) => [alias, ids[key]]);
  expect(listed.map(({ AliasName, TargetKeyId }) => [AliasName, TargetKeyId])).toEqual(expected);
  for (const [alias, key] of model.aliases)
    expect((await call("DescribeKey", { KeyId: alias })).KeyMetadata?.KeyId).toBe(ids[key]);
}

describe("any sequence of alias and key calls", () => {
  test("answers as the model of the rules does, and lists and resolves what it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const sandbox = createTestEngine({ accounts: ["111122223333"] });
        const ids = kinds.map(([keySpec, keyUsage]) => plantKey(sandbox, { keySpec, keyUsage }).keyId);
        const model = new AliasModel();
        for (const next of steps) {
          await take(next, sandbox, sandbox.as(), ids, model);
          await expectSameAliases(sandbox.as(), ids, model);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves indexes as they would be built anew, and diffs that lead back to where it began", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const sandbox = createTestEngine({ accounts: ["111122223333"] });
        const ids = kinds.map(([keySpec, keyUsage]) => plantKey(sandbox, { keySpec, keyUsage }).keyId);
        const begin = contentsOf(sandbox.world());
        const model = new AliasModel();
        for (const next of steps) await take(next, sandbox, sandbox.as(), ids, model);
        await sandbox.engine.settle();

        expect(contentsOf(sandbox.world())).toEqual(contentsOf(rebuilt(sandbox.world())));
        const back = sandbox.commits.reduceRight(
          (world, { diff, seq }) => applyDiff(world, reverseDiff(diff), seq - 1),
          sandbox.world(),
        );
        expect(contentsOf(back)).toEqual(begin);
      }),
      { numRuns: 60 },
    );
  });
});
