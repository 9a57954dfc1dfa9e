// Types of find-browser.mjs, which is plain JavaScript because `npm test` runs it before anything is compiled.
export function findBrowser(): Promise<string | undefined>;
export const browserFlags: string[];
