// Exports the output format `text`: a line for each row, cells by tabs.
import { isList, isObject, isScalar, type Printable, type PrintableObject, pythonText, sorted } from "./printable.ts";

/**
 * Members in the order of their names; what is nested follows on lines that begin with its name in capitals. Entries of one
 * list share their columns, so that a missing member leaves its cell empty. Source: AWS CLI 2.9, seen output.
 */
export function formatText(value: Printable): string {
  return anyLines(value).join("");
}

function anyLines(value: Printable, label?: string, columns?: readonly string[]): string[] {
  if (isObject(value)) return objectLines(value, label, columns);
  if (isList(value)) return listLines(value, label);
  return [`${pythonText(value)}\n`];
}

function listLines(list: readonly Printable[], label: string | undefined): string[] {
  if (list.length === 0) return [];
  const objects = list.filter(isObject);
  if (objects.length > 0) {
    const columns = sorted(new Set(objects.flatMap((entry) => Object.keys(entry).filter((key) => isCell(entry[key])))));
    return list.flatMap((entry) => anyLines(entry, label, columns));
  }
  const scalars = list.filter(isScalar);
  const rows = list.filter(isList).flatMap((entry) => anyLines(entry, label));
  return scalars.length === 0 ? rows : [...scalarLines(scalars.map(pythonText), label), ...rows];
}

function scalarLines(cells: readonly string[], label: string | undefined): string[] {
  if (label === undefined) return [`${cells.join("\t")}\n`];
  return cells.map((cell) => `${label.toUpperCase()}\t${cell}\n`);
}

/** With `columns`, every one of them gets a cell, and members that are scalar elsewhere in the list stay in line. */
function objectLines(value: PrintableObject, label: string | undefined, columns?: readonly string[]): string[] {
  const own = sorted(Object.keys(value));
  const inLine = columns ?? own.filter((key) => isCell(value[key]));
  const nested = own.filter((key) => !inLine.includes(key));
  const cells = inLine.map((key) => pythonText(value[key] ?? (key in value ? null : "")));
  const row = [...(label === undefined ? [] : [label.toUpperCase()]), ...cells].join("\t");
  return [...(cells.length === 0 ? [] : [`${row}\n`]), ...nested.flatMap((key) => anyLines(value[key] ?? null, key))];
}

function isCell(value: Printable | undefined): boolean {
  return value !== undefined && isScalar(value);
}
