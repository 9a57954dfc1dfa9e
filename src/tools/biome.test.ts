// Plants one breach of each of our own Biome rules in a small project and expects Biome, with our configuration, to name it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

const globals = ["Date", "performance", "setTimeout", "setInterval", "fetch", "indexedDB", "localStorage", "document"];
const globalsRule = "lint/style/noRestrictedGlobals";

/** File, its text, and the rule that must name it; no rule: the file must pass. */
const plants: readonly (readonly [path: string, text: string, rule?: string])[] = [
  ...globals.map(
    (name) => [`src/kms/model/uses-${name.toLowerCase()}.ts`, `export const a = () => ${name};`, globalsRule] as const,
  ),
  ["src/kms/model/draws.ts", "export const a = () => Math.random();", "plugin"],
  ["src/kms/model/draws-bytes.ts", "export const a = () => crypto.getRandomValues(new Uint8Array(1));", "plugin"],
  ["src/kms/model/draws-id.ts", "export const a = () => crypto.randomUUID();", "plugin"],
  ["src/kms/model/hides-date.ts", "export const a = () => globalThis.Date;", "plugin"],
  ["src/kms/model/hides-fetch.ts", 'export const a = () => globalThis["fetch"];', "plugin"],
  [
    "src/kms/model/climbs.ts",
    'import { a } from "../../lib/clean.ts"; export const b = a;',
    "lint/style/noRestrictedImports",
  ],
  [
    "src/kms/model/ring.ts",
    'import { b } from "#kms/state/ring.ts"; export const a = () => b;',
    "lint/suspicious/noImportCycles",
  ],
  [
    "src/kms/state/ring.ts",
    'import { a } from "#kms/model/ring.ts"; export const b = () => a;',
    "lint/suspicious/noImportCycles",
  ],
  ["src/lib/promises.ts", "export async function later(): Promise<boolean> { return await Promise.resolve(true); }"],
  [
    "src/lib/drops.ts",
    'import { later } from "./promises.ts"; export function a() { later(); }',
    "lint/nursery/noFloatingPromises",
  ],
  [
    "src/lib/asks.ts",
    'import { later } from "./promises.ts"; export const a = () => (later() ? 1 : 2);',
    "lint/nursery/noMisusedPromises",
  ],
  ["src/lib/any.ts", "export const a = (b: any) => b;", "lint/suspicious/noExplicitAny"],
  ["src/lib/default.ts", "export default 1;", "lint/style/noDefaultExport"],
  ["src/lib/barrel.ts", 'export * from "./clean.ts";', "lint/performance/noBarrelFile"],
  ["src/lib/prints.ts", 'console.log("left over");', "lint/suspicious/noConsole"],
  ["src/lib/camelCase.ts", "export const a = 1;", "lint/style/useFilenamingConvention"],
  ["src/lib/clean.ts", "export const a = () => Date.now();"],
  [
    "src/kms/model/clean.ts",
    'import { a } from "#lib/clean.ts"; export const b = (now: number) => a() + Math.max(now, 1);',
  ],
  ["src/kms/model/clean.test.ts", "export const a = () => Date.now();"],
];

const project = mkdtempSync(join(tmpdir(), "kms-sandbox-biome-"));
let report: Report;

beforeAll(() => {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  for (const [path, text] of plants) write(path, text);
  for (const path of ["package.json", "src/tools/biome.json", "src/tools/engine-purity.grit"])
    cpSync(join(root, path), join(project, path));
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = ["lint", "--config-path=src/tools", "--reporter=json", "--max-diagnostics=none", "src"];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: project, encoding: "utf8" });
  report = JSON.parse(stdout) as Report; // The shape is Biome's; a wrong one fails every test below.
});

afterAll(() => rmSync(project, { recursive: true }));

function rulesNamedIn(path: string): string[] {
  return report.diagnostics.filter(({ location }) => location.path === path).map(({ category }) => category);
}

for (const [path, text, rule] of plants) {
  if (rule === undefined) test(`${path} breaks no rule`, () => expect(rulesNamedIn(path)).toEqual([]));
  else test(`${path}, which says \`${text}\`, breaks ${rule}`, () => expect(rulesNamedIn(path)).toContain(rule));
}
