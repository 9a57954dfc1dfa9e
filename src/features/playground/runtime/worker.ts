// The runtime of the playground, started in a worker of the sandboxed frame: it captures the console, carries requests to the
// page, and runs the user's code once. Bundled with the SDKs into one classic script, since an opaque origin loads no modules.
import type { PageMessage, PlaygroundEnvironment, WorkerMessage } from "#features/playground/messages.ts";
import { watchActivity } from "./activity.ts";
import { captureConsole, createPrinter } from "./console-capture.ts";
import { environmentVariables, setEnvironment } from "./environment.ts";
import { inspect } from "./inspect.ts";
import { createKmsFetch } from "./kms-fetch.ts";
import { requireModule } from "./modules.ts";
import { inUserLines, userFile } from "./user-lines.ts";
import { raiseWalls } from "./walls.ts";

interface Run {
  readonly code: string;
  readonly environment: PlaygroundEnvironment;
}

type Main = (
  require: typeof requireModule,
  exports: object,
  module: { exports: object },
  process: { readonly env: Record<string, string> },
) => Promise<void>;

/** Of workers, which the DOM's types leave out. */
declare function importScripts(url: string): void;
const { importScripts: runScript } = globalThis as unknown as { importScripts: typeof importScripts };

addEventListener("message", ({ data, ports: [port] }: MessageEvent<Run>) => port && start(data, port), { once: true });

function start({ code, environment }: Run, port: MessagePort): void {
  // Bound now: whatever the user's code does to prototypes, it never gets hold of the port.
  const send: (message: WorkerMessage) => void = port.postMessage.bind(port);
  const printer = createPrinter(send);
  const url = scriptOf(code);
  const print: typeof printer.print = (level, text) => printer.print(level, inUserLines(text, url));
  const activity = watchActivity();
  const kms = createKmsFetch(send, activity);
  port.onmessage = ({ data }: MessageEvent<PageMessage>) => {
    if (data.type === "read") printer.read(data.count);
    else kms.settle(data);
  };
  setEnvironment(environment);
  captureConsole(print);
  Object.defineProperty(globalThis, "fetch", { value: kms.fetch, configurable: true, writable: true });
  raiseWalls();

  let failed = false;
  const fail = (text: string): void => {
    failed = true;
    print("error", text);
  };
  const end = (): void => activity.whenQuiet(() => send({ type: "ended", outcome: failed ? "failed" : "finished" }));
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(`Uncaught (in promise) ${inspect(event.reason)}`);
  });
  // An error in the syntax comes here as well: only the event of an uncaught one tells its line.
  addEventListener("error", (event) => {
    event.preventDefault();
    const isThrown = event.error instanceof Error && !(event.error instanceof SyntaxError);
    fail(isThrown ? `Uncaught ${inspect(event.error)}` : `${event.message} (${userFile}:${event.lineno})`);
    end();
  });

  let main: Main | undefined;
  Object.defineProperty(globalThis, mainName, {
    set(given: Main) {
      main = given;
    },
    configurable: true,
  });
  runScript(url);
  Reflect.deleteProperty(globalThis, mainName);
  const module = { exports: {} };
  main?.(requireModule, module.exports, module, { env: environmentVariables() })
    .catch((error: unknown) => fail(`Uncaught ${inspect(error)}`))
    .finally(end);
}

const mainName = "playgroundMain";

/** The code as the body of an async function, so that `await` may stand anywhere; all on the lines where the user has it. */
function scriptOf(code: string): string {
  const text = `self.${mainName} = async (require, exports, module, process) => {${code}\n};`;
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
