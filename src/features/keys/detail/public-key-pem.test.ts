// The PEM text of a public key, read back by Node's own parser.
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { publicKeyPem } from "./public-key-pem.ts";

test("is read by other software as the same key, and written as others write it", () => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const der = publicKey.export({ type: "spki", format: "der" });
  const pem = publicKeyPem(der);
  expect(createPublicKey(pem).export({ type: "spki", format: "der" }).equals(der)).toBe(true);
  expect(pem).toBe(publicKey.export({ type: "spki", format: "pem" }));
});
