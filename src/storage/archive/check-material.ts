// Exports the check that every key of a file has key material of its own and of its kind. Messages tell nothing of it.
import type { KeyRecord, KeySpec } from "#kms/index.ts";
import type { Bytes } from "#lib/bytes.ts";
import { fail } from "./fields.ts";

/** WebCrypto works inline in Chromium: after so many keys the page gets its turn. */
const sliceSize = 200;

const secretLength: Partial<Record<KeySpec, number>> = {
  SYMMETRIC_DEFAULT: 32,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
};
const curveOf: Partial<Record<KeySpec, string>> = {
  ECC_NIST_P256: "P-256",
  ECC_NIST_P384: "P-384",
  ECC_NIST_P521: "P-521",
};

/** @throws ArchiveError that names the first key or material which does not fit */
export async function checkMaterial(keys: readonly KeyRecord[], material: ReadonlyMap<string, Bytes>): Promise<void> {
  const usedBy = new Map<string, string>();
  for (const [i, key] of keys.entries()) {
    const path = `tables.keys[${i}]`;
    const { materialId } = key;
    if (materialId === undefined) fail(`${path}.materialId`, "is missing");
    const secret = material.get(materialId) ?? fail(`${path}.materialId`, `material.${materialId} is missing`);
    // Deleting one of two keys would destroy the material of the other.
    const other = usedBy.get(materialId);
    if (other) fail(`${path}.materialId`, `is the key material of ${other} already`);
    usedBy.set(materialId, path);
    await checkKind(key, secret, path, `material.${materialId}`);
    if (i % sliceSize === sliceSize - 1) await new Promise((resolve) => setTimeout(resolve));
  }
  for (const materialId of material.keys())
    if (!usedBy.has(materialId)) fail(`material.${materialId}`, "belongs to no key");
}

async function checkKind(
  { keySpec, publicKey }: KeyRecord,
  secret: Bytes,
  keyPath: string,
  path: string,
): Promise<void> {
  const length = secretLength[keySpec];
  if (length !== undefined) {
    if (secret.length !== length) fail(path, `must have the ${length} bytes of ${keySpec}, not ${secret.length}`);
    return;
  }
  const own = await publicHalf("pkcs8", secret, keySpec).catch(() => fail(path, `is no private key of ${keySpec}`));
  const told = await publicHalf("spki", new Uint8Array(publicKey ?? []), keySpec).catch(() =>
    fail(`${keyPath}.publicKey`, `is no public key of ${keySpec}`),
  );
  if (own !== told) fail(`${keyPath}.publicKey`, `does not belong to the private key in ${path}`);
}

/** What a private and its public key have in common, as one text. @throws when the bytes are no such key */
async function publicHalf(format: "pkcs8" | "spki", encoded: Bytes, keySpec: KeySpec): Promise<string> {
  const namedCurve = curveOf[keySpec];
  const parameters = namedCurve ? { name: "ECDSA", namedCurve } : { name: "RSA-PSS", hash: "SHA-256" };
  const key = await crypto.subtle.importKey(format, encoded, parameters, true, [format === "spki" ? "verify" : "sign"]);
  if ("modulusLength" in key.algorithm && `RSA_${key.algorithm.modulusLength}` !== keySpec)
    throw new Error("another size");
  const { n, e, x, y } = await crypto.subtle.exportKey("jwk", key);
  return JSON.stringify({ n, e, x, y });
}
