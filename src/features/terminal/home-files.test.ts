import { InMemoryFs } from "just-bash/browser";
import { expect, test } from "vitest";
import { HomeFiles } from "./home-files.ts";

const bytes = (size: number) => new Uint8Array(size).fill(7);

test("a look tells what was written and removed since the last one", async () => {
  const fs = new InMemoryFs({});
  const home = new HomeFiles(fs);
  await home.restore([
    { path: "/home/user/d", bytes: undefined },
    { path: "/home/user/d/a", bytes: bytes(3) },
  ]);
  await fs.writeFile("/home/user/b", bytes(2));
  await fs.writeFile("/tmp/elsewhere", "x");
  await fs.rm("/home/user/d/a");
  const { written, removed } = await home.changes();
  expect(written).toContainEqual({ path: "/home/user/b", bytes: bytes(2) });
  expect(written.map(({ path }) => path)).not.toContain("/tmp/elsewhere");
  expect(removed).toEqual(["/home/user/d/a"]);
});

test("files for which there is no room are named, and the others are there", async () => {
  const fs = new InMemoryFs({}, { maxTotalBytes: 100_000 });
  const home = new HomeFiles(fs);
  const leftOut = await home.restore([
    { path: "/home/user/a", bytes: bytes(20_000) },
    { path: "/home/user/b", bytes: bytes(90_000) },
    { path: "/home/user/c", bytes: bytes(30_000) },
  ]);
  expect(leftOut).toEqual(["/home/user/b"]);
  expect(await fs.readFileBuffer("/home/user/c")).toEqual(bytes(30_000));
  expect((await home.changes()).removed).toEqual([]);
});

test("a symbolic link stays one", async () => {
  const from = new InMemoryFs({});
  const home = new HomeFiles(from);
  await home.restore([{ path: "/home/user/a", bytes: bytes(1) }]);
  await from.symlink("a", "/home/user/link");
  const { written } = await home.changes();
  const link = written.filter(({ path }) => path === "/home/user/link");
  expect(link).toEqual([{ path: "/home/user/link", bytes: undefined, target: "a" }]);

  const to = new InMemoryFs({});
  await new HomeFiles(to).restore([{ path: "/home/user/a", bytes: bytes(1) }, ...link]);
  expect(await to.readlink("/home/user/link")).toBe("a");
});
