// What the terminal keeps: for one workspace each, seen by all tabs, and gone when the user or the workspace says so.
import { expect, test, vi } from "vitest";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import { openTerminalStore } from "./terminal-store.ts";
import { openTab } from "./test-tab.ts";

let tests = 0;
function prefixOfTest(): string {
  tests += 1;
  return `terminal-${tests}-${Date.now()}`;
}
const storeOf = (prefix: string, id = "one", onForgotten: (what: string) => void = () => undefined) =>
  openTerminalStore({ id, kind: "indexeddb" }, { prefix, onForgotten });
const file = (path: string) => ({ path, bytes: new TextEncoder().encode(path) });

test("keeps lines and files in their order, for this workspace only", async () => {
  const prefix = prefixOfTest();
  const one = await storeOf(prefix);
  await one.addLine("first");
  await one.addLine("second");
  const folder = { path: "/home/user/d", bytes: undefined };
  await one.saveFiles([file("/home/user/d/e"), file("/home/user/gone"), folder], []);
  await one.saveFiles([], ["/home/user/gone"]);
  await (await storeOf(prefix, "two")).addLine("of another workspace");
  expect(await (await storeOf(prefix)).load()).toEqual({
    lines: ["first", "second"],
    files: [folder, file("/home/user/d/e")],
  });
});

test("keeps the last 1,000 lines", async () => {
  const store = await storeOf(prefixOfTest());
  for (let i = 0; i < 1003; i += 1) await store.addLine(String(i));
  const { lines } = await store.load();
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([1000, "3", "1002"]);
});

test("forgets what other tabs have kept too, tells them, and leaves other workspaces alone", async () => {
  const prefix = prefixOfTest();
  const onForgotten = vi.fn();
  const other = await storeOf(prefix, "one", onForgotten);
  const apart = await storeOf(prefix, "two");
  await other.addLine("aws kms list-keys");
  await other.saveFiles([file("/home/user/secret")], []);
  await apart.saveFiles([file("/home/user/kept")], []);

  const store = await storeOf(prefix);
  await store.forget("lines");
  expect(await store.load()).toEqual({ lines: [], files: [file("/home/user/secret")] });
  await store.forget("all");
  expect(await store.load()).toEqual({ lines: [], files: [] });
  await vi.waitFor(() => expect(onForgotten.mock.calls).toEqual([["lines"], ["all"]]));
  expect((await apart.load()).files).toHaveLength(1);
});

test("what a workspace has left is deleted with it, and not while it can be restored", async () => {
  const prefix = prefixOfTest();
  const home = await openIndexedDbHome(prefix);
  const replaced: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { workspace } = await openTab({ home, first: "empty" });
    replaced.push(workspace.id);
    await (await storeOf(prefix, workspace.id)).saveFiles([file("/home/user/key.bin")], []);
    if (i < 2) await workspace.resetWorkspace("empty");
  }
  await home.sweep();
  const counts = await Promise.all(replaced.map(async (id) => (await (await storeOf(prefix, id)).load()).files.length));
  expect(counts).toEqual([0, 1, 1]);
});

test("a sweep makes no database where no terminal was opened", async () => {
  const prefix = prefixOfTest();
  await (await openIndexedDbHome(prefix)).sweep();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`${prefix}.terminal`);
});
