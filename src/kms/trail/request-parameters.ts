// Exports what the trail shows of a request: everything but blobs and sensitive members. A refused request may hold anything
// at all, so a value is shown only where it has the type that the contract gives it.
import { operations, shapes } from "#kms/contract/shapes.gen.ts";
import type { Call } from "#kms/dispatch/call.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import type { TrailEvent } from "./event.ts";

type Members = Readonly<Record<string, { readonly shape: string }>>;

export function requestParameters(call: Call): TrailEvent["requestParameters"] {
  const shown = shownMembers(operations[call.operation].input, call.input ?? {});
  // "encryptionAlgorithm (present even when not sent)": documented for Decrypt.
  if (call.operation === "Decrypt") shown.encryptionAlgorithm ??= "SYMMETRIC_DEFAULT";
  return Object.keys(shown).length === 0 ? null : shown;
}

function shownMembers(members: Members, value: object): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    const text = member && shownValue(member.shape, entry);
    if (text !== undefined) shown[lowerFirst(name)] = text;
  }
  return shown;
}

/** What may be shown of a value; undefined where that is nothing. */
function shownValue(shapeName: string, value: unknown): unknown {
  const shape = shapes[shapeName];
  switch (shape?.type) {
    case "string":
      return typeof value === "string" && !shape.sensitive ? value : undefined;
    case "integer":
    case "timestamp":
      return typeof value === "number" ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "list":
      return Array.isArray(value) ? value.map((entry) => shownValue(shape.member, entry) ?? null) : undefined;
    case "map":
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).filter(([, entry]) => shownValue(shape.value, entry) !== undefined))
        : undefined;
    case "structure":
      return isRecord(value) ? shownMembers(shape.members, value) : undefined;
    default:
      return undefined; // blobs, and what the contract does not know
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
