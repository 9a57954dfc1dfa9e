// Exports the rules of artefacts: what a call made through an alias and the workspace keeps. Simulated: AWS keeps nothing.
import { KmsError } from "#kms/contract/kms-error.ts";
import { enums } from "#kms/contract/shapes.gen.ts";
import type { ArtefactRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { isEnabledRegion } from "./account.ts";
import { aliasPrefix } from "./alias.ts";
import { parseKeyIdentifier } from "./arn.ts";
import { quotas } from "./quota.ts";

/** An artefact as it is asked for; the engine says which one it is and when it came. */
export type NewArtefact = Omit<ArtefactRecord, "artefactId" | "createdAt">;

/** Per workspace: each of them is judged anew whenever a key or an alias changes. */
export const artefactLimit = 200;

/** The longest ciphertext, signature or MAC, and the longest message, that a call takes. */
const blobBytes = 6_144;
const messageBytes = 4_096;
const labelLength = 100;

const algorithms: { readonly [K in ArtefactRecord["kind"]]?: readonly string[] } = {
  ciphertext: enums.EncryptionAlgorithmSpec,
  signature: enums.SigningAlgorithmSpec,
  mac: enums.MacAlgorithmSpec,
};

/**
 * What is wrong with an artefact by itself: the member and the problem, in the words of a file's reader.
 * Its key and its alias need not exist: what was made under them outlives both.
 */
export function artefactProblem(artefact: NewArtefact): readonly [member: string, problem: string] | undefined {
  const { kind, aliasName, keyId, algorithm, message, blob, label } = artefact;
  if (!aliasName.startsWith(aliasPrefix) || aliasName.length > quotas.aliasNameLength)
    return ["aliasName", "is no alias name"];
  const identifier = parseKeyIdentifier(keyId);
  if (identifier.form !== "key ID" || identifier.keyId !== keyId) return ["keyId", "is no key ID"];
  const allowed = algorithms[kind];
  if (allowed ? algorithm === undefined || !allowed.includes(algorithm) : algorithm !== undefined)
    return ["algorithm", allowed ? `must be an algorithm of a ${kind}` : "does not belong to a data key"];
  const hasMessage = kind === "signature" || kind === "mac";
  if (hasMessage !== (message !== undefined))
    return ["message", hasMessage ? "is missing" : `does not belong to a ${kind}`];
  if (message && (message.length === 0 || message.length > messageBytes))
    return ["message", `must hold 1 to ${messageBytes} bytes`];
  if (blob.length === 0 || blob.length > blobBytes) return ["blob", `must hold 1 to ${blobBytes} bytes`];
  if (label.trim() === "" || label.length > labelLength) return ["label", `must have 1 to ${labelLength} characters`];
  return undefined;
}

/** @throws KmsError ValidationException for an artefact that cannot be kept in this World */
export function requireKeepable(world: World, artefact: NewArtefact): void {
  const refuse = (message: string): never => {
    throw new KmsError("ValidationException", message);
  };
  if (!isEnabledRegion(world, artefact)) refuse(`${artefact.region} is not enabled in account ${artefact.account}.`);
  if (world.tables.artefacts.size >= artefactLimit)
    refuse(`The bench holds ${artefactLimit} cards already. Remove one before you keep another.`);
  const problem = artefactProblem(artefact);
  if (problem) refuse(`The ${problem[0]} of the card ${problem[1]}.`);
}
