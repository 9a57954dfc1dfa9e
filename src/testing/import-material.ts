// Exports the import of key material as a customer does it, wrapped by WebCrypto itself. The import parameters are planted
// with one wrapping key for all, since making an RSA key pair for each test takes too long.
import { type Caller, type Inputs, type Outputs, recordId, WorldDraft } from "#kms/index.ts";
import { concatBytes, encodeHex } from "#lib/bytes.ts";
import { homeAccount, homeRegion, type TestEngine } from "./test-engine.ts";

const day = 24 * 60 * 60 * 1000;
const algorithm = { name: "RSA-OAEP", hash: "SHA-256" };
const pair = crypto.subtle.generateKey(
  { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  true,
  ["encrypt", "decrypt"],
);

export type ImportMembers = Partial<Omit<Inputs["ImportKeyMaterial"], "KeyId">>;

/** RSAES_OAEP_SHA_256 under a wrapping key (SubjectPublicKeyInfo), the planted one if absent. */
export async function wrapMaterial(secret: Uint8Array, publicKey?: Uint8Array): Promise<Uint8Array> {
  const key = publicKey
    ? await crypto.subtle.importKey("spki", Uint8Array.from(publicKey), algorithm, false, ["encrypt"])
    : (await pair).publicKey;
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, Uint8Array.from(secret)));
}

/** ImportKeyMaterial of this secret, for ever unless told otherwise. */
export async function importMaterial(
  sandbox: TestEngine,
  KeyId: string,
  secret: Uint8Array,
  members: ImportMembers = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" },
  region: string = homeRegion,
): Promise<Outputs["ImportKeyMaterial"]> {
  const ImportToken = await plantParameters(sandbox, KeyId, { account: homeAccount, region });
  const EncryptedKeyMaterial = await wrapMaterial(secret);
  return sandbox.as(region)("ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial, ...members });
}

/** Parameters as GetParametersForImport leaves them; answers their token: the import id and, as 8 bytes, the expiry. */
async function plantParameters(
  { engine, ports, secrets, world }: TestEngine,
  keyId: string,
  place: Pick<Caller, "account" | "region">,
): Promise<Uint8Array> {
  const validTo = engine.now() + day;
  const id = ports.random(16);
  const importId = encodeHex(id);
  const wrappingMaterialId = encodeHex(ports.random(32));
  secrets.set(wrappingMaterialId, new Uint8Array(await crypto.subtle.exportKey("pkcs8", (await pair).privateKey)));
  const draft = new WorldDraft(world(), world().seq + 1);
  draft.put("importParameters", `${recordId(place, keyId)}/${importId}`, {
    ...place,
    keyId,
    importId,
    wrappingAlgorithm: "RSAES_OAEP_SHA_256",
    wrappingKeySpec: "RSA_2048",
    wrappingMaterialId,
    validTo,
  });
  const event = { eventSource: "sandbox", eventTime: "", change: { type: "OpenWorkspace", source: "test" } } as const;
  ports.state.apply({ seq: draft.seq, at: engine.now(), event, diff: draft.diff() });
  const expiry = new DataView(new ArrayBuffer(8));
  expiry.setBigUint64(0, BigInt(validTo));
  return concatBytes(id, new Uint8Array(expiry.buffer));
}
