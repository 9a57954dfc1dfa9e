// Exports the layer rules of src/ as one table, and checkLayers, which holds source files against it.
// Cycles, `../`, and the engine's forbidden globals are Biome's part (biome.json, engine-purity.grit).
import { importsOf } from "./imports-of.ts";

export interface SourceFile {
  /** From the project root, with forward slashes: `src/kms/index.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  readonly specifier: string;
  readonly rule: string;
}

interface Layer {
  /** Folders of src/ (beside its own) that files here may import. */
  readonly folders: readonly string[];
  /** npm packages and `node:` that files here may import. */
  readonly packages: readonly string[];
}

const react = ["react", "react-dom"];
const cloudscape = ["@cloudscape-design/components", "@cloudscape-design/global-styles"];
const codeMirror = ["commands", "lang-javascript", "language", "state", "view"]
  .map((name) => `@codemirror/${name}`)
  .concat("codemirror", "@lezer/highlight");
const sdks = ["@aws-sdk/client-kms", "@aws-crypto/client-browser"];
const belowFeatures = ["ui", "store", "lessons", "cli", "protocol", "storage", "kms", "lib"];

/** Who may import whom; the longest matching folder counts. A folder that is not here may import nothing of ours. */
const layers: Readonly<Record<string, Layer>> = {
  lib: { folders: [], packages: [] },
  kms: { folders: ["lib"], packages: [] },
  "kms/crypto": {
    folders: ["kms", "lib"],
    packages: ["@noble/ciphers", "@noble/curves", "@noble/hashes", "@noble/post-quantum"],
  },
  "kms/state": { folders: ["kms", "lib"], packages: ["sorted-btree"] },
  protocol: { folders: ["kms", "lib"], packages: [] },
  storage: { folders: ["kms", "lib"], packages: ["idb"] },
  store: { folders: ["kms", "lib"], packages: ["zustand", "react"] },
  cli: { folders: ["protocol", "kms", "lib"], packages: [] },
  "cli/aws/args": { folders: ["protocol", "kms", "lib"], packages: ["yaml"] },
  lessons: { folders: ["cli", "protocol", "kms", "lib"], packages: [] },
  ui: { folders: ["lib"], packages: [...react, ...cloudscape] },
  "ui/data-table": { folders: ["ui", "lib"], packages: ["@tanstack/react-table", ...react, ...cloudscape] },
  features: { folders: belowFeatures, packages: [...react, ...cloudscape] },
  "features/explorer": { folders: belowFeatures, packages: ["@xyflow/react", ...react, ...cloudscape] },
  "features/terminal": { folders: belowFeatures, packages: ["just-bash", ...react, ...cloudscape] },
  "features/playground": { folders: belowFeatures, packages: ["sucrase", ...react, ...cloudscape] },
  "features/playground/editor": { folders: [], packages: [...codeMirror, ...react] },
  "features/playground/runtime": { folders: [], packages: [...sdks, "buffer"] },
  "features/playground/samples": { folders: [], packages: sdks },
  app: { folders: ["features", ...belowFeatures], packages: [...react, ...cloudscape] },
  endpoint: { folders: ["protocol", "storage", "store", "kms", "lib"], packages: ["node:"] },
  "endpoint/conformance": {
    folders: ["cli", "protocol", "kms", "lib"],
    packages: ["node:", "vitest", "@aws-sdk/client-kms"],
  },
  testing: { folders: ["kms", "protocol", "storage", "lib"], packages: ["vitest", "fast-check"] },
  tools: { folders: ["lessons", "cli", "protocol", "kms", "lib"], packages: ["*"] },
  "tools/bench": { folders: ["tools", "features", "testing", ...belowFeatures], packages: ["*"] },
};

/** main.tsx is the only file that stands in src/ itself; it boots what `app` shows. */
const entry: Layer = { folders: ["app", "features", ...belowFeatures], packages: [...react, ...cloudscape] };

/**
 * Holds each file of src/ against the layer rules.
 * @returns one violation per forbidden import, and how many imports were read: a check that reads none proves nothing.
 */
export function checkLayers(files: readonly SourceFile[]): { violations: Violation[]; importsRead: number } {
  const violations: Violation[] = [];
  let importsRead = 0;
  for (const file of files) {
    for (const specifier of importsOf(file.path, file.text)) {
      importsRead += 1;
      const rule = brokenRule(file.path, specifier);
      if (rule !== undefined) violations.push({ path: file.path, specifier, rule });
    }
  }
  return { violations, importsRead };
}

function brokenRule(path: string, specifier: string): string | undefined {
  const from = path.replace(/^src\//, "");
  const isTest = /\.test\.tsx?$/.test(path);
  if (specifier.startsWith("./")) return strangerOperations(from, `${folderOf(from)}/${specifier.slice(2)}`, isTest);
  if (specifier.startsWith("..")) return "a folder is left by #folder/file.ts, never by ../";
  if (specifier.startsWith("#")) return brokenFolderRule(from, specifier.slice(1), isTest);
  return isTest ? undefined : brokenPackageRule(from, specifier);
}

function brokenFolderRule(from: string, to: string, isTest: boolean): string | undefined {
  const [fromTop = "", fromPart] = from.split("/");
  const [toTop = "", toPart] = to.split("/");
  if (toTop === "testing" && fromTop !== "testing") {
    const mayTest = isTest || from.startsWith("tools/bench/");
    return mayTest ? undefined : "testing is imported by tests only";
  }
  if (toTop === "kms" && fromTop === "kms") {
    if (to === "kms/index.ts" && !isTest)
      return "kms/index.ts is the door for outsiders; insiders import the file itself";
    return strangerOperations(from, to, isTest);
  }
  if (toTop === "kms" && to !== "kms/index.ts") return "outsiders import the engine through #kms/index.ts only";
  if (toTop === "features" && fromTop === "features" && fromPart !== toPart)
    return "features are strangers to each other";
  if (toTop === fromTop) return undefined;
  if (layerOf(from).folders.includes(toTop)) return undefined;
  // A test may use what lies beside its layer to build its case, as long as the screen stays out of what lies below it.
  if (isTest && belowScreen.includes(fromTop) && belowScreen.includes(toTop) && fromTop !== "lib") return undefined;
  return `${folderOf(from) || from} may not import ${toTop}`;
}

const belowScreen = ["lib", "kms", "protocol", "storage", "store", "cli", "lessons"];

function strangerOperations(from: string, to: string, isTest: boolean): string | undefined {
  const home = "kms/operations/";
  if (isTest || from === `${home}index.ts` || !from.startsWith(home) || !to.startsWith(home)) return undefined;
  return "operations are strangers to each other";
}

function brokenPackageRule(from: string, specifier: string): string | undefined {
  const name = specifier.startsWith("node:") ? "node:" : packageName(specifier);
  const { packages } = layerOf(from);
  if (packages.includes("*") || packages.includes(name)) return undefined;
  return `${folderOf(from) || from} may not import the package ${name === "node:" ? specifier : name}`;
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function layerOf(from: string): Layer {
  for (let folder = folderOf(from); folder !== ""; folder = folderOf(folder)) {
    const layer = layers[folder];
    if (layer) return layer;
  }
  return from === "main.tsx" ? entry : { folders: [], packages: [] };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
