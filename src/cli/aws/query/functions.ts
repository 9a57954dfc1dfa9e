// Exports the functions of JMESPath, with the checks of their arguments.
import { isList, isObject, type Printable, type PrintableObject, pythonText } from "#cli/aws/out/printable.ts";
import { QueryError } from "./lexer.ts";

/** `&expression`: handed to a function that runs it on each entry. */
export class Expref {
  constructor(readonly run: (value: Operand) => Operand) {}
}

export type Operand = Printable | Expref;

type Type = "number" | "string" | "array" | "object" | "boolean" | "null" | "expref" | "array-number" | "array-string";

interface JmesFunction {
  /** The types that each argument may have; an empty list takes any. */
  readonly takes: readonly (readonly Type[])[];
  readonly variadic?: true;
  run(...args: readonly Operand[]): Operand;
}

const ordered = ["array-number", "array-string"] as const satisfies readonly Type[];

const functions: Readonly<Record<string, JmesFunction>> = {
  abs: { takes: [["number"]], run: (n) => Math.abs(number(n)) },
  avg: { takes: [["array-number"]], run: (list) => (items(list).length === 0 ? null : sum(list) / items(list).length) },
  ceil: { takes: [["number"]], run: (n) => Math.ceil(number(n)) },
  contains: { takes: [["array", "string"], []], run: contains },
  ends_with: { takes: [["string"], ["string"]], run: (text, end) => String(text).endsWith(String(end)) },
  floor: { takes: [["number"]], run: (n) => Math.floor(number(n)) },
  join: { takes: [["string"], ["array-string"]], run: (glue, list) => items(list).join(String(glue)) },
  keys: { takes: [["object"]], run: (value) => Object.keys(members(value)) },
  length: { takes: [["string", "array", "object"]], run: lengthOf },
  map: { takes: [["expref"], ["array"]], run: (run, list) => items(list).map((entry) => printable(apply(run, entry))) },
  max: { takes: [ordered], run: (list) => extreme(items(list), items(list), 1) },
  max_by: { takes: [["array"], ["expref"]], run: (list, run) => extremeBy("max_by", list, run, 1) },
  merge: {
    takes: [["object"]],
    variadic: true,
    run: (...all) => Object.fromEntries(all.flatMap((one) => Object.entries(members(one)))),
  },
  min: { takes: [ordered], run: (list) => extreme(items(list), items(list), -1) },
  min_by: { takes: [["array"], ["expref"]], run: (list, run) => extremeBy("min_by", list, run, -1) },
  not_null: { takes: [[]], variadic: true, run: (...all) => all.find((one) => one !== null) ?? null },
  reverse: {
    takes: [["array", "string"]],
    run: (value) => (typeof value === "string" ? [...value].reverse().join("") : items(value).toReversed()),
  },
  sort: { takes: [["array-string", "array-number"]], run: (list) => items(list).toSorted(order) },
  sort_by: { takes: [["array"], ["expref"]], run: sortBy },
  starts_with: { takes: [["string"], ["string"]], run: (text, start) => String(text).startsWith(String(start)) },
  sum: { takes: [["array-number"]], run: sum },
  to_array: { takes: [[]], run: (value) => (typeOf(value) === "array" ? value : [printable(value)]) },
  to_number: { takes: [[]], run: toNumber },
  to_string: { takes: [[]], run: (value) => (typeof value === "string" ? value : asciiJson(printable(value))) },
  type: { takes: [[]], run: (value) => typeOf(value) },
  values: { takes: [["object"]], run: (value) => Object.values(members(value)) },
};

/** @throws QueryError for a function that there is not, or arguments that it does not take; worded as the CLI words it */
export function callFunction(name: string, args: readonly Operand[]): Operand {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!found) throw new QueryError(`Unknown function: ${name}()`);
  const { takes, variadic, run } = found;
  if (variadic ? args.length < takes.length : args.length !== takes.length) {
    const count = `${variadic ? "at least " : ""}${takes.length} argument${takes.length === 1 ? "" : "s"}`;
    throw new QueryError(`Expected ${count} for function ${name}(), received ${args.length}`);
  }
  for (const [i, types] of takes.entries()) if (types.length > 0) check(name, args[i] ?? null, types);
  return run(...args);
}

