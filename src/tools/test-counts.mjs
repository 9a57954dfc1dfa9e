// Exports how many tests passed, failed and were skipped, read from the JSON reports of Vitest and Playwright.
// A report that is missing or counts no test at all is a failure: a runner that found nothing proves nothing.
import { existsSync, readFileSync } from "node:fs";

/** Counts of a Vitest `json` report; a test file that did not load counts as one failure. */
export function readVitestCounts(path) {
  return readCounts(path, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed)).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** Counts of a Playwright `json` report; a flaky test counts as failed, an error outside tests as one failure. */
export function readPlaywrightCounts(path) {
  return readCounts(path, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
}

function isFailed(assertion) {
  return assertion.status === "failed";
}

function readCounts(path, count) {
  if (!existsSync(path)) {
    console.error("The runner left no report.");
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = count(JSON.parse(readFileSync(path, "utf8")));
  if (counts.passed + counts.failed + counts.skipped > 0) return counts;
  console.error("The runner found no tests.");
  return { passed: 0, failed: 1, skipped: 0 };
}
