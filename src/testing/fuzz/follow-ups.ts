// Exports the requests that an answer makes possible: what was encrypted can be decrypted, what was signed verified, what
// was wrapped for a key imported. Drawn at random, their parts would hardly ever meet.
import type { OperationName } from "#kms/index.ts";
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";
import type { FollowUp, Input } from "./memory.ts";

export async function followUps(operation: OperationName, input: Input, answer: Input): Promise<readonly FollowUp[]> {
  const { KeyId, EncryptionContext, EncryptionAlgorithm } = input;
  switch (operation) {
    case "Encrypt": {
      const { CiphertextBlob } = answer;
      const source = { SourceEncryptionContext: EncryptionContext, SourceEncryptionAlgorithm: EncryptionAlgorithm };
      return [
        { operation: "Decrypt", input: { KeyId, CiphertextBlob, EncryptionContext, EncryptionAlgorithm } },
        { operation: "ReEncrypt", input: { CiphertextBlob, SourceKeyId: KeyId, DestinationKeyId: KeyId, ...source } },
      ];
    }
    case "Sign":
      return [{ operation: "Verify", input: { ...input, Signature: answer.Signature } }];
    case "GenerateMac":
      return [{ operation: "VerifyMac", input: { ...input, Mac: answer.Mac } }];
    case "Encapsulate":
      return [
        {
          operation: "Decapsulate",
          input: { ...input, SharedSecretCiphertextBlob: answer.SharedSecretCiphertextBlob },
        },
      ];
    case "GetPublicKey":
      if (answer.KeyUsage !== "KEY_AGREEMENT") return [];
      return [
        {
          operation: "DeriveSharedSecret",
          input: { KeyId, KeyAgreementAlgorithm: "ECDH", PublicKey: answer.PublicKey },
        },
      ];
    case "CreateGrant": {
      const grant = { KeyId, GrantId: answer.GrantId };
      return [
        { operation: "RevokeGrant", input: grant },
        { operation: "RetireGrant", input: { GrantToken: answer.GrantToken } },
      ];
    }
    case "GetParametersForImport": {
      const EncryptedKeyMaterial = await wrappedKeyMaterial(String(answer.PublicKey));
      const material = { KeyId, ImportToken: answer.ImportToken, EncryptedKeyMaterial };
      return [
        { operation: "ImportKeyMaterial", input: { ...material, ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } },
      ];
    }
    default:
      return [];
  }
}

/** 32 bytes, the material of a symmetric encryption key, wrapped with RSAES_OAEP_SHA_256. */
async function wrappedKeyMaterial(publicKey: string): Promise<string> {
  const spki = decodeBase64(publicKey) ?? new Uint8Array();
  const oaep = { name: "RSA-OAEP", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("spki", spki, oaep, false, ["encrypt"]);
  return encodeBase64(new Uint8Array(await crypto.subtle.encrypt(oaep, key, new Uint8Array(32).fill(7))));
}
