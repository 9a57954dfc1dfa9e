// GetParametersForImport: a wrapping public key and the import token that belongs to it, good for 24 hours.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GetParametersForImportOutput } from "#kms/contract/types.gen.ts";
import type { NewMaterial } from "#kms/crypto/cryptography.ts";
import { newMaterialId } from "#kms/crypto/material-id.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import {
  dropExpiredParameters,
  importIdBytes,
  importParametersMs,
  importToken,
  requireImportable,
  wrappingRefusal,
} from "#kms/model/import-parameters.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { resolveKey, walkKeyId } from "#kms/model/resolve-key.ts";
import { partOfKeyId } from "#kms/state/id.ts";
import { encodeHex } from "#lib/bytes.ts";

export const getParametersForImport: Operation<"GetParametersForImport", NewMaterial | undefined> = {
  access: "write",
  async prepare({ KeyId, WrappingAlgorithm, WrappingKeySpec }, { world, caller, crypto }) {
    const { key } = walkKeyId(world, caller, "GetParametersForImport", KeyId);
    // What will be refused needs no wrapping key.
    if (key?.origin !== "EXTERNAL" || wrappingRefusal(key, WrappingAlgorithm, WrappingKeySpec)) return undefined;
    return crypto.generate(WrappingKeySpec);
  },
  resolve({ KeyId, WrappingAlgorithm, WrappingKeySpec }, writing, wrappingKey) {
    const { caller, world, draft, now, random, keepMaterial } = writing;
    const { key, arn } = resolveKey(world, caller, "GetParametersForImport", KeyId);
    return {
      requires: [{ action: "GetParametersForImport", on: { key } }],
      run(): GetParametersForImportOutput {
        requireImportable("GetParametersForImport", key);
        const unfit = wrappingRefusal(key, WrappingAlgorithm, WrappingKeySpec);
        if (unfit) throw unfit;
        // The key was made by another tab between the two looks at the World: the request can be tried again.
        if (!wrappingKey?.publicKey) throw new KmsError("DependencyTimeoutException");
        dropExpiredParameters(writing, key);
        const { account, region, keyId } = key;
        const parameters = {
          account,
          region,
          keyId,
          importId: encodeHex(random(importIdBytes)),
          wrappingAlgorithm: WrappingAlgorithm,
          wrappingKeySpec: WrappingKeySpec,
          wrappingMaterialId: newMaterialId(random),
          validTo: now + importParametersMs,
        };
        draft.put("importParameters", partOfKeyId(key, keyId, parameters.importId), parameters);
        keepMaterial(parameters.wrappingMaterialId, wrappingKey.secret);
        return {
          KeyId: arn,
          ImportToken: importToken(parameters),
          PublicKey: wrappingKey.publicKey,
          ParametersValidTo: epochSeconds(parameters.validTo),
        };
      },
    };
  },
};
