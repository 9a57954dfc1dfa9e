// `node src/tools/complete-lock.mjs`, after an `npm install` from a registry that does not serve every platform's packages:
// adds to the lock file the optional platform packages that npm left out. `npm ci` refuses a lock file without them, on
// every platform. What the registry did not tell (the checksum) stays out, and npm fills it in where it installs them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];
const libraries = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const added = [];
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (key in lock.packages) continue;
    lock.packages[key] = platformEntry(name, version, parent);
    added.push(`${name}@${version}`);
  }
}
if (added.length > 0) {
  // npm sorts so too; the project itself has the empty key and comes first.
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${added.length} added to package-lock.json${added.map((one) => `\n  ${one}`).join("")}`);

/** Such packages say in their name where they run, and are pinned to one version by their parent. */
function platformEntry(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (os.length !== 1 || cpu.length !== 1 || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`${name}@${version} is no platform package: complete the lock file from another registry`);
  }
  const libc = words.filter((word) => word in libraries).map((word) => libraries[word]);
  return {
    version,
    cpu,
    ...(parent.dev ? { dev: true } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    os,
  };
}
