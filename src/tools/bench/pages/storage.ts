// A CreateAlias that is kept, from the call to its answer, against one bare strict put of the same record. Runs in the page.
import { openDB } from "idb";
import { applyDiff, createEngine } from "#kms/index.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import { aliasNameOf, caller } from "#tools/bench/bench-world.ts";
import { type BenchRow, benchRow, contest } from "#tools/bench/measure.ts";

async function persistedCreateAlias(): Promise<BenchRow> {
  const workspace = await openWorkspace({ first: "empty" });
  if (workspace.kind !== "indexeddb") throw new Error("this browser keeps nothing: there is nothing to measure");
  let { world } = workspace;
  const engine = createEngine({
    ...workspace,
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    state: {
      get: () => world,
      apply: ({ diff, seq }) => {
        world = applyDiff(world, diff, seq);
      },
    },
  });
  const keyIds: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    const { KeyMetadata } = await engine.call({ ...caller, operation: "CreateKey", input: {} });
    keyIds.push(KeyMetadata?.KeyId ?? "");
  }
  const bare = await openDB("bench-bare", 1, { upgrade: (db) => void db.createObjectStore("aliases") });
  const record = { account: caller.account, region: caller.region, creationDate: 0, lastUpdatedDate: 0 };
  const { ours, reference } = await contest(
    { rounds: 9, count: 150 },
    (i) =>
      engine.call({
        ...caller,
        operation: "CreateAlias",
        input: { AliasName: aliasNameOf(i), TargetKeyId: keyIds[i % keyIds.length] ?? "" },
      }),
    async (i) => {
      const put = bare.transaction("aliases", "readwrite", { durability: "strict" });
      put.store.put({ ...record, aliasName: aliasNameOf(i), targetKeyId: keyIds[0] }, aliasNameOf(i));
      await put.done;
    },
  );
  await workspace.close();
  return benchRow("CreateAlias, kept / one strict put", ours, reference, { ratio: 1.5 }, "ms");
}

Object.assign(globalThis, { benches: { persistedCreateAlias } });
