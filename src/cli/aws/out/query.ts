// Exports --query: a JMESPath expression, held against its grammar before the call and run on the answer after it.
import { search } from "jmespath";
import { UsageError } from "#cli/aws/args/usage-error.ts";
import type { Printable } from "./printable.ts";

export type Query = (value: Printable) => Printable;

/**
 * The query of a line.
 * @throws UsageError for an expression that is none; what it returns throws one where the value does not fit.
 */
export function compileQuery(expression: string): Query {
  const refuse = (why: string): UsageError => new UsageError(`Bad value for --query ${expression}: ${why}`);
  if (expression === "") throw refuse("Invalid JMESPath expression: cannot be empty.");
  try {
    search(null, expression);
  } catch (error) {
    if (error instanceof Error && /^(Parser|Lexer)error$/i.test(error.name)) throw refuse(error.message);
  }
  return (value) => {
    try {
      return search(value, expression) as Printable; // what a query makes of plain values is a plain value
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error), 255);
    }
  };
}
