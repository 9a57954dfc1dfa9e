// Exports the words of an AWS CLI version 2 command line, before any shell quoting.
import type { Members, Shape } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { toWire } from "#protocol/codec.ts";
import { flagName } from "./flag-name.ts";
import { kmsShape } from "./kms-shape.ts";
import { isoTime, type RenderedCall, renderedMembers } from "./rendered-call.ts";

/** The words that belong on one line: the command, or a flag with what follows it. */
export type WordGroup = readonly string[];

/**
 * The argument vector of the call, in groups. Blobs are base64, as version 2 of the CLI takes them by default; tags and
 * encryption contexts are shorthand where that is safe and JSON otherwise. A value that cannot be an argument (a NUL, a
 * `file://` that the CLI would open, a value of the wrong type) moves the whole input into `--cli-input-json`.
 */
export function cliWords(call: RenderedCall): readonly WordGroup[] {
  const groups: WordGroup[] = [["aws", "kms", flagName(call.operation)], withValue("--region", call.region)];
  for (const { name, shape, value } of renderedMembers(call)) {
    const group = memberWords(`--${flagName(name)}`, kmsShape(shape), value);
    if (group === undefined) return [...groups.slice(0, 2), ["--cli-input-json", JSON.stringify(toWire(call.input))]];
    groups.push(group);
  }
  return groups;
}

/** undefined where the value cannot be said with a flag. */
function memberWords(flag: string, shape: Shape, value: unknown): WordGroup | undefined {
  switch (shape.type) {
    case "string":
      return typeof value === "string" && isArgument(value) ? withValue(flag, value) : undefined;
    case "blob":
      return value instanceof Uint8Array ? withValue(flag, encodeBase64(value)) : undefined;
    case "integer":
      return Number.isSafeInteger(value) ? withValue(flag, String(value)) : undefined;
    case "boolean":
      return typeof value === "boolean" ? [value ? flag : flag.replace("--", "--no-")] : undefined;
    case "timestamp": {
      const time = typeof value === "number" ? isoTime(value) : undefined;
      return time === undefined ? undefined : withValue(flag, time);
    }
    case "list":
      return Array.isArray(value) ? [flag, ...(listWords(kmsShape(shape.member), value) ?? json(value))] : undefined;
    case "map":
    case "structure": {
      if (typeof value !== "object" || value === null) return undefined;
      const text = shorthand(shape, value);
      return [flag, ...(text === undefined ? json(value) : [text])];
    }
  }
}

/** The CLI's argument parser takes a word that begins with a dash for a flag, unless it is joined to its own. */
function withValue(flag: string, value: string): WordGroup {
  return value.startsWith("-") ? [`${flag}=${value}`] : [flag, value];
}

function json(value: unknown): WordGroup {
  return [JSON.stringify(toWire(value))];
}

/** No NUL, no lone surrogate (neither survives as an argument), no file for the CLI to read, no `--` for its parser to eat. */
function isArgument(text: string): boolean {
  return !/\0|\p{Surrogate}|^fileb?:\/\/|^--$/u.test(text);
}

/** One word per entry, or undefined where the list needs JSON. An entry that begins like JSON or a flag would be taken for it. */
function listWords(member: Shape, entries: readonly unknown[]): WordGroup | undefined {
  if (entries.length === 0) return undefined;
  const words = entries.map((entry) => {
    if (member.type === "string") return typeof entry === "string" && /^(?![-\s[{])/.test(entry) ? entry : undefined;
    if (member.type === "structure" && typeof entry === "object" && entry !== null) return shorthand(member, entry);
    return undefined;
  });
  const isSafe = (word: string | undefined): word is string => word !== undefined && isArgument(word);
  return words.every(isSafe) ? words : undefined;
}

const shorthandKey = /^[A-Za-z0-9][A-Za-z0-9_.:/-]*$/;
const shorthandValue = /^[A-Za-z0-9_.:/@+-]+$/;

/** `TagKey=a,TagValue=b`, or undefined unless every member is a text that the shorthand parser takes literally. */
function shorthand(shape: Shape & { type: "map" | "structure" }, value: object): string | undefined {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const pairs = entries.map(([key, entry]) => {
    const name = shape.type === "map" ? shape.value : textMember(shape.members, key);
    if (name === undefined || kmsShape(name).type !== "string" || typeof entry !== "string") return undefined;
    return shorthandKey.test(key) && shorthandValue.test(entry) ? `${key}=${entry}` : undefined;
  });
  const text = pairs.join(",");
  return pairs.length === 0 || pairs.includes(undefined) || !isArgument(text) ? undefined : text;
}

function textMember(members: Members, name: string): string | undefined {
  return Object.hasOwn(members, name) ? members[name]?.shape : undefined;
}
