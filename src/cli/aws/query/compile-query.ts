// Exports --query: a JMESPath expression, read before the call and run on the answer after it.
// Written out rather than taken from a package: jmespath 0.16 finds no greatest text (`max_by(Aliases, &CreationDate)`),
// takes inherited names for members, and words its errors in its own way.
import { UsageError } from "#cli/aws/args/usage-error.ts";
import type { Printable } from "#cli/aws/out/printable.ts";
import { QueryError } from "./lexer.ts";
import { plain } from "./nodes.ts";
import { parseQuery } from "./parser.ts";

export type Query = (value: Printable) => Printable;

/**
 * The query of a line. Source: the JMESPath specification; messages as AWS CLI 2.9 prints them.
 * @throws UsageError 252 for an expression that is none; what it returns throws one (255) where the value does not fit.
 */
export function compileQuery(expression: string): Query {
  const reported = <T>(work: () => T, report: (message: string) => UsageError): T => {
    try {
      return work();
    } catch (error) {
      // A chain of names is read in a loop, but run by functions that call each other.
      if (error instanceof RangeError) throw report("maximum recursion depth exceeded");
      throw error instanceof QueryError ? report(error.message) : error;
    }
  };
  const run = reported(
    () => parseQuery(expression),
    (message) => new UsageError(`Bad value for --query ${expression}: ${message}`),
  );
  return (value) =>
    reported(
      () => plain(run(value)),
      (message) => new UsageError(message, 255),
    );
}
