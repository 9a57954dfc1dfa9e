import { expect, test } from "vitest";
import { bytesAsMapKey } from "./subtle.ts";

test("byte strings become keys of a Map one to one", () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const key = bytesAsMapKey(everyByte);
  expect(key.length).toBe(256);
  expect(new Set(key).size).toBe(256);
});
