// Exports what an import is called, by the key and by what is imported.
import type { KeyRecord } from "#kms/index.ts";
import type { ImportKind } from "./import-request.ts";

const titles = {
  initial: "Import initial key material",
  new: "Import new key material",
  again: "Reimport key material",
} as const satisfies Record<ImportKind["type"], string>;

/** Keys that cannot rotate have one key material, and one name for importing it. */
export function importTitle({ keySpec }: Pick<KeyRecord, "keySpec">, { type }: Pick<ImportKind, "type">): string {
  return keySpec === "SYMMETRIC_DEFAULT" ? titles[type] : "Import key material";
}
