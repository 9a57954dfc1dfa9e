import { describe, expect, test } from "vitest";
import { concatBytes, encodeHex } from "#lib/bytes.ts";
import { ecKeyPair } from "./ec-keys.ts";
import { writePublicKeyInfo } from "./key-info.ts";
import { type EcdsaSpec, keySpecEntry } from "./key-specs.ts";
import { hexVector as hex } from "./test-keys.ts";
import { testVault } from "./test-vault.ts";
import nist from "./vectors/nist-ecdh.json" with { type: "json" };

const SPECS = nist.cases.map(({ spec }) => spec);

function entryOf(spec: string): EcdsaSpec {
  const entry = keySpecEntry(spec);
  if (entry.family !== "ecdsa") throw new Error(`${spec} has no curve`);
  return entry;
}

describe("a shared secret", () => {
  test.each(nist.cases)("with $spec is the one of NIST's test vector", async (vector) => {
    const { cryptography, put } = testVault();
    const entry = entryOf(vector.spec);
    const { secret } = await ecKeyPair(entry, hex(vector.privateScalar));
    const peer = writePublicKeyInfo(entry.curve, concatBytes(Uint8Array.of(4), hex(vector.peerX), hex(vector.peerY)));
    const shared = await cryptography.deriveSharedSecret(put(vector.spec, secret), peer);
    expect(shared && encodeHex(shared)).toBe(vector.sharedSecret);
  });

  test.each(SPECS)("is the same on both sides with %s", async (spec) => {
    const { cryptography, generate } = testVault();
    const [left, right] = [await generate(spec), await generate(spec)];
    const shared = await cryptography.deriveSharedSecret(left.ref, right.publicKey);
    expect(shared?.length).toBe(entryOf(spec).scalarBytes);
    expect(await cryptography.deriveSharedSecret(right.ref, left.publicKey)).toEqual(shared);
  });

  test.each(SPECS)("comes of no bytes that are not a public key of the curve of %s", async (spec) => {
    const { cryptography, generate } = testVault();
    const { ref, publicKey } = await generate(spec);
    const { curve, scalarBytes } = entryOf(spec);
    const point = publicKey.subarray(-1 - 2 * scalarBytes);
    const compressed = concatBytes(Uint8Array.of(2 + ((point.at(-1) ?? 0) & 1)), point.subarray(1, 1 + scalarBytes));
    const others = await Promise.all(
      [...SPECS, "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"]
        .filter((other) => other !== spec)
        .map(async (other) => (await generate(other)).publicKey),
    );
    const wrong = [
      ...others,
      new Uint8Array(),
      point,
      publicKey.subarray(0, -1),
      concatBytes(publicKey, Uint8Array.of(0)),
      Uint8Array.from(publicKey).with(-1, (publicKey.at(-1) ?? 0) ^ 1), // not on the curve
      writePublicKeyInfo(curve, new Uint8Array(point.length).with(0, 4)),
      writePublicKeyInfo(curve, Uint8Array.of(0)), // the point at infinity
      writePublicKeyInfo(curve, compressed),
    ];
    for (const peer of wrong) expect(await cryptography.deriveSharedSecret(ref, peer)).toBeUndefined();
  });

  test.each(["ECC_SECG_P256K1", "RSA_2048"])("is not derived with keys of %s", async (spec) => {
    const derived = testVault().cryptography.deriveSharedSecret({ materialId: "never opened", spec }, new Uint8Array());
    await expect(derived).rejects.toThrow("agree on no secret");
  });
});
