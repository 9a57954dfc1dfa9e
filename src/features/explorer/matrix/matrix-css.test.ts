// The names of Cloudscape's custom properties carry a hash that another version may change without a word.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

const tokens = readFileSync(
  createRequire(import.meta.url)
    .resolve("@cloudscape-design/components/package.json")
    .replace("package.json", "internal/generated/styles/tokens.js"),
  "utf8",
);

test("every colour of the matrix is one of Cloudscape's", () => {
  const css = readFileSync(new URL("matrix.css", import.meta.url), "utf8");
  // The matrix's own names for them are no colours.
  const used = (css.match(/var\([^)]*\)/g) ?? []).filter((name) => !name.startsWith("var(--matrix-"));
  expect(used).toHaveLength(13);
  for (const colour of used) expect(tokens).toContain(`"${colour}"`);
  expect(css.replaceAll(/var\([^)]*\)/g, "")).not.toMatch(/#[\da-f]{3,8}\b|rgb|hsl/i);
});
