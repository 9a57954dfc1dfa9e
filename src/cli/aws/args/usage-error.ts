// Exports the failure of a command line before any call is made, worded and numbered as the AWS CLI does it.

const usage = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

/** What is wrong with the line: the text for standard error, byte for byte, and the exit code (252: bad line, 255: other). */
export class UsageError extends Error {
  readonly stderr: string;
  readonly exitCode: number;

  constructor(message: string, exitCode = 252) {
    super(message);
    this.stderr = `\n${message}\n`;
    this.exitCode = exitCode;
  }
}

/** A word that no parser takes, under the usage: `argument --output: Invalid choice ...`. */
export function parserError(message: string, shownUsage: string = usage): UsageError {
  return new UsageError(`${shownUsage}\naws: error: ${message}\n`);
}

/** Words that are left over when all options are read. */
export function unknownOptions(words: readonly string[]): UsageError {
  return new UsageError(`${usage}\nUnknown options: ${words.join(", ")}\n`);
}

/** A value that its option cannot take. */
export function parameterError(option: string, message: string): UsageError {
  return new UsageError(`Error parsing parameter '${option}': ${message}`);
}
