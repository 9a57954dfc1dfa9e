// Exports what the CLI prints of an answer: plain values, members in the order of the contract.
import { quoted } from "#cli/aws/args/python-value.ts";
import { shapeOf } from "#cli/aws/args/shape-of.ts";
import type { Members } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";

export type Printable = string | number | boolean | null | readonly Printable[] | PrintableObject;

export interface PrintableObject {
  readonly [name: string]: Printable;
}

/**
 * The answer of an operation as the CLI shows it: blobs as base64, timestamps (epoch seconds) as ISO 8601 in UTC, members
 * that the contract does not know left out. Source: AWS CLI 2.9, cli_timestamp_format iso8601.
 */
export function printable(members: Members, answer: unknown): PrintableObject {
  const given = new Map<string, unknown>(typeof answer === "object" && answer !== null ? Object.entries(answer) : []);
  const shown: [string, Printable][] = [];
  for (const [name, { shape }] of Object.entries(members)) {
    const value = given.get(name);
    if (value !== undefined && value !== null) shown.push([name, printableValue(shape, value)]);
  }
  return Object.fromEntries(shown);
}

function printableValue(shapeName: string, value: unknown): Printable {
  const shape = shapeOf(shapeName);
  if (shape.type === "structure") return printable(shape.members, value);
  if (shape.type === "list" && Array.isArray(value)) return value.map((entry) => printableValue(shape.member, entry));
  if (shape.type === "map" && typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, printableValue(shape.value, entry)]));
  if (shape.type === "timestamp" && typeof value === "number") return isoformat(value);
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`${shapeName} of an answer is of another type than the contract gives it`);
}

/** Epoch seconds as Python's isoformat writes them: microseconds only where there are some, the zone as an offset. */
export function isoformat(seconds: number): string {
  const microseconds = Math.round(seconds * 1e6);
  const fraction = ((microseconds % 1e6) + 1e6) % 1e6;
  const whole = new Date((microseconds - fraction) / 1000).toISOString().slice(0, 19);
  return `${whole}${fraction === 0 ? "" : `.${String(fraction).padStart(6, "0")}`}+00:00`;
}

export function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}

export function isObject(value: Printable): value is PrintableObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isScalar(value: Printable): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

/** A value as Python writes it, which is what text and tables show: True, False, None; texts within others quoted. */
export function pythonText(value: Printable): string {
  return typeof value === "string" ? value : shown(value);
}

function shown(value: Printable): string {
  if (typeof value === "string") return quoted(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (isList(value)) return `[${value.map(shown).join(", ")}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, entry]) => `${quoted(key)}: ${shown(entry)}`)
      .join(", ")}}`;
  return String(value);
}

/** By code points, as Python sorts: UTF-16 would put emoji before some of the last characters of the first plane. */
export function sorted(names: Iterable<string>): string[] {
  return [...names].sort((a, b) => {
    const [left, right] = [[...a], [...b]];
    const at = left.findIndex((character, i) => character !== right[i]);
    if (at === -1) return left.length - right.length;
    return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
  });
}
