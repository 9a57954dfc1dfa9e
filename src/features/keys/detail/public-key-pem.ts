// Exports the PEM text of a public key (RFC 7468): base64 of its SubjectPublicKeyInfo in lines of 64.
import { encodeBase64 } from "#lib/base64.ts";

export function publicKeyPem(der: Uint8Array): string {
  const lines = encodeBase64(der).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----", ""].join("\n");
}
