// Exports what JMESPath says of values: equal, true, less, a slice.
import { isList, isObject, type Printable } from "#cli/aws/out/printable.ts";
import { Expref, type Operand, pythonTypeName } from "./functions.ts";
import { QueryError } from "./lexer.ts";

const signs = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/** Empty lists, objects and texts, false and null; zero is true. */
export function isFalse(value: Operand): boolean {
  if (value instanceof Expref) return false;
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === "" || value === false || value === null;
}

export function deepEqual(left: Operand, right: Operand): boolean {
  if (left === right) return true;
  if (left instanceof Expref || right instanceof Expref) return false;
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((entry, i) => deepEqual(entry, right[i] ?? null));
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && deepEqual(left[name] ?? null, right[name] ?? null))
  );
}

/** null where either is neither number nor text. @throws QueryError for a number beside a text */
export function compare(operator: keyof typeof signs, left: Operand, right: Operand): boolean | null {
  const isOrdered = (value: Operand): value is string | number =>
    typeof value === "string" || typeof value === "number";
  if (!isOrdered(left) || !isOrdered(right)) return null;
  if (typeof left !== typeof right)
    throw new QueryError(
      `'${signs[operator]}' not supported between instances of '${pythonTypeName(left)}' and '${pythonTypeName(right)}'`,
    );
  switch (operator) {
    case "gt":
      return left > right;
    case "gte":
      return left >= right;
    case "lt":
      return left < right;
    case "lte":
      return left <= right;
  }
}

/** Start, stop and step as Python takes them. @throws QueryError for a step of zero */
export function sliceOf(
  list: readonly Printable[] | undefined,
  [start, stop, step = 1]: readonly (number | undefined)[],
): readonly Printable[] | null {
  if (list === undefined) return null;
  if (step === 0) throw new QueryError("slice step cannot be zero");
  const [least, most] = step > 0 ? [0, list.length] : [-1, list.length - 1];
  const bound = (given: number | undefined, otherwise: number): number =>
    given === undefined ? otherwise : Math.min(most, Math.max(least, given < 0 ? given + list.length : given));
  const [from, to] = [bound(start, step > 0 ? least : most), bound(stop, step > 0 ? most : least)];
  const taken: Printable[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) taken.push(list[i] ?? null);
  return taken;
}
