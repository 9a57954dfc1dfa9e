// Exports playgroundScripts: what the playground needs beside the page's own modules. Code of the user runs in a sandboxed
// frame whose origin is opaque: it can load no modules and, by its policy, nothing at all. So `import("./x.ts?script")` gives
// an entry with all that it imports as text, and playground-frame.html carries its script inside, allowed by its hash alone.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

const frameName = "playground-frame.html";
const inSource = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const frameEntry = inSource("features/playground/frame/frame.ts");
const clientKms = inSource("features/playground/runtime/client-kms.ts");

export function playgroundScripts(): Plugin {
  return {
    name: "kms-sandbox:playground-scripts",
    load: {
      filter: { id: /\.ts\?script$/ },
      handler: async (id) => `export const script = ${JSON.stringify(await bundle(id.replace(/\?script$/, "")))};`,
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${frameName}`, (_request, response, next) => {
        frameDocument().then((html) => response.setHeader("content-type", "text/html").end(html), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: frameName, source: await frameDocument() });
    },
  };
}

const bundles = new Map<string, Promise<string>>();

/** Made once for each start of the server: whoever edits the runtime starts it again. */
function bundle(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? bundleScript(entry);
  bundles.set(entry, known);
  return known;
}

async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [environmentClients(), oneEncryptionSdk()],
    define: { global: "globalThis", "process.env.NODE_ENV": JSON.stringify("production") },
    // With the slash it is the package, not Node's own module, which browsers do not have.
    resolve: { alias: [{ find: /^buffer$/, replacement: "buffer/" }] },
    build: {
      write: false,
      target: "es2023",
      reportCompressedSize: false,
      rolldownOptions: { input: entry, output: { format: "iife", codeSplitting: false } },
    },
  });
  const [script, ...others] = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? (one.output as (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) : [],
  );
  if (script?.type !== "chunk" || others.length > 0) throw new Error(`${entry} did not become one script`);
  return script.code;
}

/** The Encryption SDK makes KMS clients itself: those too are the ones that know the playground's environment. */
function environmentClients(): Plugin {
  return {
    name: "kms-sandbox:environment-clients",
    enforce: "pre",
    resolveId: {
      filter: { id: /^@aws-sdk\/client-kms$/ },
      handler: (_id, importer) => (importer === clientKms ? undefined : clientKms),
    },
  };
}

/**
 * npm lays the parts that the Encryption SDKs for browsers and for Node share, in different versions, beside each of their
 * users. The SDK knows its own objects by their class, so all of the one for browsers must get the same copy.
 */
function oneEncryptionSdk(): Plugin {
  const user = createRequire(import.meta.url).resolve("@aws-crypto/material-management-browser");
  return {
    name: "kms-sandbox:one-encryption-sdk",
    enforce: "pre",
    resolveId: {
      filter: { id: /^@aws-crypto\/(?:material-management|serialize)$/ },
      handler(id) {
        return this.resolve(id, user, { skipSelf: true });
      },
    },
  };
}

async function frameDocument(): Promise<string> {
  const script = (await bundle(frameEntry)).trim();
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src data:`;
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>Playground</title></head><body><script>${script}</script></body></html>\n`,
  ].join("\n");
}
