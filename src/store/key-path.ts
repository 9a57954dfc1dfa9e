// Exports the path of a key's page. The console keeps the two kinds of key apart, wherever the link stands.
import type { KeyRecord } from "#kms/index.ts";
import { type KeyTab, paths } from "./paths.ts";

export function keyPath(key: Pick<KeyRecord, "keyId" | "keyManager">, tab?: KeyTab): string {
  return key.keyManager === "AWS" ? paths.awsKey(key.keyId, tab) : paths.key(key.keyId, tab);
}
