// Exports a call as the AWS CLI line that makes it.
import { cliWords } from "./cli-words.ts";
import type { RenderedCall } from "./rendered-call.ts";
import { shellQuote } from "./shell-quote.ts";

interface CliLineOptions {
  /** One flag a line, joined by backslashes. */
  readonly multiline?: boolean;
  /** Whose credentials make the call, where they are not those that the shell has anyway. */
  readonly profile?: string;
}

/**
 * The command line of AWS CLI version 2 for the call, quoted for a POSIX shell: pasted there, each argument arrives as it
 * is here. Secrets of the input stand in it in the clear, since the user asked to see them; nothing here keeps or logs it.
 */
export function cliLine(call: RenderedCall, { multiline = false, profile }: CliLineOptions = {}): string {
  const [command = [], ...flags] = cliWords(call);
  const named = profile === undefined ? [] : [["--profile", profile]];
  const groups = [command, ...named, ...flags].map((words) => words.map(shellQuote).join(" "));
  return groups.join(multiline ? " \\\n    " : " ");
}
