// Exports the check of a key's description as its fields make it, before any call.

/** Source: API reference of UpdateKeyDescription. KMS counts as a text's `length` does, in UTF-16 code units. */
export const descriptionLength = 8192;

/** What is wrong with a typed description; undefined when it may be used. */
export function descriptionProblem(description: string): string | undefined {
  return description.length > descriptionLength
    ? `${description.length} of ${descriptionLength} characters.`
    : undefined;
}
