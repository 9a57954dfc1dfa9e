// What the past is, and what has become of it: held against Worlds that were there.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KmsError, type World } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { contentsOf } from "#testing/world-contents.ts";
import { compareEdges, type EdgeChange } from "./compare.ts";
import { aliasesTouchedSince, tickIndex, ticksOf, worldAt } from "./history.ts";
import { restorationOf } from "./restore.ts";

type Step =
  | { readonly do: "create" | "retarget"; readonly name: number; readonly key: number; readonly region: number }
  | { readonly do: "delete"; readonly name: number; readonly region: number }
  | { readonly do: "disable" | "enable" | "schedule" | "cancel"; readonly key: number; readonly region: number };

const [name, key, region] = [fc.nat(3), fc.nat(2), fc.nat(1)];
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("create" as const, "retarget" as const), name, key, region }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete" as const), name, region }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("disable" as const, "enable" as const, "schedule" as const, "cancel" as const),
      key,
      region,
    }),
  },
);

const regions = [homeRegion, "eu-west-1"];
const operations = {
  disable: "DisableKey",
  enable: "EnableKey",
  schedule: "ScheduleKeyDeletion",
  cancel: "CancelKeyDeletion",
} as const;

/** A sandbox in which steps are taken, some of them refused, and every World that there was on the way. */
async function lived(steps: readonly Step[]) {
  const sandbox = createTestEngine();
  const worlds = new Map<number, World>([[0, sandbox.world()]]);
  const note = (): unknown => worlds.set(sandbox.world().seq, sandbox.world());
  const keys: string[][] = [];
  for (const at of regions) {
    const own: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      own.push((await createKey(sandbox.as(at))).keyId);
      note();
    }
    keys.push(own);
  }
  const keyAt = (at: number, index: number): string => keys[at]?.[index] ?? "";
  for (const next of steps) {
    const call = sandbox.as(regions[next.region]);
    sandbox.clock.advance(60_000);
    try {
      if (next.do === "delete") await call("DeleteAlias", { AliasName: `alias/${next.name}` });
      else if ("name" in next)
        await call(next.do === "create" ? "CreateAlias" : "UpdateAlias", {
          AliasName: `alias/${next.name}`,
          TargetKeyId: keyAt(next.region, next.key),
        });
      else await call(operations[next.do], { KeyId: keyAt(next.region, next.key) });
    } catch (refused) {
      if (!(refused instanceof KmsError)) throw refused;
    }
    note();
  }
  return { sandbox, worlds, commits: [...sandbox.commits].reverse() };
}

const edgesOf = (world: World): Map<string, string> => {
  const edges = new Map<string, string>();
  world.tables.aliases.scan(`${homeAccount}/`, `${homeAccount}0`, ({ targetKeyId }, id) => {
    if (targetKeyId !== undefined) edges.set(id, targetKeyId);
    return true;
  });
  return edges;
};

