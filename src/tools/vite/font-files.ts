// Exports fontFiles: a build plugin that moves the fonts which Cloudscape carries inside its CSS into files of their own.
// The CSS shrinks to less than half (gzip), a browser fetches only the weights it shows, and `font-src 'self'` suffices.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const inlineFont = /url\((["']?)data:font\/woff2?;(?:charset=[\w-]+;)?base64,([A-Za-z0-9+/=]+)\1\)/g;

export function fontFiles(): Plugin {
  return {
    name: "kms-sandbox:font-files",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== "asset" || !asset.fileName.endsWith(".css")) continue;
          asset.source = String(asset.source).replace(inlineFont, (_match, _quote: string, base64: string) => {
            const source = Buffer.from(base64, "base64");
            const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
            const fileName = `assets/font-${hash}.woff2`;
            // Two style sheets may carry the same font: one file serves both.
            if (!(fileName in bundle)) this.emitFile({ type: "asset", fileName, source });
            return `url(./font-${hash}.woff2)`;
          });
        }
      },
    },
  };
}
