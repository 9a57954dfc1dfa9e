// What must be true unless this program has a bug. A broken invariant is thrown, shown by the error boundary and never
// answered: a mistake of the user or of a caller is a service error or a message at the field instead.

/** Throws an Error with the message when the claim does not hold, and narrows types when it does. */
export function invariant(claim: unknown, message: string): asserts claim {
  if (!claim) throw new Error(`Invariant broken: ${message}`);
}
