// Exports firstLoadSize: a build plugin that weighs what the first load fetches and fails the build when it is too much.
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** Limits in KiB after gzip. */
interface Limits {
  readonly js: number;
  readonly css: number;
}

/** Weighs the scripts and style sheets that index.html names, and what those scripts import statically. */
export function firstLoadSize(limits: Limits): Plugin {
  return {
    name: "kms-sandbox:first-load-size",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset")
          return this.error("index.html is not in the bundle: the first load cannot be weighed");
        const first = filesOfFirstLoad(String(page.source), bundle);
        const report: string[] = [];
        const tooBig: string[] = [];
        for (const kind of ["js", "css"] as const) {
          const files = first.filter((name) => name.endsWith(`.${kind}`));
          if (files.length === 0) tooBig.push(`index.html loads no ${kind}: nothing was weighed`);
          const kib = files.reduce((sum, name) => sum + gzipSize(bundle[name]), 0) / 1024;
          const line = `${kind} ${kib.toFixed(1)} of ${limits[kind]} KiB gzip in ${files.length} files`;
          report.push(line);
          if (kib > limits[kind]) tooBig.push(line);
        }
        this.environment.logger.info(`first load: ${report.join(", ")}`);
        if (tooBig.length > 0) this.error(`first load is too big: ${tooBig.join(", ")}`);
      },
    },
  };
}

function filesOfFirstLoad(page: string, bundle: Rolldown.OutputBundle): string[] {
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)];
  const files = new Set<string>();
  const add = (name: string): void => {
    if (files.has(name)) return;
    files.add(name);
    const file = bundle[name];
    if (file?.type !== "chunk") return;
    file.imports.forEach(add);
    file.viteMetadata?.importedCss.forEach(add);
  };
  for (const [, name] of named) if (name !== undefined) add(name);
  return [...files];
}

function gzipSize(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): number {
  if (file === undefined) return 0;
  return gzipSync(file.type === "chunk" ? file.code : file.source, { level: 9 }).length;
}
