// Exports what a line of the golden script is: something that a user types, and what becomes of it.

export interface GoldenLine {
  /** As typed into a shell; `$NAME` is what an earlier line has kept. */
  readonly line: string;
  /** The name under which later lines find what it prints. */
  readonly keepAs?: string;
  /**
   * Base64 in it comes from the platform's own randomness (asymmetric keys, padding) and is compared by its length. All else is
   * the same on both sides to the last byte, key IDs and ciphertexts included: both engines draw the same counted bytes.
   */
  readonly random?: true;
}

/** Lines of a shell script: `NAME=$(aws ...)` keeps what is printed, `# random` at its end marks platform randomness. */
export function goldenLines(script: string): GoldenLine[] {
  return script
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((typed) => {
      const line = typed.replace(/ # random$/, "");
      const [, keepAs, kept] = /^([A-Z]+)=\$\((.*)\)$/.exec(line) ?? [];
      return {
        line: kept ?? line,
        ...(keepAs === undefined ? {} : { keepAs }),
        ...(line === typed ? {} : { random: true }),
      };
    });
}
