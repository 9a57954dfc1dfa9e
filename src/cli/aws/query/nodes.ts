// Exports the parts of which an expression of JMESPath is built, as functions from value to value.
import { isList, isObject, type Printable } from "#cli/aws/out/printable.ts";
import { Expref, type Operand } from "./functions.ts";
import { QueryError } from "./lexer.ts";

/** How an expression is evaluated; `field` and `isIndexed` tell the parser what it has before it. */
export interface Node {
  run(value: Operand): Operand;
  readonly field?: string;
  readonly isIndexed?: true;
}

export const identity: Node = { run: (value) => value };

export function fieldNode(field: string): Node {
  return {
    field,
    run: (value) =>
      !(value instanceof Expref) && isObject(value) && Object.hasOwn(value, field) ? (value[field] ?? null) : null,
  };
}

export function chain(left: Node, right: Node): Node {
  return { run: (value) => right.run(left.run(value)) };
}

export function projection(left: Node, right: Node): Node {
  return { run: (value) => mapped(listOf(left.run(value)), right) };
}

export function valueProjection(left: Node, right: Node): Node {
  const values = (of: Operand): readonly Printable[] | undefined =>
    of instanceof Expref || !isObject(of) ? undefined : Object.values(of);
  return { run: (value) => mapped(values(left.run(value)), right) };
}

function mapped(list: readonly Printable[] | undefined, right: Node): Operand {
  return list?.map((entry) => plain(right.run(entry))).filter((entry) => entry !== null) ?? null;
}

export function flatten(left: Node): Node {
  return { run: (value) => listOf(left.run(value))?.flatMap((entry) => (isList(entry) ? entry : [entry])) ?? null };
}

export function listOf(value: Operand): readonly Printable[] | undefined {
  return !(value instanceof Expref) && isList(value) ? value : undefined;
}

/** An expression reference is no value that could stand in a list or be printed. */
export function plain(value: Operand): Printable {
  if (value instanceof Expref) throw new QueryError("Circular reference detected");
  return value;
}
