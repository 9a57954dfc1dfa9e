// Exports findBrowser: the Chromium that tests run in.
import { existsSync } from "node:fs";
import { join } from "node:path";

const { PATH = "", PROGRAMFILES = "", LOCALAPPDATA = "" } = process.env;
const windowsFolders = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"] ?? "", LOCALAPPDATA].filter(Boolean);

/** Where browsers of the Chromium family stand, by platform. */
const candidates = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].flatMap((name) =>
    PATH.split(":").map((folder) => join(folder, name)),
  ),
  darwin: ["Chromium", "Google Chrome", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
  ].flatMap((name) => windowsFolders.map((folder) => join(folder, name))),
};

/**
 * E2E_CHROMIUM, else Playwright's own download, else a browser of the system.
 * @returns {Promise<string | undefined>} the path of an executable, or undefined when there is none
 * @throws when E2E_CHROMIUM names a file that is not there: a wrong wish must not be answered with another browser
 */
export async function findBrowser() {
  const wished = process.env.E2E_CHROMIUM;
  if (wished) {
    if (!existsSync(wished)) throw new Error(`E2E_CHROMIUM names ${wished}, which does not exist`);
    return wished;
  }
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return (candidates[process.platform] ?? candidates.linux).find((path) => existsSync(path));
}

/** Flags that every test browser gets: nothing is fetched in the background, and root on Linux has no sandbox. */
export const browserFlags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
