// Exports how key material rests on disk: AES-256-GCM under a key that belongs to the workspace and that no script can
// export. The material id is bound as additional data, so that sealed material cannot be put under another id.
import { type Bytes, encodeUtf8 } from "#lib/bytes.ts";

export interface SealedMaterial {
  readonly iv: Bytes;
  readonly ciphertext: ArrayBuffer;
}

const algorithm = "AES-GCM";

/** A new sealing key; IndexedDB keeps it as an object, its bytes never come to light. */
export function newSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function seal(key: CryptoKey, materialId: string, secret: Uint8Array): Promise<SealedMaterial> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const parameters = { name: algorithm, iv, additionalData: encodeUtf8(materialId) };
  return { iv, ciphertext: await crypto.subtle.encrypt(parameters, key, new Uint8Array(secret)) };
}

/** @throws DOMException OperationError when it was not sealed under this key and id. */
export async function unseal(key: CryptoKey, materialId: string, { iv, ciphertext }: SealedMaterial): Promise<Bytes> {
  const parameters = { name: algorithm, iv, additionalData: encodeUtf8(materialId) };
  return new Uint8Array(await crypto.subtle.decrypt(parameters, key, ciphertext));
}

/** WebCrypto works inline in Chromium: after so many secrets the page gets its turn. */
const sliceSize = 500;

async function inSlices<A, B>(
  map: ReadonlyMap<string, A>,
  work: (id: string, value: A) => Promise<B>,
): Promise<Map<string, B>> {
  const done = new Map<string, B>();
  for (const [id, value] of map) {
    done.set(id, await work(id, value));
    if (done.size % sliceSize === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return done;
}

export function sealAll(
  key: CryptoKey,
  secrets: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, SealedMaterial>> {
  return inSlices(secrets, (id, secret) => seal(key, id, secret));
}

export function unsealAll(key: CryptoKey, sealed: ReadonlyMap<string, SealedMaterial>): Promise<Map<string, Bytes>> {
  return inSlices(sealed, (id, one) => unseal(key, id, one));
}
