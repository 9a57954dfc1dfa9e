// `npm test`: every check and every test of the project, in order; the last line is `N passed, N failed`.
// `npm test -- unit e2e` runs the named steps only, and what they need. A failed step does not stop those that do not need it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPackages, requireNode, root } from "./install.mjs";
import { readPlaywrightCounts, readVitestCounts } from "./test-counts.mjs";

requireNode();
const reports = mkdtempSync(join(tmpdir(), "kms-sandbox-test-"));
const vitest = (project) => ({
  bin: "vitest/vitest.mjs",
  args: [
    "run",
    "--config",
    "src/tools/vitest.config.ts",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
  ],
  report: `${project}.json`,
  reportArg: "--outputFile.json=",
  readCounts: readVitestCounts,
});

/** A step without a report is one check; one with a report counts each of its tests. */
const steps = {
  types: { title: "Types", bin: "typescript/bin/tsc", args: ["-p", "tsconfig.json"] },
  engine: {
    title: "Types of the engine, without DOM and Node",
    bin: "typescript/bin/tsc",
    args: ["-p", "src/tools/tsconfig.engine.json"],
  },
  lint: {
    title: "Biome: lint, format, import cycles",
    bin: "@biomejs/biome/bin/biome",
    args: ["check", "--config-path=src/tools", "--error-on-warnings", "src", "e2e", "vite.config.ts", "index.html"],
  },
  layers: { title: "Layers: who imports whom", bin: "tsx/dist/cli.mjs", args: ["src/tools/check-layers.ts"] },
  contract: {
    title: "Contract: generated from the pin",
    bin: "tsx/dist/cli.mjs",
    args: ["src/tools/check-contract.ts"],
  },
  unused: {
    title: "Knip: unused files, exports, packages",
    bin: "knip/bin/knip.js",
    args: ["--config", "src/tools/knip.json"],
  },
  unit: { title: "Unit tests (Node)", ...vitest("unit") },
  browser: { title: "Browser tests (Chromium)", ...vitest("browser"), needsBrowser: true },
  build: { title: "Build and first-load size", bin: "vite/bin/vite.js", args: ["build"] },
  e2e: {
    title: "End-to-end tests (Chromium)",
    bin: "@playwright/test/cli.js",
    args: ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"],
    report: "e2e.json",
    reportVariable: "PLAYWRIGHT_JSON_OUTPUT_FILE",
    readCounts: readPlaywrightCounts,
    needsBrowser: true,
    needs: "build",
  },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}`);
  process.exit(1);
}

installPackages();
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
const failedSteps = new Set();
let browserMissing = false;
for (const [name, step] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.some((one) => one === name || steps[one].needs === name)) continue;
  console.log(`\n=== ${step.title} ===`);
  const begin = performance.now();
  const counts = await runStep(step);
  if (counts.failed > 0) failedSteps.add(name);
  for (const kind of Object.keys(total)) total[kind] += counts[kind];
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  summary.push(`${counts.failed > 0 ? "FAILED" : "ok    "} ${step.title}: ${say(counts)} (${seconds} s)`);
  console.log(summary.at(-1));
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${summary.join("\n")}\n\n${say(total)}`);
// Set, not called: process.exit would cut off what a pipe has not taken yet.
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function runStep(step) {
  if (failedSteps.has(step.needs)) {
    // An older build may lie there: its tests would say nothing about these sources.
    console.error(`Not run: the step "${step.needs}" failed.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (step.needsBrowser && !(await provideBrowser())) return { passed: 0, failed: 1, skipped: 0 };
  const report = step.report && join(reports, step.report);
  const args = step.reportArg ? [...step.args, step.reportArg + report] : step.args;
  const env = { ...process.env, ...(step.reportVariable ? { [step.reportVariable]: report } : {}) };
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", step.bin), ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  const ok = status === 0;
  if (!report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = step.readCounts(report);
  // A runner that fails without a failed test (a file that does not load, an error outside tests) is one failure itself.
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Finds a browser, or has Playwright download one, and hands it to the steps as E2E_CHROMIUM. */
async function provideBrowser() {
  if (browserMissing) return false;
  const { findBrowser } = await import("./find-browser.mjs");
  try {
    let browser = await findBrowser();
    if (!browser) {
      console.log("No Chromium found: npx playwright install chromium ...");
      const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
      spawnSync(process.execPath, [cli, "install", "chromium"], { cwd: root, stdio: "inherit" });
      browser = await findBrowser();
    }
    if (!browser)
      throw new Error("No browser: install Chromium (apt-get install chromium) or set E2E_CHROMIUM to one.");
    process.env.E2E_CHROMIUM = browser;
    return true;
  } catch (error) {
    console.error(error.message);
    browserMissing = true;
    return false;
  }
}

function say({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