function check(name: string, value: Operand, types: readonly Type[]): void {
  const type = typeOf(value);
  if (!types.some((allowed) => allowed === type || allowed.startsWith(`${type}-`)))
    throw mismatch(name, value, type, types);
  const inner = types.flatMap((allowed) => (allowed.startsWith("array-") ? [allowed.slice("array-".length)] : []));
  const list = inner.length > 0 ? items(value) : [];
  // With several kinds allowed, the first entry tells which; with one, each is held against it.
  const first = list[0];
  const wanted = inner.length > 1 && first !== undefined && inner.includes(typeOf(first)) ? [typeOf(first)] : inner;
  const stranger = list.find((entry) => !wanted.includes(typeOf(entry)));
  if (stranger !== undefined) throw mismatch(name, stranger, pythonTypeName(stranger), types);
}

function mismatch(name: string, value: Operand, received: string, types: readonly string[]): QueryError {
  const shown = value instanceof Expref ? "an expression" : pythonText(value);
  return new QueryError(
    `In function ${name}(), invalid type for value: ${shown}, expected one of: ['${types.join("', '")}'], received: "${received}"`,
  );
}

function typeOf(value: Operand): "number" | "string" | "array" | "object" | "boolean" | "null" | "expref" {
  if (value instanceof Expref) return "expref";
  if (value === null) return "null";
  if (isList(value)) return "array";
  if (isObject(value)) return "object";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** The name of the type in messages that the CLI's own language makes. */
export function pythonTypeName(value: Operand): string {
  const names = {
    string: "str",
    array: "list",
    object: "dict",
    boolean: "bool",
    null: "NoneType",
    expref: "_Expression",
  };
  const type = typeOf(value);
  if (type !== "number") return names[type];
  return Number.isInteger(value) ? "int" : "float";
}

// The types of arguments have been checked before a function runs; these narrow to what is known.
function items(value: Operand | undefined): readonly Printable[] {
  return value !== undefined && !(value instanceof Expref) && isList(value) ? value : [];
}

function members(value: Operand | undefined): PrintableObject {
  return value !== undefined && !(value instanceof Expref) && isObject(value) ? value : {};
}

function number(value: Operand | undefined): number {
  return typeof value === "number" ? value : Number.NaN;
}

function printable(value: Operand | undefined): Printable {
  if (value instanceof Expref) throw new QueryError("Circular reference detected");
  return value ?? null;
}

function apply(run: Operand | undefined, value: Printable): Operand {
  return run instanceof Expref ? run.run(value) : null;
}

function contains(subject: Operand | undefined, search: Operand | undefined): boolean {
  if (typeof subject !== "string")
    return items(subject).some((entry) => JSON.stringify(entry) === JSON.stringify(search));
  if (typeof search === "string") return subject.includes(search);
  throw new QueryError(`'in <string>' requires string as left operand, not ${pythonTypeName(search ?? null)}`);
}

function lengthOf(value: Operand | undefined): number {
  if (typeof value === "string") return [...value].length;
  return value !== undefined && typeOf(value) === "array" ? items(value).length : Object.keys(members(value)).length;
}

function sum(list: Operand | undefined): number {
  return items(list).reduce<number>((total, entry) => total + number(entry), 0);
}

/** JSON without spaces, in ASCII. */
function asciiJson(value: Printable): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function toNumber(value: Operand | undefined): number | null {
  if (typeof value === "number") return value;
  const text = typeof value === "string" ? value.trim() : "";
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : null;
}

function order(left: Printable, right: Printable): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [String(left), String(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of the entries whose key is the greatest (sign 1) or smallest (-1). */
function extreme(list: readonly Printable[], keys: readonly Printable[], sign: 1 | -1): Printable {
  let best = 0;
  for (const [i, key] of keys.entries()) if (sign * order(key, keys[best] ?? null) > 0) best = i;
  return list[best] ?? null;
}

function extremeBy(name: string, list: Operand | undefined, run: Operand | undefined, sign: 1 | -1): Printable {
  const keys = items(list).map((entry) => keyOf(name, run, entry, ["number", "string"]));
  return extreme(items(list), keys, sign);
}

function sortBy(list: Operand | undefined, run: Operand | undefined): readonly Printable[] {
  const [first] = items(list);
  if (first === undefined) return [];
  const type = typeOf(apply(run, first));
  if (type !== "number" && type !== "string") throw mismatch("sort_by", first, type, ["string", "number"]);
  const keyed = items(list).map((entry) => ({ entry, key: keyOf("sort_by", run, entry, [type]) }));
  return keyed.sort((a, b) => order(a.key, b.key)).map(({ entry }) => entry);
}

function keyOf(name: string, run: Operand | undefined, entry: Printable, types: readonly string[]): Printable {
  const key = apply(run, entry);
  if (!types.includes(typeOf(key))) throw mismatch(name, key, typeOf(key), types);
  return printable(key);
}
