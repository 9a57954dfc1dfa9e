// Exports what start.mjs and test.mjs do first on a fresh clone. Plain JavaScript without packages: none is installed yet.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project root, without a slash at the end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** When the file was last written, in epoch milliseconds; 0 when it is not there. */
export function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Ends the process with a clear message when this Node is older than package.json asks for. */
export function requireNode() {
  const asked = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node.replace(/^\D+/, "");
  const [major, minor] = asked.split(".").map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`KMS Sandbox needs Node ${asked} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Runs `npm ci` when packages are missing or older than the lock file; ends the process when that fails. */
export function installPackages() {
  // npm writes this file last, so an interrupted installation is seen as none.
  const installed = changedAt(join(root, "node_modules", ".package-lock.json"));
  if (installed > 0 && installed >= changedAt(join(root, "package-lock.json"))) return;
  console.log("Installing packages (npm ci) ...");
  const { status } = runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (status === 0) return;
  console.error("npm ci failed: see its message above.");
  process.exit(1);
}

function runNpm(args) {
  const options = { cwd: root, stdio: "inherit" };
  // npm tells its scripts where it stands; without it, Windows needs a shell to find npm.cmd.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}
