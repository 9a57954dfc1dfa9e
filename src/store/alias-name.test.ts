// The field checks of an alias name, held against the engine: what the field lets through, CreateAlias takes.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { aliasNameHint, aliasNameProblem } from "./alias-name.ts";

const place = { account: homeAccount, region: homeRegion };

async function withAlias(AliasName: string) {
  const engine = createTestEngine();
  const call = engine.as();
  const key = await createKey(call);
  await call("CreateAlias", { AliasName, TargetKeyId: key.keyId });
  return { call, key, problem: (typed: string) => aliasNameProblem(engine.world().tables.aliases, place, typed) };
}

describe("aliasNameProblem", () => {
  test("names the key that has the alias already", async () => {
    const { key, problem } = await withAlias("alias/finance");
    expect(problem("finance")).toEqual([
      "The alias ",
      { strong: "finance" },
      " already exists in this Region for key ",
      { strong: key.keyId },
      ".",
    ]);
    expect(problem("Finance")).toBeUndefined();
  });

  test.each(["", "aws/mine", "a b", "a:b", "ä", "x".repeat(251)])("refuses %j as CreateAlias does", async (typed) => {
    const { call, key, problem } = await withAlias("alias/finance");
    expect(problem(typed)).toBeDefined();
    expect(await refusal(call("CreateAlias", { AliasName: `alias/${typed}`, TargetKeyId: key.keyId }))).toBeDefined();
  });

  test.each(["a", "awsome", "alias/x", "team/app_1-2", "x".repeat(250)])(
    "lets %j through, as CreateAlias does",
    async (typed) => {
      const { call, key, problem } = await withAlias("alias/finance");
      expect(problem(typed)).toBeUndefined();
      await call("CreateAlias", { AliasName: `alias/${typed}`, TargetKeyId: key.keyId });
    },
  );
});

describe("aliasNameHint", () => {
  test("warns of a prefix that was typed, and of nothing else", () => {
    expect(aliasNameHint("alias/x")).toContain("alias/alias/x");
    expect(aliasNameHint("my-alias/x")).toBeUndefined();
  });
});
