// Exports test and expect: Playwright's, plus a watch over every page of the test. A console error, an uncaught error, a
// breach of the Content-Security-Policy or a request to another origin fails the test, whatever else it looked at.
//
// Cloudscape repeats errors and messages a moment later in a live region, for screen readers. So a text that is looked for
// is taken as `getByText(...).first()`: the one that is seen comes first.
import { type BrowserContext, test as base } from "@playwright/test";

export { expect } from "@playwright/test";

interface Fixtures {
  /**
   * What went wrong in the pages so far, one line each; must be empty at the end. A test that provokes a failure on
   * purpose looks for it here and takes it out. Contexts that a test launches itself are watched by `watchContext`.
   */
  readonly troubles: string[];
}

export const test = base.extend<Fixtures>({
  troubles: [
    async ({ context, baseURL }, use) => {
      const troubles: string[] = [];
      await watchContext(context, baseURL ?? "", troubles);
      await use(troubles);
      if (troubles.length > 0) throw new Error(`The page was in trouble:\n${troubles.join("\n")}`);
    },
    { auto: true },
  ],
});

/** Adds a line to `troubles` for each console error, uncaught error, policy breach and request to another origin. */
export async function watchContext(context: BrowserContext, baseURL: string, troubles: string[]): Promise<void> {
  const own = new URL(baseURL).origin;
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => troubles.push(`uncaught error: ${error.error().stack ?? error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const inside = ["data:", "blob:"].includes(url.protocol) || url.origin === own;
    if (!inside) troubles.push(`request to another origin: ${request.method()} ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      console.error(`Content-Security-Policy: ${effectiveDirective} blocked ${blockedURI}`);
    });
  });
}
