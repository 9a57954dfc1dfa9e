// Exports the codec of AWS JSON 1.1: what stands in a body as JSON <-> what the engine takes and gives.
// The two differ in blobs only (base64 <-> bytes); timestamps are epoch seconds on both sides.
import { contract, KmsError, type Member, type Members, type OperationName, shapes } from "#kms/index.ts";
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";

/**
 * The engine's input for the JSON of a request body. Walks the shapes of the operation: blobs become bytes, everything else
 * keeps its value. Members that the contract does not know are kept; the engine drops them, as AWS does.
 * @throws KmsError SerializationException for a value of another type than the contract gives it, or bad base64.
 */
export function decodeInput(operation: OperationName, body: unknown): Readonly<Record<string, unknown>> {
  return decodeMembers(contract[operation].input, body, "");
}

/**
 * The JSON value of an input or an answer of the engine, ready for JSON.stringify. It goes by the value and needs no
 * contract: only bytes look different on the wire. Undefined members are left to JSON.stringify, which drops them.
 */
export function toWire(value: unknown): unknown {
  // Most answers hold no bytes: looking costs less than a copy.
  return holdsBytes(value) ? copyToWire(value) : value;
}

function holdsBytes(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  for (const name in value) if (holdsBytes((value as Readonly<Record<string, unknown>>)[name])) return true; // its own name
  return false;
}

function copyToWire(value: unknown): unknown {
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return value.map(copyToWire);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, copyToWire(entry)]));
}

function decodeMembers(members: Members, json: unknown, prefix: string): Readonly<Record<string, unknown>> {
  if (!isJsonObject(json)) throw refused(prefix === "" ? "The body" : prefix.slice(0, -1), "a JSON object");
  // Without blobs the value itself serves. A copy is made by fromEntries, which defines properties, so that a hostile
  // `__proto__` stays an ordinary member.
  let decoded: [string, unknown][] | undefined;
  for (const name of Object.keys(json)) {
    const value = json[name];
    const member: Member | undefined = Object.hasOwn(members, name) ? members[name] : undefined;
    // AWS takes null for absent.
    if (!member || value === null) continue;
    const changed = decodeValue(member.shape, value, prefix + name.charAt(0).toLowerCase() + name.slice(1));
    if (changed === value) continue;
    decoded ??= [];
    decoded.push([name, changed]);
  }
  return decoded ? Object.fromEntries([...Object.entries(json), ...decoded]) : json;
}

function decodeValue(shapeName: string, value: unknown, path: string): unknown {
  const shape = shapes[shapeName];
  if (!shape) throw new Error(`the contract has no shape ${shapeName}`);
  switch (shape.type) {
    case "string":
      return typeof value === "string" ? value : refuse(path, "a string");
    case "blob":
      return (typeof value === "string" ? decodeBase64(value) : undefined) ?? refuse(path, "base64 text");
    case "integer":
      return Number.isInteger(value) ? value : refuse(path, "an integer");
    case "boolean":
      return typeof value === "boolean" ? value : refuse(path, "true or false");
    case "timestamp":
      return typeof value === "number" ? value : refuse(path, "a number of seconds since 1970");
    case "list":
      if (!Array.isArray(value)) return refuse(path, "a list");
      return value.map((entry, i) => decodeValue(shape.member, entry, `${path}.${i + 1}.member`));
    case "map":
      if (!isJsonObject(value)) return refuse(path, "a map");
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [key, decodeValue(shape.value, entry, `${path}.${key}`)]),
      );
    case "structure":
      return decodeMembers(shape.members, value, `${path}.`);
  }
}

function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(path: string, expected: string): never {
  throw refused(path, expected);
}

/** Simulated: AWS names Java classes here, and no such answer of KMS is recorded; ours says what is wrong. */
function refused(path: string, expected: string): KmsError {
  return new KmsError("SerializationException", `${path} must be ${expected}`);
}
