// Exports the readers that a file is checked with, field by field. Each takes a value of unknown kind and its path, and
// answers it typed or throws an ArchiveError that names the path.
import { decodeBase64 } from "#lib/base64.ts";
import type { Bytes } from "#lib/bytes.ts";
import { ArchiveError } from "./archive-format.ts";

export type Read<T> = (value: unknown, path: string) => T;
interface Optional<T> {
  readonly optional: Read<T>;
}

export function fail(path: string, problem: string): never {
  throw new ArchiveError(path, problem);
}

/** A value as a message shows it; never used for secrets. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function text(rules: { min?: number; max?: number; pattern?: RegExp; what?: string } = {}): Read<string> {
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern, what = "text" } = rules;
  return (value, path) => {
    if (typeof value !== "string") return fail(path, `must be ${what}, not ${shown(value)}`);
    if (value.length < min || value.length > max)
      return fail(path, `must have ${min} to ${max} characters, not ${value.length}`);
    if (pattern && !pattern.test(value)) return fail(path, `must be ${what}, not ${shown(value)}`);
    return value;
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Read<T> {
  return (value, path) =>
    values.find((known) => known === value) ?? fail(path, `must be one of ${values.join(", ")}, not ${shown(value)}`);
}

export function wholeNumber(min: number, max: number = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value, path) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max
      ? value
      : fail(path, `must be a whole number from ${min} to ${max}, not ${shown(value)}`);
}

export const flag: Read<boolean> = (value, path) =>
  typeof value === "boolean" ? value : fail(path, `must be true or false, not ${shown(value)}`);

/** `{"$bytes": "<base64>"}`. Nothing of it is told, not even the names of its members: it may be a secret. */
export function bytes(max: number): Read<Bytes> {
  return (value, path) => {
    const [[name, base64] = [], ...others] = Object.entries(value ?? {});
    if (name !== "$bytes" || typeof base64 !== "string" || others.length > 0)
      return fail(path, 'must be {"$bytes": "<base64>"}');
    const decoded = decodeBase64(base64) ?? fail(`${path}.$bytes`, "is not base64");
    if (decoded.length === 0 || decoded.length > max) return fail(`${path}.$bytes`, `must hold 1 to ${max} bytes`);
    return decoded;
  };
}

export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((entry, i) => read(entry, `${path}[${i}]`))
      : fail(path, `must be a list, not ${shown(value)}`);
}

/** Texts by names; any name is fine, `__proto__` too, since it becomes an own member. */
export function textMap(read: Read<string>): Read<Readonly<Record<string, string>>> {
  return (value, path) => {
    const entries = Object.entries(object(value, path));
    return Object.fromEntries(entries.map(([name, text]) => [name, read(text, `${path}[${JSON.stringify(name)}]`)]));
  };
}

/**
 * A plain object; `__proto__` is an own member of what JSON.parse makes, and unknown like any other. What stands in its place
 * is not told: where key material belongs, or the whole file, it may be a secret.
 */
export const object: Read<Record<string, unknown>> = (value, path) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>) // an object that is no array
    : fail(path, "must be an object");

type Fields<T> = { readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<T[K]> : Read<T[K]> };

/** An object with exactly these members; a new one is made, so that nothing unknown comes along. */
export function structure<T extends object>(fields: Fields<T>): Read<T> {
  const known = Object.entries<Read<unknown> | Optional<unknown>>(fields);
  const names = new Set(known.map(([name]) => name));
  return (value, path) => {
    const found = object(value, path);
    for (const name of Object.keys(found)) if (!names.has(name)) fail(`${path}.${name}`, "is not known here");
    const members: [string, unknown][] = [];
    for (const [name, field] of known) {
      const isThere = Object.hasOwn(found, name);
      const read = typeof field === "function" ? field : field.optional;
      if (isThere) members.push([name, read(found[name], `${path}.${name}`)]);
      else if (typeof field === "function") fail(`${path}.${name}`, "is missing");
    }
    return Object.fromEntries(members) as T; // every member of T has just been read
  };
}

const depthLimit = 20;

/**
 * Any JSON value that is not nested without end. A `__proto__` in it, which an encryption context may have as any other name,
 * stays an own member.
 */
export function plainJson(value: unknown, path: string, depth = 0): unknown {
  if (depth > depthLimit) return fail(path, "is nested too deeply");
  if (Array.isArray(value)) return value.map((entry, i) => plainJson(entry, `${path}[${i}]`, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, plainJson(member, `${path}.${name}`, depth + 1)]),
  );
}
