// The story of the sample workspace: a history like one that a user has made, which leads to what a first visit finds.
import { expect, test } from "vitest";
import { applyDiff, type Commit, findAlias, findKey, type World } from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openTab } from "#storage/test-tab.ts";
import { worldOf } from "#storage/workspace-contents.ts";
import { sampleAccounts } from "./sample-keys.ts";
import { sampleContents } from "./sample-workspace.ts";

const now = 1_768_471_200_000;
const oregon = { account: sampleAccounts.home, region: "us-west-2" };
const release = "1234abcd-12ab-34cd-56ef-1234567890ab";
const successor = "0987dcba-09fe-87dc-65ba-ab0987654321";

/** The World before a commit, by its own diff taken back. */
function before(world: World, { diff, seq }: Commit): World {
  const back = Object.entries(diff).map(([table, changes]) => [
    table,
    Object.fromEntries(Object.entries(changes).map(([id, [was, is]]) => [id, [is, was]])),
  ]);
  return applyDiff(world, Object.fromEntries(back), seq - 1);
}

test("each commit of the sample can be taken back, down to keys and aliases as they were days ago", async () => {
  const { tables, history } = await sampleContents(now);
  let world = worldOf(tables, history.length);
  const targets: (string | undefined)[] = [];
  for (const commit of [...history].reverse()) {
    expect(commit.seq).toBe(world.seq);
    targets.unshift(findAlias(world, oregon, "alias/new-app")?.targetKeyId);
    world = before(world, commit);
  }
  expect(world.seq).toBe(0);
  expect([...new Set(targets)]).toEqual([release, successor]);
  expect(targets.at(-1)).toBe(release);
  const legacy = findAlias(world, oregon, "alias/legacy-app")?.targetKeyId ?? "";
  expect(findKey(world, oregon, legacy)).toMatchObject({ keyState: "Enabled" });
  expect(findAlias(world, oregon, "alias/finance-reports")).toBeUndefined();
  expect(findAlias(world, oregon, "alias/project-key")).toBeUndefined();
});

test("nothing happens to a key before it is created, and nothing after the first visit", async () => {
  const { tables, history } = await sampleContents(now);
  const youngest = Math.max(...tables.keys.map(({ creationDate }) => creationDate));
  const times = history.map(({ at }) => at);
  expect(Math.min(...times)).toBeGreaterThan(youngest);
  expect(Math.max(...times)).toBeLessThan(now);
  expect([...times].sort((one, other) => one - other)).toEqual(times);
});

test("the trail of a first visit tells the story, newest first", async () => {
  const { workspace } = await openTab({ home: createMemoryHome(), first: "sample", now: () => now });
  const names = (await workspace.recentEvents(20)).map(({ event }) =>
    "eventName" in event ? event.eventName : event.change.type,
  );
  expect(names).toEqual([
    "OpenWorkspace",
    "DeleteAlias",
    "DisableKey",
    "CreateAlias",
    "UpdateAlias",
    "UpdateAlias",
    "CreateAlias",
    "ScheduleKeyDeletion",
  ]);
});
