// Exports watchActivity, which tells when the code has come to rest. `main()` without `await` is common, so the end of the
// module is not the end of the program: timers, requests and the cryptography of the browser may still go on.

export interface Activity {
  begin(): void;
  end(): void;
  /** Calls back once nothing has been under way for a moment. */
  whenQuiet(callback: () => void): void;
}

/**
 * How long nothing must be under way. Reading a response or a stream takes turns that cannot be watched, and the end of the
 * run ends the worker.
 */
const quietMs = 200;

/** Counts timers and WebCrypto from now on; requests are counted by their fetch. */
export function watchActivity(): Activity {
  let underWay = 0;
  let lastEnd = performance.now();
  const begin = (): void => {
    underWay += 1;
  };
  const end = (): void => {
    underWay -= 1;
    lastEnd = performance.now();
  };
  const { setTimeout: nativeSetTimeout } = globalThis;
  watchTimers(begin, end);
  watchCryptography(begin, end);
  const whenQuiet = (callback: () => void): void => {
    if (underWay === 0 && performance.now() - lastEnd >= quietMs) callback();
    else nativeSetTimeout(() => whenQuiet(callback), quietMs / 4);
  };
  return { begin, end, whenQuiet };
}

function watchTimers(begin: () => void, end: () => void): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const live = new Set<number>();
  const settle = (id: number): void => {
    if (live.delete(id)) end();
  };
  const add = (id: number): number => {
    live.add(id);
    begin();
    return id;
  };
  const clear = (id?: number): void => {
    if (id === undefined) return;
    clearTimeout(id);
    clearInterval(id);
    settle(id);
  };
  Object.assign(globalThis, {
    setTimeout: (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
      const id: number = add(
        Number(
          setTimeout(() => {
            settle(id);
            callback(...values);
          }, ms),
        ),
      );
      return id;
    },
    setInterval: (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) =>
      add(Number(setInterval(() => callback(...values), ms))),
    clearTimeout: clear,
    clearInterval: clear,
  });
}

function watchCryptography(begin: () => void, end: () => void): void {
  const prototype = SubtleCrypto.prototype;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof method !== "function" || name === "constructor") continue;
    const watched = function (this: unknown, ...values: unknown[]): unknown {
      const result: unknown = Reflect.apply(method, this, values);
      if (!(result instanceof Promise)) return result;
      begin();
      return result.finally(end);
    };
    Object.defineProperty(prototype, name, { value: watched, configurable: true, writable: true });
  }
}
