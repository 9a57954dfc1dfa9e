// A preview in a real IndexedDB: nothing of it is saved, and another tab hears nothing of it.
import { expect, test } from "vitest";
import type { Change } from "#features/explorer/types.ts";
import { applyDiff, type Commit, createEngine, type Engine, type World } from "#kms/index.ts";
import { openIndexedDbHome } from "#storage/indexeddb-home.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import type { Workspace } from "#storage/workspace.ts";
import { principalOf } from "#store/use-call.ts";
import { contentsOf } from "#testing/world-contents.ts";
import { previewChange } from "./preview-change.ts";

const region = "us-west-2";
const caller = { account: "111122223333", region, principal: principalOf("111122223333") };
const prefix = `no-trace-${Date.now()}`;

interface Tab {
  readonly workspace: Workspace;
  readonly engine: Engine;
  readonly world: () => World;
  readonly heard: readonly Commit[];
}

/** A tab as the app opens one, on the sample workspace. */
async function openTab(): Promise<Tab> {
  const workspace = await openWorkspace({ home: await openIndexedDbHome(prefix), first: "sample" });
  let { world } = workspace;
  const heard: Commit[] = [];
  const apply = ({ seq, diff }: Commit): void => {
    world = applyDiff(world, diff, seq);
  };
  workspace.subscribe((commit) => {
    heard.push(commit);
    apply(commit);
  });
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const engine = createEngine({
    ...workspace,
    now: Date.now,
    random,
    state: { get: () => world, apply },
    strict: true,
  });
  return { workspace, engine, world: () => world, heard };
}

/** Everything that is saved under the prefix, store by store. */
async function saved(): Promise<unknown> {
  const dump: Record<string, unknown> = {};
  for (const { name = "" } of await indexedDB.databases()) {
    if (!name.startsWith(prefix)) continue;
    const database = await answerOf(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      dump[`${name}/${store}`] = await Promise.all([answerOf(records.getAllKeys()), answerOf(records.getAll())]);
    }
    database.close();
  }
  return dump;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const equals = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

test("a preview leaves the storage, the trail and the other tabs as they were", async () => {
  const tab = await openTab();
  const other = await openTab();
  const KeyId = "alias/finance";
  const { CiphertextBlob } = await tab.engine.call({
    ...caller,
    operation: "Encrypt",
    input: { KeyId, Plaintext: Uint8Array.of(1) },
  });
  const seen = async () => [
    contentsOf(tab.world()),
    await tab.workspace.recentEvents(1_000), // writes what is gathered, if anything is
    await saved(),
    contentsOf(other.world()),
    [...other.heard],
  ];
  const before = await seen();
  const [financeKey, spareKey] = ["6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4", "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93"];
  const card = {
    account: caller.account,
    region,
    kind: "ciphertext",
    aliasName: KeyId,
    keyId: financeKey,
    algorithm: "SYMMETRIC_DEFAULT",
    blob: CiphertextBlob ?? expect.fail(),
  } as const;
  const changes: readonly Change[] = [
    { type: "retarget", region, aliasName: KeyId, keyId: spareKey },
    { type: "swap", region, aliasName: KeyId, otherName: "alias/finance-key" },
    { type: "scheduleDeletion", region, keyId: financeKey, pendingWindowInDays: 7 },
  ];
  for (const change of changes) {
    const { refusal, artefacts, users } = await previewChange(tab.engine, tab.world(), change, [card], {
      ...caller,
      recentEvents: async (limit) => (await tab.workspace.recentEvents(limit)).map(({ event }) => event),
    });
    expect(refusal).toBeUndefined();
    expect(artefacts[0]?.before.byAlias.ok).toBe(true);
    expect(artefacts[0]?.after.byAlias.ok).toBe(false);
    expect(users?.map(({ principal }) => principal)).toContain(caller.principal);
  }
  // Strictly: sealed material is kept in ArrayBuffers, whose bytes toEqual does not look at.
  expect(await seen()).toStrictEqual(before);
  // And what is made for good would have been seen.
  await tab.engine.call({ ...caller, operation: "DeleteAlias", input: { AliasName: KeyId } });
  expect((await seen()).slice(0, 3).map((part, at) => equals(part, before[at]))).toEqual([false, false, false]);
  await Promise.all([tab, other].map(({ workspace }) => workspace.close()));
});
