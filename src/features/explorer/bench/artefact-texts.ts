// Exports the words of the bench.
import type { Outcome, Way } from "#features/explorer/preview/outcomes.ts";
import { type ArtefactRecord, displayAlias } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { decodeUtf8 } from "#lib/bytes.ts";
import type { ArtefactKind } from "./make-artefact.ts";

export const kindTexts: { readonly [K in ArtefactKind]: string } = {
  ciphertext: "Ciphertext",
  dataKey: "Encrypted data key",
  signature: "Signature",
  mac: "MAC",
};

/** What is done to make one. */
export const doingTexts: { readonly [K in ArtefactKind]: string } = {
  ciphertext: "Encrypt a text",
  dataKey: "Generate a data key",
  signature: "Sign a message",
  mac: "Generate a MAC",
};

/** The operation that judges one. */
export const judgeOf = {
  ciphertext: "Decrypt",
  dataKey: "Decrypt",
  signature: "Verify",
  mac: "VerifyMac",
} as const satisfies Record<ArtefactKind, string>;

export function wayText(way: Way, { aliasName }: ArtefactRecord): string {
  if (way === "byAlias") return `By alias ${displayAlias(aliasName)}`;
  return way === "byKeyArn" ? "By key ARN" : "Without KeyId";
}

export function outcomeText(kind: ArtefactKind, outcome: Outcome): string {
  if (!outcome.ok) return outcome.code;
  return judgeOf[kind] === "Decrypt" ? "Decrypts" : "Valid";
}

/** A message as text; base64 where its bytes are none. */
export function messageText(message: Uint8Array): string {
  return decodeUtf8(message) ?? encodeBase64(message);
}
