// Exports whether a key's page may stand under one of the two lists of keys.
import { aliasNamesOf, type KeyRecord, type World } from "#kms/index.ts";

/**
 * Each kind of key under its own list. A key of an AWS service that has no alias may stand under both: the real console
 * lists it among the customer managed keys, while links to it lead to the AWS managed keys.
 */
export function belongsToList(world: World, key: KeyRecord, kind: "customer" | "aws"): boolean {
  if (key.keyManager === "CUSTOMER") return kind === "customer";
  return kind === "aws" || aliasNamesOf(world, key).length === 0;
}
