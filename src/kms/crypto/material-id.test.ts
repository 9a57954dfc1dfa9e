import { expect, test } from "vitest";
import { materialFingerprint, newMaterialId } from "./material-id.ts";
import hmac from "./vectors/rfc4231-hmac.json" with { type: "json" };

test("a key material id is 32 random bytes as 64 hexadecimal digits", () => {
  expect(newMaterialId((n) => new Uint8Array(n).fill(0xa5))).toBe("a5".repeat(32));
});

test("the fingerprint of imported material is the HMAC of its label, the material being the key", async () => {
  // Test case 2 of RFC 4231, whose key and data are texts.
  const published = hmac.cases.find((vector) => vector.case === 2)?.macs.HMAC_SHA_256;
  const fingerprint = await materialFingerprint("what do ya want for nothing?", new TextEncoder().encode("Jefe"));
  expect(fingerprint).toBe(published);
});

test("the fingerprint tells materials and labels apart", async () => {
  const [left, right] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const all = await Promise.all(
    ["a", "b"].flatMap((label) => [left, right].map((secret) => materialFingerprint(label, secret))),
  );
  expect(new Set(all).size).toBe(4);
});
