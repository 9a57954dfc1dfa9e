// Exports the request of ImportKeyMaterial that the dialog makes of what was entered, and what is still wrong with that.
import type { ImportKeyMaterialInput, KeyMaterialRecord, KeyRecord } from "#kms/index.ts";
import type { Bytes } from "#lib/bytes.ts";

export interface ImportDraft {
  readonly wrapped: Bytes | undefined;
  readonly token: Bytes | undefined;
  readonly expires: boolean;
  /** A day, `YYYY-MM-DD`; the key material expires at its beginning, local time. */
  readonly expiryDay: string;
  readonly description: string;
}

/** What is imported: the first material of a key, a new one to rotate to, or one that the key had already. */
export type ImportKind =
  | { readonly type: "initial" }
  | { readonly type: "new" }
  | { readonly type: "again"; readonly material: KeyMaterialRecord };

const longestDays = 365;
const dayMs = 24 * 60 * 60 * 1000;

/** @param now sandbox time, epoch milliseconds */
export function expiryProblem({ expires, expiryDay }: ImportDraft, now: number): string | undefined {
  if (!expires) return undefined;
  const at = startOfDay(expiryDay);
  if (Number.isNaN(at)) return "Enter a date.";
  return at > now && at <= now + longestDays * dayMs ? undefined : "Choose a day from tomorrow on, within 365 days.";
}

/** Source of what is allowed: API reference, ImportKeyMaterial. */
export function materialDescriptionProblem({ description }: ImportDraft): string | undefined {
  if (description.length > 256) return "256 characters at most.";
  return /^[a-zA-Z0-9:/_\s.-]*$/.test(description) ? undefined : "Use only letters, digits, spaces and : / _ . -";
}

/** Undefined while a file is missing. */
export function importRequest(
  { keyId, keySpec }: KeyRecord,
  kind: ImportKind,
  draft: ImportDraft,
): ImportKeyMaterialInput | undefined {
  const { wrapped, token, expires, expiryDay, description } = draft;
  if (!wrapped || !token) return undefined;
  return {
    KeyId: keyId,
    ImportToken: token,
    EncryptedKeyMaterial: wrapped,
    ...(expires
      ? { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: startOfDay(expiryDay) / 1000 }
      : { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }),
    // Only symmetric encryption keys can have several key materials, and descriptions of them.
    ...(keySpec === "SYMMETRIC_DEFAULT"
      ? { ...typeMembers(kind), ...(description ? descriptionOf(description) : {}) }
      : {}),
  };
}

const descriptionOf = (description: string) => ({ KeyMaterialDescription: description });

function typeMembers(kind: ImportKind): Partial<ImportKeyMaterialInput> {
  if (kind.type === "again") return { ImportType: "EXISTING_KEY_MATERIAL", KeyMaterialId: kind.material.materialId };
  return { ImportType: "NEW_KEY_MATERIAL" };
}

function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00`);
}
