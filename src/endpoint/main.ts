// `npm run endpoint`: starts the endpoint, says where it is, and stops cleanly on SIGINT and SIGTERM.
import { readCommandLine, UsageError, usage } from "./command-line.ts";
import { EndpointError } from "./endpoint-error.ts";
import { startEndpoint } from "./server.ts";

/** So long after the first signal another one is still the same. */
const sameSignalMs = 500;

// An exit code is set, not taken at once: process.exit would cut off what a pipe has not taken yet.
try {
  const options = readCommandLine(process.argv.slice(2));
  if (options === "help") process.stdout.write(`${usage}\n`);
  else await serve(options);
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else if (error instanceof EndpointError) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}

async function serve(options: Parameters<typeof startEndpoint>[0]): Promise<void> {
  const endpoint = await startEndpoint(options);
  const orphaned = watchParent(() => stop());
  const stop = (): void => {
    clearInterval(orphaned);
    process.off("SIGINT", stop).off("SIGTERM", stop).on("SIGINT", insist).on("SIGTERM", insist);
    stoppedAt = performance.now();
    endpoint.close().then(
      (file) => process.stdout.write(`Stopped.${file === undefined ? "" : ` Saved to ${file}.`}\n`),
      (error: unknown) => {
        console.error(error instanceof EndpointError ? error.message : error);
        process.exitCode = 1;
      },
    );
  };
  let stoppedAt = 0;
  /**
   * A second signal ends the process at once; the journal has all that was acknowledged. But the terminal sends Ctrl+C to npm
   * too, which passes it on: what comes right behind the first is the same one.
   */
  const insist = (signal: NodeJS.Signals): void => {
    if (performance.now() - stoppedAt < sameSignalMs) return;
    process.off("SIGINT", insist).off("SIGTERM", insist).kill(process.pid, signal);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  process.stdout.write(`KMS Sandbox answers on ${endpoint.url} (stop it with Ctrl+C)\n`);
}

/**
 * npm passes a signal on to the shell between it and this process, and no further: who stops npm would leave the endpoint
 * running. So it stops when that shell has gone.
 */
function watchParent(onGone: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onGone(), 500).unref();
}
