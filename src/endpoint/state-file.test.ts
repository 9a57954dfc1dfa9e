// What a state file keeps: through a clean stop, a torn journal, a crash in the middle of writing, and a second process.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parseArchive } from "#storage/archive/parse-archive.ts";
import { type Endpoint, startEndpoint } from "./server.ts";
import { call, createKey, send } from "./test-client.ts";

let folder: string;
let state: string;
const started: Endpoint[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kms-sandbox-state-"));
  state = join(folder, "kms.json");
});
afterEach(async () => {
  for (const each of started.splice(0)) await each.close();
  await rm(folder, { recursive: true });
});

async function start(options: Parameters<typeof startEndpoint>[0] = {}): Promise<Endpoint> {
  const endpoint = await startEndpoint({ port: 0, state, strict: true, ...options });
  started.push(endpoint);
  return endpoint;
}
async function stop(endpoint: Endpoint): Promise<void> {
  started.splice(started.indexOf(endpoint), 1);
  await endpoint.close();
}
const aliasNames = async (url: string): Promise<string[]> => {
  const { Aliases } = await call<{ Aliases: { AliasName: string; TargetKeyId?: string }[] }>(url, "ListAliases", {});
  return Aliases.filter(({ TargetKeyId }) => TargetKeyId).map(({ AliasName }) => AliasName);
};

/** Makes files as a crash leaves them: copies those of an endpoint that runs, then lets it stop. */
async function crashed(
  work: (url: string) => Promise<void>,
): Promise<{ readonly file: string; readonly journal: string }> {
  const endpoint = await start();
  await work(endpoint.url);
  const [file, journal] = [await readFile(state, "utf8"), await readFile(`${state}.journal`, "utf8")];
  await stop(endpoint);
  await writeFile(state, file);
  await writeFile(`${state}.journal`, journal);
  return { file, journal };
}

