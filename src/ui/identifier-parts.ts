// Exports identifierParts: where a line may break in a text with key IDs and ARNs.

/** The parts of a text, none left out: a part ends with the colon, slash or white space after which a line may break. */
export function identifierParts(text: string): readonly string[] {
  return text.match(/[^\s:/]+[:/]?|[:/]|\s+/g) ?? [];
}
