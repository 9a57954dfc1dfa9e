// Exports raiseWalls: a clear refusal in place of every way out that a worker has beside fetch. The walls themselves are the
// frame's opaque origin and its policy; this only says what they do not.
import { refusedAddress } from "#features/playground/kms-host.ts";

const waysOut = ["XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport"] as const;
/** A worker of a worker would not have these walls, though the policy is the same. */
const unavailable = ["Worker", "SharedWorker", "BroadcastChannel"] as const;

export function raiseWalls(): void {
  for (const name of waysOut) put(name, wallClass(refusedAddress(name)));
  for (const name of unavailable) put(name, wallClass(notHere(name)));
  // `close` would end the worker without a word; `postMessage` leads to the frame, which does not listen.
  for (const name of ["importScripts", "close", "postMessage"])
    put(name, () => {
      throw new TypeError(notHere(name));
    });
}

function notHere(name: string): string {
  return `${name} is not available in the playground`;
}

function wallClass(message: string): unknown {
  return class {
    constructor() {
      throw new TypeError(message);
    }
  };
}

function put(name: string, wall: unknown): void {
  Object.defineProperty(globalThis, name, { value: wall, configurable: false, writable: false });
}
