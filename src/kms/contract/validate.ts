// Exports the one validation of a request against the contract, in AWS's own words.
// Source of the wording: recorded answers of AWS KMS (behaviour notes, wire rules; errors.json).
import { lowerFirst } from "#lib/lower-first.ts";
import { KmsError } from "./kms-error.ts";
import type { Members, Shape } from "./shape.ts";
import { type enums, operations, shapes } from "./shapes.gen.ts";
import type { Inputs, OperationName } from "./types.gen.ts";

/** KMS checks this on every key identifier although the public model does not say so (recorded for DescribeKey). */
const keyIdPattern = "^\\p{ASCII}+$";

/** The value sets as recorded, where AWS prints them in another order (or from another set) than the model has them. */
const recordedValueSets: Readonly<Record<string, readonly string[]>> = {
  EncryptionAlgorithmSpec: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE", "SYMMETRIC_DEFAULT"],
  MacAlgorithmSpec: ["HMAC_SHA_384", "HMAC_SHA_256", "HMAC_SHA_224", "HMAC_SHA_512"],
  SigningAlgorithmSpec: [
    ...["RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512"],
    ...["RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512"],
    ...["ECDSA_SHA_256", "ECDSA_SHA_384", "ECDSA_SHA_512", "ED25519_SHA_512", "ED25519_PH_SHA_512"],
    ...["SM2DSA", "ML_DSA_SHAKE_256"],
  ],
  // Recorded oddity: a bad data key spec is answered with the list of KMS key specs.
  DataKeySpec: [
    ...["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1"],
    ...["ECC_NIST_EDWARDS25519", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2"],
    ...["ML_DSA_44", "ML_DSA_65", "ML_DSA_87"],
  ],
} satisfies { readonly [E in keyof typeof enums]?: readonly string[] };

const patterns = new Map<string, RegExp>();
function compiled(pattern: string): RegExp {
  let regExp = patterns.get(pattern);
  if (!regExp) {
    // The model's patterns are searches; AWS matches the whole value.
    regExp = new RegExp(`^(?:${pattern})$`, "u");
    patterns.set(pattern, regExp);
  }
  return regExp;
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

class Findings {
  readonly texts: string[] = [];

  add(path: string, shown: string, constraint: string): void {
    this.texts.push(`Value ${shown}at '${path}' failed to satisfy constraint: Member must ${constraint}`);
  }
}

function bounds(
  found: Findings,
  path: string,
  shown: string,
  size: number,
  shape: { min?: number; max?: number },
  what: string,
): void {
  if (shape.min !== undefined && size < shape.min)
    found.add(path, shown, `have ${what} greater than or equal to ${shape.min}`);
  if (shape.max !== undefined && size > shape.max)
    found.add(path, shown, `have ${what} less than or equal to ${shape.max}`);
}

function wrongType(path: string, expected: string): never {
  // Simulated: the body of AWS's SerializationException is not recorded.
  throw new KmsError("SerializationException", `${path} must be ${expected}`);
}

function checkString(
  found: Findings,
  path: string,
  shapeName: string,
  shape: Shape & { type: "string" },
  value: string,
): void {
  const shown = shape.sensitive ? "" : `'${value}' `;
  bounds(found, path, shown, value.length, shape, "length");
  if (shape.values) {
    if (!shape.values.includes(value))
      found.add(path, shown, `satisfy enum value set: [${(recordedValueSets[shapeName] ?? shape.values).join(", ")}]`);
    return;
  }
  const pattern = shapeName === "KeyIdType" ? keyIdPattern : shape.pattern;
  if (pattern && !compiled(pattern).test(value))
    found.add(path, shown, `satisfy regular expression pattern: ${pattern}`);
}

/** Lists of texts only: a structure may come with a `toString` of its own that is no function. */
function shownList(entries: readonly unknown[]): string {
  return entries.every((entry) => typeof entry === "string") ? `'[${entries.join(", ")}]' ` : "";
}

function checkValue(found: Findings, path: string, shapeName: string, value: unknown): void {
  const shape = shapes[shapeName];
  if (!shape) throw new Error(`the contract has no shape ${shapeName}`);
  switch (shape.type) {
    case "string":
      return typeof value === "string"
        ? checkString(found, path, shapeName, shape, value)
        : wrongType(path, "a string");
    case "blob":
      if (!(value instanceof Uint8Array)) return wrongType(path, "a blob");
      return bounds(found, path, "", value.length, shape, "length");
    case "integer":
      if (typeof value !== "number" || !Number.isInteger(value)) return wrongType(path, "an integer");
      return bounds(found, path, `'${value}' `, value, shape, "value");
    case "timestamp":
      return typeof value === "number" && Number.isFinite(value) ? undefined : wrongType(path, "a timestamp");
    case "boolean":
      return typeof value === "boolean" ? undefined : wrongType(path, "a boolean");
    case "list":
      if (!Array.isArray(value)) return wrongType(path, "a list");
      bounds(found, path, shownList(value), value.length, shape, "length");
      return value.forEach((entry, i) => {
        checkValue(found, `${path}.${i + 1}.member`, shape.member, entry);
      });
    case "map":
      if (!isPlainObject(value)) return wrongType(path, "a map");
      for (const [key, entry] of Object.entries(value)) checkValue(found, `${path}.${key}.member`, shape.value, entry);
      return;
    case "structure":
      if (!isPlainObject(value)) return wrongType(path, "a structure");
      return checkMembers(found, `${path}.`, shape.members, value);
  }
}

function checkMembers(found: Findings, prefix: string, members: Members, value: Record<string, unknown>): void {
  for (const [name, member] of Object.entries(members)) {
    const path = prefix + lowerFirst(name);
    const present = value[name];
    if (present !== undefined && present !== null) checkValue(found, path, member.shape, present);
    else if (member.required) {
      const shape = shapes[member.shape];
      found.add(path, shape && "sensitive" in shape && shape.sensitive ? "" : "null ", "not be null");
    }
  }
}

const knownMembers = (members: Members, value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, { shape }]) =>
      value[name] === undefined || value[name] === null ? [] : [[name, knownValue(shape, value[name])]],
    ),
  );

