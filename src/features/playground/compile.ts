// Exports compile: TypeScript or JavaScript with imports -> what the runtime runs. Types are stripped, not checked.
import { transform } from "sucrase";

/** The user's code has an error of syntax; the message names the line. */
export class CompileError extends Error {
  override readonly name = "CompileError";
}

/**
 * Imports become calls of `require`, every line stays where it is.
 * @throws CompileError
 */
export function compile(source: string): string {
  try {
    const { code } = transform(source, { transforms: ["typescript", "imports"], disableESTransforms: true });
    return code;
  } catch (error) {
    throw new CompileError(readable(error));
  }
}

/** Sucrase says `Error transforming sample: Unexpected token (3:7)`; the last is line and column. */
function readable(error: unknown): string {
  const text = error instanceof Error ? error.message.replace(/^Error transforming \w+: /, "") : String(error);
  const [, message, line] = /^(.*) \((\d+):\d+\)$/s.exec(text) ?? [];
  return line === undefined ? `SyntaxError: ${text}` : `SyntaxError: ${message} (main.ts:${line})`;
}
