import { expect, test } from "vitest";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import { lookupEvents } from "./lookup-events.ts";

const place = {
  region: "us-west-2",
  profile: { account: "111122223333", principal: "arn:aws:iam::111122223333:user/Admin" },
};

async function sample() {
  return openWorkspace({ home: createMemoryHome(), now: () => Date.UTC(2026, 10, 1) });
}

test("events come newest first, of this account and Region only, and the token goes on where a page ended", async () => {
  const workspace = await sample();
  const all = [];
  for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
    const page = await lookupEvents(workspace, { maxResults: 3, ...(token ? { nextToken: token } : {}) }, place);
    expect(page.Events.length).toBeLessThanOrEqual(3);
    all.push(...page.Events);
    token = page.NextToken;
  }
  expect(all.length).toBeGreaterThan(3);
  const times = all.map(({ EventTime }) => EventTime);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(new Set(all.map(({ EventId }) => EventId)).size).toBe(all.length);
  for (const { CloudTrailEvent } of all) expect(JSON.parse(CloudTrailEvent)).toMatchObject({ awsRegion: "us-west-2" });
});

test("an attribute chooses events by their name", async () => {
  const workspace = await sample();
  const { Events } = await lookupEvents(workspace, { attribute: { key: "EventName", value: "CreateAlias" } }, place);
  expect(Events.length).toBeGreaterThan(0);
  expect(new Set(Events.map(({ EventName }) => EventName))).toEqual(new Set(["CreateAlias"]));
});

test("a token that is none begins at the newest event", async () => {
  const workspace = await sample();
  const { Events } = await lookupEvents(workspace, { maxResults: 1, nextToken: "?" }, place);
  expect(Events).toEqual((await lookupEvents(workspace, { maxResults: 1 }, place)).Events);
});