describe("any sequence of alias and key calls", () => {
  test("can be walked back to every World that was there", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { sandbox, worlds, commits } = await lived(steps);
        for (const [seq, world] of worlds) {
          const past = worldAt(sandbox.world(), commits, seq);
          expect(past.seq).toBe(seq);
          expect(contentsOf(past)).toEqual(contentsOf(world));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("leaves differences that lead from each moment's edges to those of now", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { sandbox, worlds, commits } = await lived(steps);
        for (const [seq, world] of worlds) {
          const edges = edgesOf(world);
          const ids = aliasesTouchedSince(commits, seq);
          for (const change of compareEdges(world, sandbox.world(), ids, homeAccount)) {
            expect(edges.get(change.id)).toBe(change.type === "added" ? undefined : change.was);
            if (change.type === "removed") edges.delete(change.id);
            else edges.set(change.id, change.is);
          }
          expect(edges).toEqual(edgesOf(sandbox.world()));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("lets every restoration that is offered be made, and then the alias is where it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { sandbox, worlds, commits } = await lived(steps);
        for (const [seq, world] of worlds) {
          const now = sandbox.world();
          for (const edge of compareEdges(world, now, aliasesTouchedSince(commits, seq), homeAccount)) {
            const restoration = restorationOf(now, homeAccount, edge);
            if (!("change" in restoration) || edge.type === "added") continue;
            const { change } = restoration;
            if (change.type !== "retarget" && change.type !== "createAlias") throw new Error(`made a ${change.type}`);
            const fork = sandbox.engine.fork();
            const caller = {
              account: homeAccount,
              region: change.region,
              principal: `arn:aws:iam::${homeAccount}:user/A`,
            };
            const input = { AliasName: change.aliasName, TargetKeyId: change.keyId };
            const operation = change.type === "retarget" ? "UpdateAlias" : "CreateAlias";
            await fork.call({ ...caller, operation, input });
            const { KeyMetadata } = await fork.call({
              ...caller,
              operation: "DescribeKey",
              input: { KeyId: change.aliasName },
            });
            expect(KeyMetadata?.KeyId).toBe(edge.was);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** alias/a is made, moved and deleted; alias/b is made in the end. */
async function story() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const [one, two] = [(await createKey(call)).keyId, (await createKey(call)).keyId];
  await call("CreateAlias", { AliasName: "alias/a", TargetKeyId: one });
  await call("UpdateAlias", { AliasName: "alias/a", TargetKeyId: two });
  await call("TagResource", { KeyId: one, Tags: [{ TagKey: "a", TagValue: "b" }] });
  await call("DeleteAlias", { AliasName: "alias/a" });
  await call("CreateAlias", { AliasName: "alias/b", TargetKeyId: one });
  const commits = [...sandbox.commits].reverse();
  const compared = (seq: number): readonly EdgeChange[] =>
    compareEdges(
      worldAt(sandbox.world(), commits, seq),
      sandbox.world(),
      aliasesTouchedSince(commits, seq),
      homeAccount,
    );
  return { sandbox, call, one, two, commits, compared };
}

describe("ticksOf", () => {
  test("names the commits that touched an alias or a key, behind the moment before them", async () => {
    const { commits, one, two } = await story();
    expect(ticksOf(commits, homeAccount).map(({ seq, text }) => [seq, text])).toEqual([
      [0, ""],
      [1, `CreateKey ${one.slice(0, 8)} (us-east-1)`],
      [2, `CreateKey ${two.slice(0, 8)} (us-east-1)`],
      [3, "CreateAlias alias/a (us-east-1)"],
      [4, "UpdateAlias alias/a (us-east-1)"],
      [6, "DeleteAlias alias/a (us-east-1)"],
      [7, "CreateAlias alias/b (us-east-1)"],
    ]);
  });

  test("has nothing of another account, and nothing at all without a change", async () => {
    const { commits } = await story();
    expect(ticksOf(commits, "444455556666")).toEqual([]);
    expect(ticksOf([], homeAccount)).toEqual([]);
  });

  test("finds the last tick at or before a moment", async () => {
    const ticks = ticksOf((await story()).commits, homeAccount);
    expect([5, 6, 99, 0, -1].map((seq) => tickIndex(ticks, seq))).toEqual([4, 5, 6, 0, -1]);
  });
});

describe("worldAt", () => {
  test("refuses a moment that the history does not reach", async () => {
    const { sandbox, commits } = await story();
    expect(() => worldAt(sandbox.world(), commits.slice(0, 2), 4)).toThrow("has the moment 4");
    expect(() => worldAt(sandbox.world(), commits, 8)).toThrow("has the moment 8");
  });
});

describe("compareEdges", () => {
  test("tells what was added, moved and removed since", async () => {
    const { compared, one, two } = await story();
    expect(compared(3)).toMatchObject([
      { type: "removed", aliasName: "alias/a", was: one },
      { type: "added", aliasName: "alias/b", is: one },
    ]);
    expect(compared(4)).toMatchObject([{ type: "removed", was: two }, { type: "added" }]);
    expect(compared(7)).toEqual([]);
  });

  test("finds no difference in an alias that was made again for the same key", async () => {
    const { call, sandbox, two } = await story();
    await call("CreateAlias", { AliasName: "alias/a", TargetKeyId: two });
    const commits = [...sandbox.commits].reverse();
    const then = worldAt(sandbox.world(), commits, 4);
    const ids = aliasesTouchedSince(commits, 4);
    expect(compareEdges(then, sandbox.world(), ids, homeAccount).map(({ aliasName }) => aliasName)).toEqual([
      "alias/b",
    ]);
  });
});

describe("restorationOf", () => {
  test("says why a target cannot come back", async () => {
    const { call, sandbox, compared, one, two } = await story();
    const [removed, added] = compared(4);
    const restore = (edge = removed) => restorationOf(sandbox.world(), homeAccount, edge ?? expect.fail());
    expect(restore()).toEqual({
      change: { type: "createAlias", region: homeRegion, aliasName: "alias/a", keyId: two },
    });
    expect(restore(added)).toEqual({ reason: "It had no target then." });
    await call("ScheduleKeyDeletion", { KeyId: two, PendingWindowInDays: 7 });
    expect(restore()).toEqual({ reason: expect.stringContaining("is pending deletion") });
    sandbox.clock.advance(8 * 24 * 60 * 60 * 1000);
    await sandbox.engine.settle();
    expect(restore()).toEqual({ reason: `Key ${two} has been deleted since.` });
    expect(one).not.toBe(two);
  });
});
