// ImportKeyMaterial: unwraps key material and puts it into a key of origin EXTERNAL: the first one, a new one to rotate to,
// or one that the key had before.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ImportKeyMaterialInput, ImportKeyMaterialOutput } from "#kms/contract/types.gen.ts";
import type { CryptoContext, Operation } from "#kms/dispatch/operation.ts";
import { findImportParameters, requireImportable, tokenRefusal } from "#kms/model/import-parameters.ts";
import { type Expiry, type ImportedMaterial, placeImported } from "#kms/model/imported-material.ts";
import { resolveKey, walkKeyId } from "#kms/model/resolve-key.ts";
import type { KeyRecord } from "#kms/state/records.ts";

const longestExpiryMs = 365 * 24 * 60 * 60 * 1000;

type Unwrapped = ImportedMaterial | { readonly refusal: KmsError };

export const importKeyMaterial: Operation<"ImportKeyMaterial", Unwrapped | undefined> = {
  access: "write",
  prepare: unwrap,
  resolve(input, writing, unwrapped) {
    const { caller, world, now } = writing;
    const { key, arn } = resolveKey(world, caller, "ImportKeyMaterial", input.KeyId);
    return {
      requires: [{ action: "ImportKeyMaterial", on: { key } }],
      run(): ImportKeyMaterialOutput {
        requireImportable("ImportKeyMaterial", key);
        requireSymmetricMembers(key, input);
        const expiry = requestedExpiry(input, now);
        if (!findImportParameters(world, key, input.ImportToken, now)) throw tokenRefusal(input.ImportToken, now);
        // The token was given out by another tab between the two looks at the World: the request can be tried again.
        if (!unwrapped) throw new KmsError("DependencyTimeoutException");
        if ("refusal" in unwrapped) throw unwrapped.refusal;
        placeImported(writing, key, unwrapped, input, expiry);
        return { KeyId: arn, ...(isSymmetric(key) ? { KeyMaterialId: unwrapped.materialId } : {}) };
      },
    };
  },
};

/** What was wrapped, or why it is no material for this key; undefined where the request is refused before that matters. */
async function unwrap(
  { KeyId, ImportToken, EncryptedKeyMaterial }: ImportKeyMaterialInput,
  { world, caller, crypto, now }: CryptoContext,
): Promise<Unwrapped | undefined> {
  const { key } = walkKeyId(world, caller, "ImportKeyMaterial", KeyId);
  const parameters = key && findImportParameters(world, key, ImportToken, now);
  if (!parameters) return undefined;
  const { wrappingMaterialId: materialId, wrappingKeySpec: spec, wrappingAlgorithm } = parameters;
  const secret = await crypto.unwrapImported({ materialId, spec }, wrappingAlgorithm, EncryptedKeyMaterial);
  if (!secret) return { refusal: new KmsError("InvalidCiphertextException") };
  const material = await crypto.adopt(key.keySpec, secret);
  if (!material) return { refusal: new KmsError("IncorrectKeyMaterialException") };
  // The key is part of it, so that one secret in two keys has two ids; its related keys have the same.
  const label = `${key.account}/${key.keyId}`;
  return { ...material, materialId: await crypto.materialFingerprint(label, material.secret) };
}

/** @throws KmsError ValidationException: the text for a missing date is recorded. Simulated: the others. */
function requestedExpiry({ ExpirationModel, ValidTo }: ImportKeyMaterialInput, now: number): Expiry {
  if (ExpirationModel === "KEY_MATERIAL_DOES_NOT_EXPIRE") {
    if (ValidTo === undefined) return { expirationModel: ExpirationModel };
    throw new KmsError(
      "ValidationException",
      "A validTo date cannot be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE",
    );
  }
  if (ValidTo === undefined)
    throw new KmsError(
      "ValidationException",
      "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES",
    );
  const validTo = Math.round(ValidTo * 1000);
  if (!(validTo > now && validTo <= now + longestExpiryMs))
    throw new KmsError("ValidationException", "The validTo date must be in the future and within 365 days.");
  return { expirationModel: "KEY_MATERIAL_EXPIRES", validTo };
}

/** "Only usable with symmetric encryption keys" (API reference). Simulated: the text. */
function requireSymmetricMembers(key: KeyRecord, input: ImportKeyMaterialInput): void {
  const given = (["ImportType", "KeyMaterialDescription", "KeyMaterialId"] as const).find(
    (member) => input[member] !== undefined,
  );
  if (given !== undefined && !isSymmetric(key))
    throw new KmsError("UnsupportedOperationException", `${given} is only supported for symmetric encryption keys.`);
}

const isSymmetric = ({ keySpec }: KeyRecord): boolean => keySpec === "SYMMETRIC_DEFAULT";
