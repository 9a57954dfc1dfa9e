import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("terminal.css", import.meta.url), "utf8");
const theirs = readFileSync("node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js", "utf8");

test("uses only colours that this version of Cloudscape has, and none of its own", () => {
  const used = css.match(/--(?:color|font)-[a-z0-9-]+/g) ?? [];
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((name) => !theirs.includes(`var(${name},`))).toEqual([]);
  expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull();
});
