// A workspace file that is wrong: the place and the problem are named, and nothing is made of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { latestTime, tableNames } from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openTab } from "#storage/test-tab.ts";
import { ArchiveError, archiveByteLimit } from "./archive-format.ts";
import { archiveText, exportArchive } from "./export-archive.ts";
import { parseArchive } from "./parse-archive.ts";

const now = 1_768_471_200_000;
const sampleTab = await openTab({ home: createMemoryHome(), first: "sample", now: () => now });
await sampleTab.call("CreateAlias", { AliasName: "alias/extra", TargetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" });
// Its history: the seven commits of the sample's story, OpenWorkspace, and this CreateAlias.
const sample = archiveText(await exportArchive(sampleTab.workspace, now));
type Loose = { [member: string]: Loose } & Loose[];
type Wrong = readonly [path: string, problem: RegExp, change: (document: Loose) => unknown];
const set = (of: Loose | undefined, values: object) => Object.assign(of as Loose, values);
const find = (records: Loose | undefined, match: object) =>
  (records as Loose[]).find((record) =>
    Object.entries(match).every(([k, v]) => (record as Record<string, unknown>)[k] === v),
  );
const table = (document: Loose, name: string) => document.tables?.[name];
const key = (document: Loose, keyId = "1234abcd-12ab-34cd-56ef-1234567890ab") =>
  find(table(document, "keys"), { keyId });
const finance = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4";
const own = (of: Loose | undefined, member: string, value: unknown) =>
  Object.defineProperty(of, member, { value, enumerable: true, configurable: true, writable: true });
const materialOf = (document: Loose, keyId: string) => String(key(document, keyId)?.materialId);
const hex = "ab".repeat(32);

const wrongs: readonly Wrong[] = [
  ["file", /does not hold a KMS Sandbox workspace/, (d) => set(d, { format: "other" })],
  ["file", /newer version/, (d) => set(d, { version: 3 })],
  ["version", /whole number/, (d) => set(d, { version: "1" })],
  ["name", /is missing/, (d) => delete d.name],
  ["extra", /not known/, (d) => set(d, { extra: 1 })],
  ["__proto__", /not known/, (d) => own(d, "__proto__", { isAdmin: true })],
  ["exportedAt", /must be a time/, (d) => set(d, { exportedAt: "yesterday" })],
  ["tables", /must be an object/, (d) => set(d, { tables: [] })],
  ["tables.nothing", /must be one of/, (d) => set(d.tables, { nothing: [] })],
  ["tables.grants", /must be one of keys, aliases/, (d) => set(d, { version: 1 })],
  ["tables.grants", /is missing/, (d) => delete d.tables?.grants],
  ["tables.tags", /is missing/, (d) => delete d.tables?.tags],
  ["tables.keys", /must be a list/, (d) => set(d.tables, { keys: {} })],
  [
    "tables.accounts",
    /at least one account/,
    (d) => set(d, { tables: Object.fromEntries(tableNames.map((name) => [name, []])) }),
  ],
  ["tables.keys[?].__proto__", /not known/, (d) => own(key(d), "__proto__", {})],
  ["tables.keys[?].secret", /not known/, (d) => set(key(d), { secret: "x" })],
  [
    "tables.keys[?].keyId",
    /key ID in lower case/,
    (d) => set(key(d), { keyId: "1234ABCD-12ab-34cd-56ef-1234567890ab" }),
  ],
  ["tables.keys[?].keyId", /key ID/, (d) => set(key(d), { keyId: "alias/x" })],
  ["tables.keys[?].creationDate", /whole number/, (d) => set(key(d), { creationDate: "2026" })],
  ["tables.keys[?].creationDate", /whole number/, (d) => set(key(d), { creationDate: -1 })],
  ["tables.keys[?].keySpec", /must be one of/, (d) => set(key(d), { keySpec: "RSA_1024" })],
  ["tables.keys[?].keySpec", /only available in China/i, (d) => set(key(d), { keySpec: "SM2" })],
  ["tables.keys[?].keyUsage", /not compatible/, (d) => set(key(d), { keyUsage: "GENERATE_VERIFY_MAC" })],
  ["tables.keys[?].keyState", /never Unavailable/, (d) => set(key(d), { keyState: "Unavailable" })],
  ["tables.keys[?].deletionDate", /exactly when/, (d) => set(key(d), { keyState: "PendingDeletion" })],
  ["tables.keys[?].deletionDate", /exactly when/, (d) => set(key(d), { deletionDate: now })],
  ["tables.keys[?].materialId", /when it was imported/, (d) => set(key(d), { origin: "EXTERNAL" })],
  ["tables.keys[?].multiRegion", /begins with mrk-/, (d) => set(key(d), { multiRegion: true })],
  ["tables.keys[?].multiRegion", /true or false/, (d) => set(key(d), { multiRegion: "no" })],
  ["tables.keys[?].description", /0 to 8192 characters/, (d) => set(key(d), { description: "x".repeat(8193) })],
  ["tables.keys[?].account", /12 digits/, (d) => set(key(d), { account: "1" })],
  ["tables.keys[?].account", /no account 555555555555/, (d) => set(key(d), { account: "555555555555" })],
  ["tables.keys[?].region", /must be a Region/, (d) => set(key(d), { region: "moon-1" })],
  ["tables.keys[?].region", /not enabled/, (d) => set(key(d), { region: "af-south-1" })],
  ["tables.keys[?].publicKey", /exactly when/, (d) => delete key(d)?.publicKey],
  ["tables.keys[?].publicKey.$bytes", /not base64/, (d) => set(key(d)?.publicKey, { $bytes: "!!!!" })],
  ["tables.keys[?].publicKey", /does not belong/, (d) => set(key(d)?.publicKey, { $bytes: "AAAA" })],
  [
    "tables.keys[?].publicKey",
    /does not belong/,
    (d) => set(key(d), { publicKey: key(d, "1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d")?.publicKey }),
  ],
  ["tables.keys[?].materialId", /is missing/, (d) => delete key(d)?.materialId],
  ["tables.keys[?].materialId", /64 hexadecimal/, (d) => set(key(d), { materialId: "AB" })],
  ["tables.keys[?].materialId", /is missing/, (d) => set(key(d), { materialId: hex })],
  [
    "tables.keys[?].materialId",
    /already/,
    (d) => set(key(d, finance), { materialId: materialOf(d, "c2d94e70-88b1-4f36-a05d-91e3b7c64a28") }),
  ],
  ["tables.keys[?]", /no key policy/, (d) => set(d.tables, { keyPolicies: [] })],
  ["tables.keys[?]", /same record/, (d) => table(d, "keys")?.push({ ...key(d) } as unknown as Loose)],
  [
    "tables.keys[?]",
    /51 tags/,
    (d) => {
      for (let i = 0; i < 51; i++)
        table(d, "tags")?.push({
          account: "111122223333",
          region: "us-west-2",
          keyId: "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93",
          tagKey: `${i}`,
          tagValue: "",
        } as unknown as Loose);
    },
  ],
  [
    "tables.keys[?]",
    /51 aliases/,
    (d) => {
      for (let i = 0; i < 51; i++)
        table(d, "aliases")?.push({
          account: "111122223333",
          region: "us-west-2",
          aliasName: `alias/n${i}`,
          targetKeyId: "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93",
          creationDate: 1,
          lastUpdatedDate: 1,
        } as unknown as Loose);
    },
  ],
  [
    "tables.aliases[?].aliasName",
    /alias name/,
    (d) => set(find(table(d, "aliases"), { aliasName: "alias/finance" }), { aliasName: "finance" }),
  ],
  [
    "tables.aliases[?].aliasName",
    /alias name/,
    (d) => set(find(table(d, "aliases"), { aliasName: "alias/finance" }), { aliasName: "alias/a:b" }),
  ],
  [
    "tables.aliases[?].aliasName",
    /no AWS service/,
    (d) => set(find(table(d, "aliases"), { aliasName: "alias/aws/acm" }), { aliasName: "alias/aws/nope" }),
  ],
  [
    "tables.aliases[?].targetKeyId",
    /there is no key/,
    (d) =>
      set(find(table(d, "aliases"), { aliasName: "alias/finance" }), {
        targetKeyId: "00000000-0000-4000-8000-000000000000",
      }),
  ],
  [
    "tables.aliases[?].targetKeyId",
    /is missing/,
    (d) => delete find(table(d, "aliases"), { aliasName: "alias/finance" })?.targetKeyId,
  ],
  [
    "tables.aliases[?].creationDate",
    /is missing/,
    (d) => delete find(table(d, "aliases"), { aliasName: "alias/finance" })?.creationDate,
  ],
  [
    "tables.aliases[?].targetKeyId",
    /AWS managed keys/,
    (d) =>
      set(find(table(d, "aliases"), { aliasName: "alias/aws/s3", region: "us-west-2", account: "111122223333" }), {
        targetKeyId: finance,
      }),
  ],
  [
    "tables.aliases[?]",
    /dates although/,
    (d) => set(find(table(d, "aliases"), { aliasName: "alias/aws/acm" }), { creationDate: 1 }),
  ],
  ["tables.keyPolicies[?].policy", /not JSON/, (d) => set(table(d, "keyPolicies")?.[0], { policy: "{" })],
  ["tables.keyPolicies[?].policy", /no Statement/, (d) => set(table(d, "keyPolicies")?.[0], { policy: "{}" })],
  [
    "tables.keyPolicies[?].policy",
    /32768 bytes/,
    (d) => set(table(d, "keyPolicies")?.[0], { policy: `{"Statement":[]}${" ".repeat(33_000)}` }),
  ],
  [
    "tables.keyPolicies[?].keyId",
    /there is no key/,
    (d) =>
      table(d, "keyPolicies")?.push({
        account: "111122223333",
        region: "us-east-2",
        keyId: finance,
        policy: '{"Statement":[]}',
      } as unknown as Loose),
  ],
  ["tables.tags[?].tagKey", /aws:/, (d) => set(table(d, "tags")?.[0], { tagKey: "AWS:x" })],
  ["tables.tags[?].tagKey", /1 to 128/, (d) => set(table(d, "tags")?.[0], { tagKey: "" })],
  [
    "tables.tags[?]",
    /have no tags/,
    (d) =>
      set(table(d, "tags")?.[0], {
        account: "111122223333",
        region: "us-west-2",
        keyId: "72e5c1d9-5b08-4f43-96ad-e3c70f8b2a15",
      }),
  ],
  [
    "tables.accounts[?].enabledRegions",
    /must have us-east-1/,
    (d) => set(table(d, "accounts")?.[0], { enabledRegions: ["us-west-2"] }),
  ],
  ["tables.accounts[?].name", /1 to 50/, (d) => set(table(d, "accounts")?.[0], { name: "" })],
  [
    "tables.settings[?].clockOffsetMs",
    /whole number/,
    (d) => table(d, "settings")?.push({ clockOffsetMs: -1 } as unknown as Loose),
  ],
  [
    "tables.settings[?]",
    /same record/,
    (d) => table(d, "settings")?.push(...([{ clockOffsetMs: 1 }, { clockOffsetMs: 2 }] as unknown as Loose[])),
  ],
  ["material.__proto__", /key material ID/, (d) => own(d.material, "__proto__", { $bytes: "AAAA" })],
  ["material.?", /belongs to no key/, (d) => own(d.material, hex, { $bytes: "AAAA" })],
  [
    "material.?",
    /no key material of SYMMETRIC_DEFAULT/,
    (d) => own(d.material, materialOf(d, finance), { $bytes: "AAAA" }),
  ],
  [
    "material.?",
    /no private key of RSA_2048/,
    (d) => own(d.material, materialOf(d, "1234abcd-12ab-34cd-56ef-1234567890ab"), { $bytes: "AAAA" }),
  ],
  ["material.?.$bytes", /not base64/, (d) => own(d.material, materialOf(d, finance), { $bytes: "A" })],
  ["material.?", /must be \{"\$bytes"/, (d) => own(d.material, materialOf(d, finance), { $bytes: 1 })],
  ["material.?", /must be \{"\$bytes"/, (d) => own(d.material, materialOf(d, finance), null)],
  ["usage", /must be an object/, (d) => set(d, { usage: [] })],
  ['usage["__proto__"]', /of no key/, (d) => own(set(d, { usage: {} }).usage, "__proto__", {})],
  ["history", /must be a list/, (d) => set(d, { history: {} })],
  ["history[1].seq", /must be 2/, (d) => set(d.history?.[1], { seq: 3 })],
  ["history[7].event.change.type", /must be one of/, (d) => set(d.history?.[7]?.event?.change, { type: "Explode" })],
  ["history[1].event.eventName", /must be text/, (d) => set(d.history?.[1]?.event, { eventName: 1 })],
  [
    `history[1].event.requestParameters${".a".repeat(21)}`,
    /nested too deeply/,
    (d) => set(d.history?.[1]?.event, { requestParameters: JSON.parse(`${'{"a":'.repeat(30)}1${"}".repeat(30)}`) }),
  ],
  ["history[1].diff.nothing", /must be one of/, (d) => set(d.history?.[1]?.diff, { nothing: {} })],
  [
    'history[1].diff.aliases["x"]',
    /not the id/,
    (d) => set(d.history?.[1]?.diff?.aliases, { x: [null, find(table(d, "aliases"), { aliasName: "alias/extra" })] }),
  ],
  ['history[1].diff.aliases["x"]', /no record/, (d) => set(d.history?.[1]?.diff?.aliases, { x: [null, null] })],
  [
    'history[1].diff.aliases["__proto__"]',
    /no record/,
    (d) => own(d.history?.[1]?.diff?.aliases, "__proto__", [null, null]),
  ],
  [
    'history[8].diff.aliases["111122223333/us-west-2/alias/extra"]',
    /does not lead/,
    (d) => set(find(table(d, "aliases"), { aliasName: "alias/extra" }), { lastUpdatedDate: 1 }),
  ],
];

test.each(wrongs.map(([path, problem, change], i) => [i, path, problem.source, problem, change] as const))(
  "refuses a wrong file (%i): %s %s",
  async (_i, path, _source, problem, change) => {
    const document: Loose = JSON.parse(sample);
    change(document);
    const error = await parseArchive(JSON.stringify(document)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ArchiveError);
    if (!(error instanceof ArchiveError)) return;
    expect(error.problem).toMatch(problem);
    expect(error.path.replace(/^(tables\.\w+)\[\d+\]/, "$1[?]").replace(/[0-9a-f]{64}/, "?")).toBe(path);
  },
);

test("refuses a file that is no JSON, no object, or too large, without quoting it", async () => {
  await expect(parseArchive("secret{")).rejects.toThrow(/^The file is not JSON/);
  await expect(parseArchive("secret{")).rejects.not.toThrow(/secret/);
  await expect(parseArchive("[]")).rejects.toThrow("The file must be an object.");
  await expect(parseArchive("null")).rejects.toThrow("The file must be an object.");
  await expect(parseArchive(" ".repeat(archiveByteLimit + 1))).rejects.toThrow("The file is larger than 64 MiB.");
});

const secret = "c2VjcmV0IGJ5dGVzIG9mIGEga2V5";
const misplaced: readonly [where: string, (document: Loose) => unknown][] = [
  ["as plain text", (d) => own(d.material, materialOf(d, finance), secret)],
  ["in a list", (d) => own(d.material, materialOf(d, finance), [secret])],
  ["under another name", (d) => own(d.material, materialOf(d, finance), { bytes: secret })],
  ["as the name itself", (d) => own(d.material, materialOf(d, finance), { [secret]: "" })],
  ["with something beside it", (d) => own(d.material, materialOf(d, finance), { $bytes: secret, also: secret })],
  ["in another list", (d) => own(d.material, materialOf(d, finance), { $bytes: [secret] })],
  ["in a list of all material", (d) => set(d, { material: [secret] })],
  ["in a public key", (d) => set(key(d), { publicKey: secret })],
];
test.each(misplaced)("does not quote key material that stands %s", async (_where, change) => {
  const document: Loose = JSON.parse(sample);
  change(document);
  const error = await parseArchive(JSON.stringify(document)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ArchiveError);
  expect(String(error)).not.toContain(secret.slice(0, 8));
});

test("does not quote a file that is text and no object", async () => {
  await expect(parseArchive(JSON.stringify(secret))).rejects.toThrow("The file must be an object.");
  await expect(parseArchive(JSON.stringify([secret]))).rejects.not.toThrow(secret.slice(0, 8));
});

test("refuses a clock beyond the year 9999, in the settings and in the history", async () => {
  const document: Loose = JSON.parse(sample);
  const withClock = (clockOffsetMs: number) =>
    set({ ...document }, { tables: { ...document.tables, settings: [{ clockOffsetMs }] } });
  await expect(parseArchive(JSON.stringify(withClock(latestTime - Date.now() + 60_000)))).rejects.toThrow(
    /^tables.settings\[0\].clockOffsetMs: must be a whole number/,
  );
  const { contents } = await parseArchive(JSON.stringify(withClock(latestTime - Date.now() - 60_000)));
  expect(contents.tables.settings).toHaveLength(1);
  set(document.history?.[1], {
    event: {
      eventSource: "sandbox",
      eventTime: "2026-01-15T10:00:00Z",
      change: { type: "MoveClock", offsetMs: 8.64e15 },
    },
  });
  await expect(parseArchive(JSON.stringify(document))).rejects.toThrow(/^history\[1\].event.change.offsetMs/);
});

test("parsing never ends in anything but an ArchiveError or a World, whatever member is put in place of another", async () => {
  const places: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) places.push(path);
    if (typeof value !== "object" || value === null || path.length > 5) return;
    const keys = Array.isArray(value) ? [0, value.length - 1].filter((i) => i >= 0) : Object.keys(value).slice(0, 30);
    for (const each of keys) walk((value as Record<string, unknown>)[each], [...path, each]);
  };
  walk(JSON.parse(sample), []);
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(null, "", -1, 1.5, [], {}, "__proto__", [[null, null]]));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), junk, async (path, value) => {
      const document = JSON.parse(sample);
      const parent = path.slice(0, -1).reduce((of, member) => of[member], document);
      parent[path.at(-1) ?? ""] = value;
      await parseArchive(JSON.stringify(document)).catch((error: unknown) => {
        if (!(error instanceof ArchiveError)) throw error;
      });
    }),
    { numRuns: 150 },
  );
}, 60_000);