/** The same value unless it holds structures, which may have members of their own that are null or unknown. */
function knownValue(shapeName: string, value: unknown): unknown {
  const shape = shapes[shapeName];
  if (shape?.type === "structure" && isPlainObject(value)) return knownMembers(shape.members, value);
  const holdsStructures = shape?.type === "list" && shapes[shape.member]?.type === "structure";
  return holdsStructures && Array.isArray(value) ? value.map((entry) => knownValue(shape.member, entry)) : value;
}

/**
 * Checks a request as AWS does before it looks at any key: all members together, one ValidationException that lists every
 * failure. Blobs are bytes, timestamps epoch seconds. Members that the contract does not know are dropped, as AWS drops them.
 * @throws KmsError ValidationException, or SerializationException for a value of the wrong type.
 */
export function validateInput<N extends OperationName>(operation: N, input: unknown): Inputs[N] {
  if (!isPlainObject(input)) wrongType(operation, "a structure");
  const found = new Findings();
  checkMembers(found, "", operations[operation].input, input);
  const count = found.texts.length;
  if (count > 0)
    throw new KmsError(
      "ValidationException",
      `${count} validation error${count === 1 ? "" : "s"} detected: ${found.texts.join("; ")}`,
    );
  return knownMembers(operations[operation].input, input) as unknown as Inputs[N]; // every member has just been checked
}

/**
 * Holds an answer against the contract; used in tests and development.
 * @throws Error naming the member that the contract does not have or whose value it does not allow.
 */
export function assertOutput(operation: OperationName, output: unknown): void {
  const members = operations[operation].output;
  if (members === null) {
    if (output !== undefined) throw new Error(`${operation} has no output shape but answered`);
    return;
  }
  if (!isPlainObject(output)) throw new Error(`${operation} must answer a structure`);
  assertKnownMembers(operation, members, output);
  const found = new Findings();
  checkMembers(found, "", members, output);
  if (found.texts.length > 0) throw new Error(`${operation} breaks the contract: ${found.texts.join("; ")}`);
}

function assertKnownMembers(path: string, members: Members, value: Record<string, unknown>): void {
  for (const [name, member] of Object.entries(value)) {
    const declared = members[name];
    if (!declared) throw new Error(`${path}.${name} is not in the contract`);
    const shape = shapes[declared.shape];
    if (shape?.type === "structure" && isPlainObject(member))
      assertKnownMembers(`${path}.${name}`, shape.members, member);
  }
}

/** Whether the contract lets this operation answer with this error (errors that the model leaves out are always allowed). */
export function declaresError(operation: OperationName, error: KmsError): boolean {
  const declared: readonly string[] = operations[operation].errors;
  return !(error.code in modelled) || declared.includes(error.code);
}
const modelled: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.values(operations).flatMap(({ errors }) => errors.map((code) => [code, true])),
);
