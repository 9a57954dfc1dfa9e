// Two projects: `unit` runs in Node, `browser` runs in a real Chromium what needs IndexedDB, Web Locks or the DOM.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { browserFlags, findBrowser } from "./find-browser.mjs";

const executablePath = await findBrowser();
const browserTests = "src/**/*.browser.test.{ts,tsx}";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["src/**/*.test.ts"], exclude: [browserTests], environment: "node" },
      },
      {
        extends: true,
        plugins: [react()],
        // Found while a test runs, a package would be bundled then and the page reloaded under the test.
        optimizeDeps: {
          include: [
            "@aws-sdk/client-kms",
            "@noble/ciphers/aes.js",
            "@noble/curves/ed25519.js",
            "@noble/curves/nist.js",
            "@noble/curves/secp256k1.js",
            "@noble/hashes/hmac.js",
            "@noble/hashes/sha2.js",
            "@noble/hashes/sha3.js",
            "@noble/post-quantum/ml-dsa.js",
            "@noble/post-quantum/ml-kem.js",
            "@tanstack/react-table",
            "fast-check",
            "idb",
            "react",
            "react-dom/client",
            "react/jsx-dev-runtime",
            "sorted-btree",
            "zustand",
            "zustand/vanilla",
          ],
        },
        test: {
          name: "browser",
          include: [browserTests],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
