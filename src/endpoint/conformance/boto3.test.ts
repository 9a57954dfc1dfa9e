// Runs boto3_conformance.py, the checks of boto3 as Debian ships it, against an endpoint of this process.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startEndpoint } from "#endpoint/server.ts";
import { isInstalled, python, run } from "./client-program.ts";

const script = fileURLToPath(new URL("boto3_conformance.py", import.meta.url));
const installed = await isInstalled(python, ["-c", "import boto3, cryptography"]);

test.skipIf(!installed)("boto3 finds its KMS in the endpoint", { timeout: 120_000 }, async () => {
  const endpoint = await startEndpoint({ port: 0, strict: true });
  try {
    const { exitCode, stderr } = await run(python, [script], { ENDPOINT_URL: endpoint.url });

    expect(exitCode, stderr).toBe(0);
    // The last word of unittest: nothing was left out, nothing skipped.
    expect(stderr).toMatch(/Ran 9 tests in .*\n\nOK\n$/s);
  } finally {
    await endpoint.close();
  }
});
