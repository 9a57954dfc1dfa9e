// The runtime of the playground, started in a worker of the sandboxed frame: it captures the console, carries requests to the
// page, and runs the user's code once. Bundled with the SDKs into one classic script, since an opaque origin loads no modules.
import type { PageMessage, PlaygroundEnvironment, WorkerMessage } from "#features/playground/messages.ts";
import { watchActivity } from "./activity.ts";
import { captureConsole } from "./console-capture.ts";
import { environmentVariables, setEnvironment } from "./environment.ts";
import { inspect } from "./inspect.ts";
import { createKmsFetch } from "./kms-fetch.ts";
import { requireModule } from "./modules.ts";
import { createPrinter } from "./printer.ts";
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

addEventListener(
  "message",
  (event: MessageEvent<Run>) => {
    event.stopImmediatePropagation(); // the port is in it
    const [port] = event.ports;
    if (port) start(event.data, port);
  },
  { once: true },
);

/**
 * The code shares this global scope and may put its own behind every prototype: a getter of `MessageEvent` would be handed
 * the event, and with it the port. So what touches the port is taken before the code runs. The page does not rely on it.
 */
function keepPort(port: MessagePort, hear: (message: PageMessage) => void): (message: WorkerMessage) => void {
  const { apply } = Reflect;
  const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
  if (!dataOf) throw new Error("MessageEvent has no getter of its data");
  const none: [] = [];
  port.onmessage = (event) => hear(apply(dataOf, event, none));
  return port.postMessage.bind(port);
}

function start({ code, environment }: Run, port: MessagePort): void {
  const send = keepPort(port, (message) => {
    if (message.type === "read") printer.read(message.count, message.characters);
    else kms.settle(message);
  });
  const printer = createPrinter(send);
  const url = scriptOf(code);
  const print: typeof printer.print = (level, text) => printer.print(level, inUserLines(text, url));
  const activity = watchActivity();
  const kms = createKmsFetch(send, activity);
  setEnvironment(environment);
  captureConsole(print);
  Object.defineProperty(globalThis, "fetch", { value: kms.fetch, configurable: true, writable: true });
  raiseWalls();

  let failed = false;
  const fail = (text: string): void => {
    failed = true;
    print("error", text);
  };
  const end = (): void =>
    activity.whenQuiet(() => {
      printer.flush();
      send({ type: "ended", outcome: failed ? "failed" : "finished" });
    });
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
  send({ type: "started" });
  runScript(url);
  Reflect.deleteProperty(globalThis, mainName);
  const module = { exports: {} };
  main?.(requireModule, module.exports, module, { env: environmentVariables() })
    .catch((error: unknown) => fail(`Uncaught ${inspect(error)}`))
    .finally(end);
}

const mainName = "playgroundMain";

/**
 * The code as the body of an async function, so that `await` may stand anywhere; all on the lines where the user has it. A
 * function of its own, so that the code may declare a `module` or `process` over those it is given.
 */
function scriptOf(code: string): string {
  const text = `self.${mainName} = async (require, exports, module, process) => (async () => {${code}\n})();`;
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