describe("a state file", () => {
  test("is a workspace file that only its owner can read, made at the start", async () => {
    const endpoint = await start();
    const { contents } = await parseArchive(await readFile(state, "utf8"));
    expect(contents.tables.accounts).toHaveLength(1);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    await stop(endpoint);
    expect(await readdir(folder)).toEqual(["kms.json"]);
  });

  test("keeps every kind of change through a clean stop", async () => {
    const first = await start();
    const KeyId = await createKey(first.url, { Tags: [{ TagKey: "a", TagValue: "b" }] });
    const signing = await createKey(first.url, { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    await call(first.url, "CreateAlias", { AliasName: "alias/finance", TargetKeyId: KeyId });
    await call(first.url, "DisableKey", { KeyId: signing });
    const { CiphertextBlob } = await call(first.url, "Encrypt", { KeyId: "alias/finance", Plaintext: "aGVsbG8=" });
    const { PublicKey } = await call(first.url, "EnableKey", { KeyId: signing }).then(() =>
      call(first.url, "GetPublicKey", { KeyId: signing }),
    );
    await createKey(first.url, {}, { account: "444455556666", region: "eu-west-1" });
    await stop(first);
    const { url } = await start();
    expect(await call(url, "Decrypt", { CiphertextBlob })).toMatchObject({ Plaintext: "aGVsbG8=" });
    expect(await call(url, "GetPublicKey", { KeyId: signing })).toMatchObject({ PublicKey });
    expect(await aliasNames(url)).toEqual(["alias/finance"]);
    const { Keys } = await call(url, "ListKeys", {}, { account: "444455556666", region: "eu-west-1" });
    expect(Keys).toHaveLength(1);
  });

  test("is not written anew by a run that changed nothing", async () => {
    await stop(await start());
    const before = await readFile(state, "utf8");
    await stop(await start());
    expect(await readFile(state, "utf8")).toBe(before);
  });

  test("keeps the last use of a key through clean stops, also of runs that change nothing else", async () => {
    const first = await start();
    const KeyId = await createKey(first.url);
    const lastUsage = async ({ url }: Endpoint) =>
      (await call<{ KeyLastUsage?: object }>(url, "GetKeyLastUsage", { KeyId })).KeyLastUsage;
    const { CiphertextBlob } = await call(first.url, "Encrypt", { KeyId, Plaintext: "aGVsbG8=" });
    const encrypted = await lastUsage(first);
    expect(encrypted).toMatchObject({ Operation: "Encrypt" });
    await stop(first);
    const second = await start();
    expect(await lastUsage(second)).toEqual(encrypted);
    await call(second.url, "Decrypt", { CiphertextBlob });
    const decrypted = await lastUsage(second);
    expect(decrypted).toMatchObject({ Operation: "Decrypt" });
    await stop(second);
    const third = await start();
    await call(third.url, "EnableKey", { KeyId });
    const [file, journal] = [await readFile(state, "utf8"), await readFile(`${state}.journal`, "utf8")];
    await stop(third);
    await writeFile(state, file);
    await writeFile(`${state}.journal`, journal);
    expect(await lastUsage(await start())).toEqual(decrypted); // a crash later, the file still has it
  });

  test("keeps the sandbox clock", async () => {
    const first = await start();
    const sent = { method: "POST", body: JSON.stringify({ advanceSeconds: 1_000_000 }) };
    expect((await fetch(`${first.url}/_sandbox/clock`, sent)).status).toBe(200);
    await stop(first);
    const { now } = (await (await fetch(`${(await start()).url}/_sandbox/clock`)).json()) as { now: string };
    expect(Date.parse(now)).toBeGreaterThan(Date.now() + 999_000_000);
  });

  test("is written when the journal has grown, while calls go on", async () => {
    const endpoint = await start({ foldBytes: 2_000 });
    const KeyId = await createKey(endpoint.url);
    const names = Array.from({ length: 40 }, (_, i) => `alias/a${String(i).padStart(2, "0")}`);
    await Promise.all(names.map((AliasName) => call(endpoint.url, "CreateAlias", { AliasName, TargetKeyId: KeyId })));
    await createKey(endpoint.url); // answered when the file has been written, since the journal waits for that
    const { contents } = await parseArchive(await readFile(state, "utf8"));
    expect(contents.tables.keys).toHaveLength(1);
    const [file, journal] = [await readFile(state, "utf8"), await readFile(`${state}.journal`, "utf8")];
    await stop(endpoint);
    await writeFile(state, file);
    await writeFile(`${state}.journal`, journal);
    expect(await aliasNames((await start()).url)).toEqual(names);
  });

  test("goes back to the seed at a reset, and the reset is kept", async () => {
    const first = await start();
    await createKey(first.url);
    await stop(first);
    const seed = join(folder, "seed.json");
    await writeFile(seed, await readFile(state));
    const second = await start({ seed });
    await createKey(second.url);
    expect((await fetch(`${second.url}/_sandbox/reset`, { method: "POST" })).status).toBe(200);
    await createKey(second.url, { Description: "after" });
    await stop(second);
    const { Keys } = await call((await start()).url, "ListKeys", {});
    expect(Keys).toHaveLength(2);
  });

  test("does not begin with the seed when it is there already", async () => {
    const first = await start();
    await stop(first);
    const seed = join(folder, "seed.json");
    const other = await start({ state: seed });
    await createKey(other.url);
    await stop(other);
    expect((await call<{ Keys: unknown[] }>((await start({ seed })).url, "ListKeys", {})).Keys).toEqual([]);
    const unkept = await start({ state: undefined, seed });
    expect((await call<{ Keys: unknown[] }>(unkept.url, "ListKeys", {})).Keys).toHaveLength(1);
  });
});

describe("after a crash", () => {
  const twoAliases = async (url: string): Promise<void> => {
    const TargetKeyId = await createKey(url);
    await call(url, "CreateAlias", { AliasName: "alias/one", TargetKeyId });
    await call(url, "CreateAlias", { AliasName: "alias/two", TargetKeyId });
  };

  test("the journal has what the file has not, key material included", async () => {
    let CiphertextBlob: unknown;
    await crashed(async (url) => {
      await twoAliases(url);
      ({ CiphertextBlob } = await call(url, "Encrypt", { KeyId: "alias/one", Plaintext: "aGVsbG8=" }));
    });
    const { url } = await start();
    expect(await aliasNames(url)).toEqual(["alias/one", "alias/two"]);
    expect(await call(url, "Decrypt", { CiphertextBlob })).toMatchObject({ Plaintext: "aGVsbG8=" });
  });

  test("a last line that was not written whole is dropped, and the journal goes on behind the line before", async () => {
    const { file, journal } = await crashed(twoAliases);
    for (const cut of [1, 2, 100]) {
      await writeFile(state, file);
      await writeFile(`${state}.journal`, journal.slice(0, -cut));
      const endpoint = await start();
      expect(await aliasNames(endpoint.url)).toEqual(["alias/one"]);
      await call(endpoint.url, "CreateAlias", { AliasName: "alias/two", TargetKeyId: await createKey(endpoint.url) });
      await stop(endpoint);
      const again = await start();
      expect(await aliasNames(again.url)).toEqual(["alias/one", "alias/two"]);
      await stop(again);
    }
  });

  test("a damaged line in the middle is told, and nothing is touched", async () => {
    const { journal } = await crashed(twoAliases);
    const lines = journal.split("\n");
    lines[2] = `${lines[2]?.slice(0, 50)}`;
    await writeFile(`${state}.journal`, lines.join("\n"));
    await expect(start()).rejects.toThrow(/kms\.json\.journal cannot be read: line 3: is not JSON\./);
    lines.splice(2, 1);
    await writeFile(`${state}.journal`, lines.join("\n"));
    await expect(start()).rejects.toThrow("kms.json.journal is damaged: change 2 is missing.");
    expect((await readFile(`${state}.journal`, "utf8")).split("\n")).toEqual(lines);
  });

  test("between file and journal, the old journal is void", async () => {
    const { journal } = await crashed(twoAliases);
    const endpoint = await start(); // writes the file at once
    const [file] = [await readFile(state, "utf8")];
    await stop(endpoint);
    const { exportedAt } = JSON.parse(file) as { exportedAt: string };
    await writeFile(`${state}.journal`, `${journal}${JSON.stringify({ until: exportedAt })}\n`);
    expect(await aliasNames((await start()).url)).toEqual(["alias/one", "alias/two"]);
  });

  test("before the new file has taken its place, the journal still counts", async () => {
    const { journal } = await crashed(twoAliases);
    await writeFile(`${state}.journal`, `${journal}${JSON.stringify({ until: "2030-01-01T00:00:00.000Z" })}\n`);
    await writeFile(`${state}.new`, "half a fi");
    expect(await aliasNames((await start()).url)).toEqual(["alias/one", "alias/two"]);
  });

  test("a journal of another file is not taken", async () => {
    await crashed(twoAliases);
    const { exportedAt, ...rest } = JSON.parse(await readFile(state, "utf8"));
    await writeFile(state, JSON.stringify({ ...rest, exportedAt: "2020-01-01T00:00:00.000Z" }));
    await expect(start()).rejects.toThrow("holds changes of another state file");
    await rm(state);
    await expect(start()).rejects.toThrow("is gone. Put the file back, or delete the journal");
  });
});

describe("is refused in a sentence", () => {
  test("a file that another endpoint uses", async () => {
    await start();
    await expect(start()).rejects.toThrow(`${state} is in use by another endpoint, process ${process.pid}.`);
  });

  test("but not one whose endpoint has died", async () => {
    const dead = [{ pid: 2 ** 22 + 1, startedAt: null }, { pid: process.ppid, startedAt: "0" }, { pid: process.pid }];
    for (const text of [...dead.map((holder) => JSON.stringify(holder)), "", "{"]) {
      await writeFile(`${state}.lock`, text);
      await stop(await start());
    }
  });

  test.each([
    ["is not JSON", "{"],
    ["its format is not kms-sandbox-workspace", "{}"],
    ["written by a newer version", JSON.stringify({ format: "kms-sandbox-workspace", version: 999 })],
  ])("a file that %s", async (problem, text) => {
    await writeFile(state, text);
    await expect(start()).rejects.toThrow(problem);
    await expect(start({ state: undefined, seed: state })).rejects.toThrow(problem);
    expect(await readFile(state, "utf8")).toBe(text);
    expect(await readdir(folder)).toEqual(["kms.json"]);
  });

  test("a folder that is not there, or a seed that is not", async () => {
    await expect(start({ state: join(folder, "no", "kms.json") })).rejects.toThrow("cannot be used. ENOENT");
    await expect(start({ seed: join(folder, "no.json") })).rejects.toThrow("There is no file");
  });

  test("every call after the disk has refused one", async () => {
    const endpoint = await start({ foldBytes: 0 });
    await mkdir(`${state}.new`); // where the new file would be written
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const Description = "x".repeat(8192); // two such commits are longer than the file
    for (let i = 0; i < 2; i += 1) await send(endpoint.url, "CreateKey", { Description });
    const next = await send(endpoint.url, "CreateKey", {});
    expect([next.status, next.json.__type]).toEqual([500, "KMSInternalException"]);
    expect(next.json.message).toContain("The state file could not be written: EISDIR");
    expect((await send(endpoint.url, "ListKeys", {})).status).toBe(500);
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
    await rm(`${state}.new`, { recursive: true });
    await expect(stop(endpoint)).rejects.toThrow("Its journal is kept.");
  });
});
