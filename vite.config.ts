// The dev server (`npm run dev`), the build (`npm run build`) and the preview of a build (`npm start`).
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentSecurityPolicy } from "./src/tools/vite/content-security-policy.ts";
import { firstLoadChunk } from "./src/tools/vite/first-load-chunk.ts";
import { firstLoadSize } from "./src/tools/vite/first-load-size.ts";
import { fontFiles } from "./src/tools/vite/font-files.ts";
import { noConsoleRuntime } from "./src/tools/vite/no-console-runtime.ts";
import { playgroundScripts } from "./src/tools/vite/playground-scripts.ts";

export default defineConfig({
  // Relative addresses: the build works from any folder of any static host.
  base: "./",
  plugins: [
    react(),
    contentSecurityPolicy(),
    fontFiles(),
    noConsoleRuntime(),
    playgroundScripts(),
    firstLoadChunk(),
    firstLoadSize({ js: 340, css: 100 }),
  ],
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1", port: 4173, strictPort: true },
  build: {
    target: "es2023",
    // The policy allows no connections, and the polyfill would fetch; browsers of this target preload modules themselves.
    modulePreload: { polyfill: false },
    // Fonts and images stay files: `data:` is allowed for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
});
