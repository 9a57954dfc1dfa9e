// Exports the services beside KMS that a line may name.
import type { LineContext } from "#cli/aws/line-context.ts";
import { runCloudTrail } from "./cloudtrail.ts";
import { runConfigure } from "./configure.ts";
import { runSts } from "./sts.ts";

/**
 * Standard output of the line.
 * @throws UsageError
 */
export async function runService(service: string, words: readonly string[], context: LineContext): Promise<string> {
  if (service === "sts") return runSts(words, context);
  return service === "configure" ? await runConfigure(words, context) : await runCloudTrail(words, context);
}
