import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL(".", import.meta.url);
const css = readdirSync(folder)
  .filter((name) => name.endsWith(".css"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("");
const theirs = readFileSync("node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js", "utf8");

it("uses only colours that this version of Cloudscape has", () => {
  const used = css.match(/--(color|shadow|font)-[a-z0-9-]+/g) ?? [];
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !theirs.includes(`var(${name},`))).toEqual([]);
});

it("names no colour of its own", () => {
  expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull();
});
