// `npm start`: on a fresh clone installs what is missing, builds when a source is newer than the build, serves it.
// `npm start -- --port 8080` or PORT=8080 choose another port than 4173.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { changedAt, installPackages, requireNode, root } from "./install.mjs";

requireNode();
const port = readPort();
installPackages();
buildIfOlder();
await serve();

function readPort() {
  const wish = parsePortOption() ?? process.env.PORT ?? "4173";
  if (/^\d+$/.test(wish) && Number(wish) >= 1 && Number(wish) <= 65535) return Number(wish);
  return stop(`"${wish}" is not a port: give a number from 1 to 65535.`);
}

function parsePortOption() {
  try {
    return parseArgs({ options: { port: { type: "string" } } }).values.port;
  } catch (error) {
    return stop(`${error.message}\nUsage: npm start -- [--port <number>]`);
  }
}

function buildIfOlder() {
  const builtAt = changedAt(join(root, "dist", "index.html"));
  const sources = ["index.html", "package-lock.json", "vite.config.ts", ...filesIn("src"), ...filesIn("public")];
  if (builtAt > 0 && sources.every((name) => changedAt(join(root, name)) <= builtAt)) return;
  console.log("Building ...");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) stop("The build failed: see its message above.");
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name));
}

async function serve() {
  const { preview } = await import("vite");
  try {
    await preview({ root, logLevel: "warn", preview: { port, strictPort: true } });
  } catch (error) {
    if (/already in use|EADDRINUSE/.test(error.message)) {
      stop(
        `Port ${port} is taken by another program. Choose another: npm start -- --port ${port < 65535 ? port + 1 : 4173}`,
      );
    }
    if (/EACCES/.test(error.message))
      stop(`Port ${port} needs more rights. Choose one above 1023: npm start -- --port 4173`);
    throw error;
  }
  console.log(`KMS Sandbox runs on http://127.0.0.1:${port} (stop it with Ctrl+C)`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
