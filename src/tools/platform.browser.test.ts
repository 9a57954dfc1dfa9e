// Proves that browser tests run in a page that offers what the sandbox stands on, so that none of them passes without it.
import { expect, test } from "vitest";

test("runs in a secure context with WebCrypto, IndexedDB, Web Locks and BroadcastChannel", () => {
  expect(isSecureContext).toBe(true);
  expect(crypto.subtle).toBeInstanceOf(SubtleCrypto);
  expect(indexedDB).toBeInstanceOf(IDBFactory);
  expect(navigator.locks).toBeInstanceOf(LockManager);
  expect(typeof BroadcastChannel).toBe("function");
});
