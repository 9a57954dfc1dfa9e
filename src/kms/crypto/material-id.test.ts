import { expect, test } from "vitest";
import { newMaterialId } from "./material-id.ts";

test("a key material id is 32 random bytes as 64 hexadecimal digits", () => {
  expect(newMaterialId((n) => new Uint8Array(n).fill(0xa5))).toBe("a5".repeat(32));
});
