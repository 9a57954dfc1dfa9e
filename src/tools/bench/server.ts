// Exports the servers of a benchmark run: the built app and the benchmark pages, both served alike from fresh builds.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, preview } from "vite";
import { fontFiles } from "#tools/vite/font-files.ts";

export interface Served {
  readonly app: string;
  readonly pages: string;
  close(): Promise<void>;
}

const projectRoot = fileURLToPath(new URL("../../../", import.meta.url));
const pagesRoot = fileURLToPath(new URL("./pages/", import.meta.url));
const pageNames = ["engine", "storage", "key-list", "explorer", "empty-page"] as const;

/** Builds and serves on free ports of the loopback address. */
export async function serve(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "kms-sandbox-bench-"));
  const pages: InlineConfig = {
    configFile: false,
    root: pagesRoot,
    base: "./",
    logLevel: "error",
    plugins: [react(), fontFiles()],
    build: {
      target: "es2023",
      outDir: join(folder, "pages"),
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pageNames.map((name) => join(pagesRoot, `${name}.html`)) },
    },
  };
  const app: InlineConfig = { root: projectRoot, logLevel: "error", build: { outDir: join(folder, "app") } };
  await build(pages);
  await build(app);
  const servers = await Promise.all(
    [app, pages].map((config) => preview({ ...config, preview: { host: "127.0.0.1", port: 0, strictPort: false } })),
  );
  const [appUrl = "", pagesUrl = ""] = servers.map((server) => server.resolvedUrls?.local[0] ?? "");
  return {
    app: appUrl,
    pages: pagesUrl,
    async close() {
      await Promise.all(servers.map((server) => server.close()));
      await rm(folder, { recursive: true });
    },
  };
}
