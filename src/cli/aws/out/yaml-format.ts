// Exports the output format `yaml`: block style, members in the order of their names.
import { isList, isObject, isScalar, type Printable, type PrintableObject, sorted } from "./printable.ts";
import { yamlScalar } from "./yaml-scalar.ts";

/** Longer keys, and keys of several lines, stand behind a question mark. Source: libyaml. */
const longestSimpleKey = 128;

const encoder = new TextEncoder();

/** The value as the CLI's YAML writer has it; a scalar alone is JSON, as there. Source: AWS CLI 2.9, seen output. */
export function formatYaml(value: Printable): string {
  if (isScalar(value)) return `${JSON.stringify(value)}\n`;
  return `${block(value, 0)}\n`;
}

/** An object or list whose first line begins where the caller stands; the other lines are indented. No line break at the end. */
function block(value: PrintableObject | readonly Printable[], indent: number): string {
  const margin = " ".repeat(indent);
  const parts = isList(value)
    ? value.map((entry) => `-${afterDash(entry, indent)}`)
    : sorted(Object.keys(value)).map((key) => member(key, value[key] ?? null, indent));
  if (parts.length === 0) return isList(value) ? "[]" : "{}";
  return parts.join(`\n${margin}`);
}

function afterDash(entry: Printable, indent: number): string {
  return isScalar(entry) ? ` ${scalar(entry, indent + 2, indent + 2)}` : ` ${block(entry, indent + 2)}`;
}

function member(key: string, value: Printable, indent: number): string {
  if (/[\n\u2028\u2029]/.test(key) || encoder.encode(key).length > longestSimpleKey) {
    const name = yamlScalar(key, { column: indent + 2, indent: indent + 2, isKey: false });
    return `? ${name}\n${" ".repeat(indent)}:${afterDash(value, indent)}`;
  }
  const name = yamlScalar(key, { column: indent, indent: indent + 2, isKey: true });
  if (isScalar(value)) return `${name}: ${scalar(value, indent + [...name].length + 2, indent + 2)}`;
  // Lists are no deeper than the name that they belong to.
  const inner = isObject(value) ? indent + 2 : indent;
  const isEmpty = (isList(value) ? value : Object.keys(value)).length === 0;
  return isEmpty ? `${name}: ${block(value, inner)}` : `${name}:\n${" ".repeat(inner)}${block(value, inner)}`;
}

function scalar(value: string | number | boolean | null, column: number, indent: number): string {
  return typeof value === "string" ? yamlScalar(value, { column, indent, isKey: false }) : JSON.stringify(value);
}
