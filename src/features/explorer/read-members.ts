// Exports readMembers: the members of the JSON in a URL, which may say anything at all.

/** Undefined for a text that is too long, or that tells no object. Whoever takes a member checks it. */
export function readMembers(text: string, most: number): Readonly<Record<string, unknown>> | undefined {
  if (text.length > most) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // Any object can be asked for members; each is unknown until it is checked.
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined; // no JSON: somebody's own URL
  }
}
