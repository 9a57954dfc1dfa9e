// `tsx src/tools/check-contract.ts`: the generated contract is what the pinned service model makes; exit code 1 if not.
import { readFileSync } from "node:fs";
import { shapesSource, typesSource } from "./generate-contract.ts";

const generated = { "shapes.gen.ts": shapesSource(), "types.gen.ts": typesSource() };
for (const [name, text] of Object.entries(generated)) {
  const committed = readFileSync(new URL(`../kms/contract/${name}`, import.meta.url), "utf8");
  if (committed === text && text.length > 1000) continue;
  console.error(`src/kms/contract/${name} is not what kms-model.json makes: run \`npm run contract\``);
  process.exitCode = 1;
}
