// Exports what GetParametersForImport hands out: which wrapping fits which key, and the import token, which finds the wrapping
// key again. Source: API reference, "GetParametersForImport".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { AlgorithmSpec, OperationName, WrappingKeySpec } from "#kms/contract/types.gen.ts";
import type { Writing } from "#kms/dispatch/operation.ts";
import { partOfKeyId, recordId } from "#kms/state/id.ts";
import type { ImportParametersRecord, KeyRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import type { World } from "#kms/state/world.ts";
import { concatBytes, decodeHex, encodeHex } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { requireState } from "./key-state.ts";
import { originRefusal } from "./rotation.ts";

/** How long import parameters are good for. */
export const importParametersMs = 24 * 60 * 60 * 1000;

export const importIdBytes = 16;
const tokenBytes = importIdBytes + 8;

/** @throws KmsError UnsupportedOperationException (recorded) for another origin; KMSInvalidStateException. */
export function requireImportable(operation: OperationName, key: KeyRecord): void {
  if (key.origin !== "EXTERNAL") throw originRefusal(key);
  requireState(operation, key);
}

/**
 * Why the key's material cannot be wrapped so; undefined where it can. Simulated: the texts. Whether AWS refuses to wrap
 * symmetric and HMAC keys by RSA_AES_KEY_WRAP is not known; here it does not.
 */
export function wrappingRefusal(
  { keySpec }: KeyRecord,
  algorithm: AlgorithmSpec,
  wrappingKeySpec: WrappingKeySpec,
): KmsError | undefined {
  const refuse = (reason: string) => new KmsError("UnsupportedOperationException", reason);
  if (algorithm === "RSAES_PKCS1_V1_5" || algorithm === "SM2PKE" || wrappingKeySpec === "SM2")
    return refuse(`Wrapping algorithm ${algorithm} with wrapping key spec ${wrappingKeySpec} is not supported.`);
  if (keySpec.startsWith("ML_")) return refuse(`Key material of key spec ${keySpec} cannot be imported.`);
  const isDirect = algorithm.startsWith("RSAES_OAEP");
  const isTooLong = keySpec.startsWith("RSA_") || (keySpec === "ECC_NIST_P521" && wrappingKeySpec === "RSA_2048");
  return isDirect && isTooLong
    ? refuse(`Wrapping algorithm ${algorithm} with ${wrappingKeySpec} cannot wrap key material of key spec ${keySpec}.`)
    : undefined;
}

/** The import token: the import id, and when it expires, so that an expired token is known when its parameters are gone. */
export function importToken({ importId, validTo }: ImportParametersRecord): Uint8Array {
  const id = decodeHex(importId);
  invariant(id, "an import id is hexadecimal");
  const expiry = new DataView(new ArrayBuffer(8));
  expiry.setBigUint64(0, BigInt(validTo));
  return concatBytes(id, new Uint8Array(expiry.buffer));
}

/** The parameters that a token of this key stands for; undefined for a token that was not given out for it or is over. */
export function findImportParameters(
  world: World,
  key: KeyRecord,
  token: Uint8Array,
  now: number,
): ImportParametersRecord | undefined {
  const read = readToken(token);
  if (!read) return undefined;
  const found = world.tables.importParameters.get(partOfKeyId(key, key.keyId, read.importId));
  return found?.validTo === read.validTo && found.validTo > now ? found : undefined;
}

/** Why there are no parameters for this token. Simulated: without a message. */
export function tokenRefusal(token: Uint8Array, now: number): KmsError {
  const read = readToken(token);
  return new KmsError(read && read.validTo <= now ? "ExpiredImportTokenException" : "InvalidImportTokenException");
}

function readToken(token: Uint8Array): Pick<ImportParametersRecord, "importId" | "validTo"> | undefined {
  if (token.length !== tokenBytes) return undefined;
  const validTo = new DataView(token.buffer, token.byteOffset).getBigUint64(importIdBytes);
  return { importId: encodeHex(token.subarray(0, importIdBytes)), validTo: Number(validTo) };
}

/** Forgets the expired parameters of a key and destroys their wrapping keys. */
export function dropExpiredParameters({ draft, now, destroyMaterial }: Writing, { keyId, ...place }: KeyRecord): void {
  for (const parameters of recordsUnder(draft.tables.importParameters, `${recordId(place, keyId)}/`)) {
    if (parameters.validTo > now) continue;
    draft.remove("importParameters", partOfKeyId(place, keyId, parameters.importId));
    destroyMaterial(parameters.wrappingMaterialId);
  }
}
