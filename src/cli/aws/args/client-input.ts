// Exports the last step before a call: parameters as typed -> the input as the engine takes it.
import type { Members, Shape } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { decodeLeniently } from "./base64-input.ts";
import type { BinaryFormat } from "./global-options.ts";
import { Float, type Value } from "./python-value.ts";
import { shapeOf } from "./shape-of.ts";
import { epochSeconds } from "./timestamp.ts";
import { validateParameters } from "./validate-parameters.ts";

/**
 * The input of one request: blobs as bytes, times as epoch seconds, everything else as it was. Call it for each request, with
 * the Marker and Limit of paging among the parameters, after the Region is known: the real CLI checks in this order.
 * @param members of the input, by the model
 * @param binaryFormat base64: text in a blob is base64; raw-in-base64-out: it stands for itself. Bytes are bytes in both.
 * @throws UsageError for base64 that is none (exit code 255) or parameters that do not fit (252)
 */
export function clientInput(
  members: Members,
  parameters: ReadonlyMap<string, Value>,
  binaryFormat: BinaryFormat = "base64",
): Readonly<Record<string, unknown>> {
  const structure: Shape = { type: "structure", members };
  const decoded = binaryFormat === "base64" ? decodeBlobs(structure, new Map(parameters)) : new Map(parameters);
  validateParameters(members, decoded);
  return Object.fromEntries(
    Array.from(decoded, ([name, value]) => [name, toEngine(shapeOf(members[name]?.shape ?? ""), value)]),
  );
}

function decodeBlobs(structure: Shape & { type: "structure" }, values: Map<string, Value>): Map<string, Value> {
  for (const [name, { shape }] of Object.entries(structure.members)) {
    const value = values.get(name);
    if (value !== undefined) values.set(name, decoded(shapeOf(shape), value));
  }
  return values;
}

/** No list or map of KMS or CloudTrail holds blobs, so only structures are looked into. */
function decoded(shape: Shape, value: Value): Value {
  if (shape.type === "blob" && typeof value === "string") return decodeLeniently(value);
  if (shape.type === "structure" && value instanceof Map) return decodeBlobs(shape, new Map(value));
  return value;
}

function toEngine(shape: Shape, value: Value): unknown {
  if (value instanceof Float && shape.type !== "timestamp") return value.value;
  if (typeof value === "bigint") return Number(value);
  switch (shape.type) {
    case "blob":
      return typeof value === "string" ? encodeUtf8(value) : value;
    case "timestamp":
      return epochSeconds(value);
    case "list":
      return Array.isArray(value) ? value.map((entry: Value) => toEngine(shapeOf(shape.member), entry)) : value;
    case "map":
    case "structure":
      if (!(value instanceof Map)) return value;
      return Object.fromEntries(
        Array.from(value, ([name, entry]) => {
          const shapeName = shape.type === "map" ? shape.value : shape.members[name]?.shape;
          return [name, shapeName === undefined ? entry : toEngine(shapeOf(shapeName), entry)];
        }),
      );
    default:
      return value;
  }
}
