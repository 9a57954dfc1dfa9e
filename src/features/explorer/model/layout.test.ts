import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AliasMap, Scope } from "#features/explorer/types.ts";
import { newKey, recordId, type World, WorldDraft } from "#kms/index.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { aliasMapInSlices } from "./alias-map.ts";
import { filterInSlices, noCriteria } from "./filter.ts";
import type { Layout } from "./layout.ts";
import { layoutMap } from "./layout-map.ts";
import { atOnce } from "./slices.ts";

const [east, west] = ["us-east-1", "us-west-2"];
const empty = createTestEngine().world();

/** Of each Region: how many keys, and for each alias its name and the number of its key. */
type Plan = Readonly<Record<string, { readonly keys: number; readonly aliases: Readonly<Record<string, number>> }>>;

const keyId = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;

function worldOf(plan: Plan): World {
  const draft = new WorldDraft(empty);
  for (const [region, { keys, aliases }] of Object.entries(plan)) {
    const place = { account: homeAccount, region };
    for (let i = 0; i < keys; i += 1)
      draft.put(
        "keys",
        recordId(place, keyId(i)),
        newKey(place, { keyId: keyId(i), creationDate: 0, keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" }),
      );
    for (const [name, target] of Object.entries(aliases)) {
      const alias = { ...place, aliasName: `alias/${name}`, targetKeyId: keyId(target) };
      draft.put("aliases", recordId(place, alias.aliasName), alias);
    }
  }
  return draft;
}

function mapOf(plan: Plan, isAwsHidden = true): AliasMap {
  const scope: Scope = { account: homeAccount, regions: Object.keys(plan) };
  const map = atOnce(aliasMapInSlices(worldOf(plan), scope));
  return atOnce(filterInSlices(map, { ...noCriteria, isAwsHidden }, new Set()));
}

const alias = (name: string, region = east): string => recordId({ account: homeAccount, region }, `alias/${name}`);
const key = (i: number, region = east): string => recordId({ account: homeAccount, region }, keyId(i));

function find(layout: Layout, id: string) {
  const node = layout.nodes.find((one) => one.id === id);
  if (!node) throw new Error(`${id} is not on the map`);
  return node;
}

const yOf = (layout: Layout): Record<string, number> => Object.fromEntries(layout.nodes.map(({ id, y }) => [id, y]));

const plan: Plan = { [east]: { keys: 3, aliases: { a: 0, b: 1, c: 0, d: 2 } } };

describe("the layout", () => {
  it("puts aliases left of keys, and ends each edge at its alias and its key", () => {
    const layout = layoutMap(mapOf(plan));
    const [from, to] = [find(layout, alias("a")), find(layout, key(0))];
    expect(from.x + from.width).toBeLessThan(to.x);
    const edge = layout.edges.find(({ source }) => source === alias("a"));
    expect(edge).toMatchObject({ target: key(0), type: "target", count: 1 });
    expect(edge?.path).toMatch(new RegExp(`^M ${from.x + from.width} ${from.y + 20} C .* ${to.x} ${to.y + 38}$`));
  });

  it("crosses no two edges at first", () => {
    const layout = layoutMap(mapOf(plan));
    const ends = layout.edges
      .map(({ source, target }) => [find(layout, source).y, find(layout, target).y] as const)
      .sort(([a], [b]) => a - b)
      .map(([, target]) => target);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
  });

  it("moves nothing but the edge when an alias is retargeted", () => {
    const before = layoutMap(mapOf(plan));
    const after = layoutMap(mapOf({ [east]: { keys: 3, aliases: { a: 2, b: 1, c: 0, d: 2 } } }), { previous: before });
    expect(yOf(after)).toEqual(yOf(before));
    const edge = (layout: Layout) => layout.edges.find(({ source }) => source === alias("a"));
    expect(edge(after)?.id).toBe(edge(before)?.id);
    expect(edge(after)?.path).not.toBe(edge(before)?.path);
  });

  it("keeps the others in place when an alias is deleted, and takes it in again between the same two", () => {
    const before = layoutMap(mapOf(plan));
    const without = layoutMap(mapOf({ [east]: { keys: 3, aliases: { a: 0, c: 0, d: 2 } } }), { previous: before });
    const { [alias("b")]: _gone, ...others } = yOf(before);
    expect(yOf(without)).toEqual(others);
    const again = layoutMap(mapOf(plan), { previous: without });
    expect(yOf(again)).toMatchObject(others);
    expect(find(again, alias("b")).y).toBeGreaterThan(find(again, alias("c")).y);
    expect(find(again, alias("b")).y).toBeLessThan(find(again, alias("d")).y);
  });

  it("keeps the order of what was there when something is added", () => {
    const before = layoutMap(mapOf(plan));
    const after = layoutMap(mapOf({ [east]: { keys: 4, aliases: { a: 2, b: 1, bb: 1, c: 0, d: 2 } } }), {
      previous: before,
    });
    const order = (layout: Layout) => layout.nodes.filter(({ id }) => id in yOf(before)).map(({ id }) => id);
    expect(order(after)).toEqual(order(before));
    expect(find(after, alias("bb")).y).toBeGreaterThan(find(after, alias("b")).y);
  });

  it("sets what belongs to AWS apart, below one's own", () => {
    const layout = layoutMap(mapOf(plan, false));
    const awsY = layout.lanes[0]?.awsY ?? 0;
    for (const node of layout.nodes) {
      const isAws = node.type === "alias" && node.node.alias.aliasName.startsWith("alias/aws/");
      if (isAws) expect(node.y).toBeGreaterThanOrEqual(awsY);
      else expect(node.y + node.height).toBeLessThan(awsY);
    }
  });

  it("draws a name of several Regions once, with a branch to each and a gap where a Region lacks it", () => {
    const layout = layoutMap(
      mapOf({
        [east]: { keys: 1, aliases: { app: 0 } },
        [west]: { keys: 1, aliases: { app: 0 } },
        "eu-west-1": { keys: 1, aliases: {} },
      }),
    );
    const branches = layout.edges.filter(({ source }) => source === "name:alias/app");
    expect(branches.map(({ target, type }) => [target, type])).toEqual([
      [alias("app"), "branch"],
      [alias("app", west), "branch"],
      ["gap:eu-west-1/alias/app", "gap"],
    ]);
    expect(find(layout, "gap:eu-west-1/alias/app").type).toBe("gap");
  });

  it("shows the gaps of a name that one Region alone has only when it is focused", () => {
    const two = mapOf({ [east]: { keys: 1, aliases: { app: 0 } }, [west]: { keys: 1, aliases: {} } });
    expect(layoutMap(two).nodes.filter(({ type }) => type === "gap")).toHaveLength(0);
    expect(layoutMap(two, { focus: "alias/app" }).nodes.filter(({ type }) => type === "gap")).toHaveLength(1);
  });

  it("lays nothing over anything else, in whatever world, before and after changes", () => {
    const regionPlan = fc.record({
      keys: fc.integer({ min: 0, max: 6 }),
      aliases: fc.dictionary(fc.stringMatching(/^[ab]{1,3}$/), fc.integer({ min: 0, max: 5 }), { maxKeys: 8 }),
    });
    const plans = fc.record({ [east]: regionPlan, [west]: regionPlan });
    fc.assert(
      fc.property(fc.array(plans, { minLength: 1, maxLength: 4 }), fc.boolean(), (steps, isAwsHidden) => {
        let previous: Layout | undefined;
        for (const step of steps) {
          previous = layoutMap(mapOf(step, isAwsHidden), { previous });
          expectApart(previous);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectApart({ nodes, lanes, width, height }: Layout): void {
  const columns = new Map<number, { readonly y: number; readonly height: number }[]>();
  for (const node of nodes) {
    expect(node.x + node.width).toBeLessThanOrEqual(width);
    expect(node.y + node.height).toBeLessThanOrEqual(height);
    columns.set(node.x, [...(columns.get(node.x) ?? []), node]);
    if (node.type === "name") continue;
    const lane = lanes.find(({ region }) => region === node.region);
    expect(lane && node.y > lane.y && node.y + node.height <= lane.y + lane.height).toBe(true);
  }
  for (const column of [...columns.values(), [...lanes]]) {
    column.sort((a, b) => a.y - b.y);
    column.forEach(({ y }, i) => {
      const above = column[i - 1];
      if (above) expect(y).toBeGreaterThanOrEqual(above.y + above.height);
    });
  }
}
