// `tsx src/tools/check-layers.ts`: holds every TypeScript file of src/ against the layer rules; exit code 1 names breaches.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { checkLayers } from "./layers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ path: `src/${name.split(sep).join("/")}`, text: readFileSync(join(root, "src", name), "utf8") }));

const { violations, importsRead } = checkLayers(files);
for (const { path, specifier, rule } of violations) console.error(`${path}: "${specifier}": ${rule}`);
console.log(`${files.length} files, ${importsRead} imports, ${violations.length} against the rules`);
if (violations.length > 0 || importsRead === 0) process.exitCode = 1;
