// Exports contentSecurityPolicy: puts the page's policy into index.html, so that any static host serves it.
import type { Plugin } from "vite";

/** The built page talks to nobody: no connections at all, scripts and fonts from its own origin only. */
const built = {
  "default-src": "'self'",
  "script-src": "'self'",
  // Cloudscape positions drop-downs and columns by style attributes.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "worker-src": "'self'",
  "connect-src": "'none'",
  "object-src": "'none'",
  "base-uri": "'self'",
  "form-action": "'none'",
};

/** The dev server adds its socket, inline scripts for hot reload, and the fonts that only a build moves into files. */
const dev = {
  ...built,
  "script-src": "'self' 'unsafe-inline'",
  "font-src": "'self' data:",
  "connect-src": "'self' ws://127.0.0.1:*",
};

export function contentSecurityPolicy(): Plugin {
  let policy: Readonly<Record<string, string>> = built;
  return {
    name: "kms-sandbox:content-security-policy",
    configResolved({ command }) {
      policy = command === "serve" ? dev : built;
    },
    transformIndexHtml() {
      const content = Object.entries(policy)
        .map(([directive, sources]) => `${directive} ${sources}`)
        .join("; ");
      return [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" }];
    },
  };
}
