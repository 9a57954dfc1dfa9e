// `npm run endpoint -- [options]`: builds the endpoint when a source is newer than the build, and runs it in this process.
// Built rather than run by tsx: that keeps the names of all functions, which makes a call of the engine a quarter slower.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { changedAt, installPackages, requireNode, root } from "./install.mjs";

const folders = ["endpoint", "kms", "lib", "protocol", "storage"];
const outDir = join(root, "dist-endpoint");
const built = join(outDir, "main.mjs");

requireNode();
installPackages();
if (!isFresh()) await buildEndpoint();
await import(pathToFileURL(built).href);

function isFresh() {
  const builtAt = changedAt(built);
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, "src", folder), { recursive: true }).map((name) => join("src", folder, name)),
  );
  return builtAt > 0 && ["package-lock.json", ...sources].every((name) => changedAt(join(root, name)) <= builtAt);
}

async function buildEndpoint() {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      ssr: "src/endpoint/main.ts",
      outDir,
      // Another endpoint may be about to load parts of the build before.
      emptyOutDir: false,
      copyPublicDir: false,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: "main.mjs" } },
    },
  });
}
