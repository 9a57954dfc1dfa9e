// A check that finds nothing proves nothing: each invariant is broken once, on purpose.
import { describe, expect, test } from "vitest";
import { recordId, WorldDraft } from "#kms/index.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion, type TestEngine } from "#testing/test-engine.ts";
import { brokenByCommit, brokenInWorld } from "./invariants.ts";

const place = { account: homeAccount, region: homeRegion };

/** Commits a change past the engine, and tells what the two checks say of it. */
function broken(sandbox: TestEngine, change: (draft: WorldDraft) => void): { byCommit: string[]; inWorld: string[] } {
  const world = sandbox.world();
  const draft = new WorldDraft(world, world.seq + 1);
  change(draft);
  const event = { eventSource: "sandbox", eventTime: "", change: { type: "OpenWorkspace", source: "test" } } as const;
  const commit = { seq: draft.seq, at: sandbox.clock.now(), event, diff: draft.diff() };
  sandbox.ports.state.apply(commit);
  return { byCommit: brokenByCommit(sandbox, commit), inWorld: brokenInWorld(sandbox) };
}

describe("the invariants of a World", () => {
  test("hold after ordinary calls", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId } = await createKey(call);
    await call("CreateAlias", { AliasName: "alias/a", TargetKeyId: keyId });

    expect(sandbox.commits.flatMap((commit) => brokenByCommit(sandbox, commit))).toEqual([]);
    expect(brokenInWorld(sandbox)).toEqual([]);
  });

  test("name an alias and a tag whose key does not exist", () => {
    const { byCommit, inWorld } = broken(createTestEngine(), (draft) => {
      draft.put("aliases", recordId(place, "alias/a"), { ...place, aliasName: "alias/a", targetKeyId: "gone" });
      draft.put("tags", recordId(place, "gone/a"), { ...place, keyId: "gone", tagKey: "a", tagValue: "" });
    });

    const expected = ["aliases", "tags"].map((table) =>
      expect.stringMatching(`^${table} .* the key gone, which does not`),
    );
    expect(byCommit).toEqual(expected);
    expect(inWorld).toEqual(expected);
  });

  test("name what a deleted key leaves behind", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as());

    const { byCommit, inWorld } = broken(sandbox, (draft) => draft.remove("keys", recordId(place, keyId)));

    expect(byCommit).toEqual([expect.stringMatching("^keyPolicies .* outlives its key")]);
    expect(inWorld).toContainEqual(expect.stringMatching("^the vault keeps material"));
  });

  test("name a key in a custom key store that does not exist, and an enabled key without material", () => {
    const sandbox = createTestEngine();
    plantKey(sandbox, { customKeyStoreId: "cks-gone" });

    expect(brokenInWorld(sandbox)).toEqual([
      expect.stringContaining("belongs to the custom key store cks-gone, which does not exist"),
      expect.stringContaining("is Enabled without key material"),
    ]);
  });

  test("hold an index against its table", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as());
    const world = sandbox.world();
    const tables = new WorldDraft(world);
    tables.remove("keyPolicies", recordId(place, keyId));
    tables.remove("keys", recordId(place, keyId));
    sandbox.secrets.clear();

    const torn = { ...sandbox, world: () => ({ ...world, tables: tables.tables }) };

    expect(brokenInWorld(torn)).toEqual(["the indexes tell another story than the tables"]);
  });
});
