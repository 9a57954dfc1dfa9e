// Exports how a form becomes the input of a call. Only what cannot be sent at all is refused here (text that is no base64, a
// missing key ID): everything else goes to KMS, so that a learner sees what KMS answers to it.

import type { CryptoOperation } from "./crypto-operation.ts";
import type { BytesField, Field } from "./field.ts";
import type { FormValues } from "./form-values.ts";
import { operationTable } from "./operation-table.ts";
import { readBytes } from "./read-bytes.ts";

export interface FieldError {
  readonly text: string;
  /** Nothing has been entered yet: shown only when someone tries to run the operation. */
  readonly isMissing?: true;
}

export interface BuiltRequest {
  readonly input: Readonly<Record<string, unknown>>;
  /** By member; the input may be sent when there are none. */
  readonly errors: Readonly<Record<string, FieldError>>;
}

/** What one field puts into the request: a value (undefined leaves the member out) or an error. */
type Part = { readonly value: unknown } | { readonly error: FieldError };

/** `algorithms` are those in effect (see algorithm-choice.ts), by member. */
export function buildRequest(
  operation: CryptoOperation,
  values: FormValues,
  algorithms: Readonly<Record<string, string>>,
): BuiltRequest {
  const input: Record<string, unknown> = {};
  const errors: Record<string, FieldError> = {};
  for (const field of operationTable[operation].fields) {
    const part = partOf(field, values, algorithms);
    if ("error" in part) errors[field.member] = part.error;
    else if (part.value !== undefined) input[field.member] = part.value;
  }
  return { input, errors };
}

function partOf(field: Field, values: FormValues, algorithms: Readonly<Record<string, string>>): Part {
  const text = (values.texts[field.member] ?? "").trim();
  switch (field.kind) {
    case "key":
      return text || field.isOptional ? { value: text || undefined } : missing(`Enter the ${lowerFirst(field.label)}.`);
    case "bytes":
      return bytesPart(field, values);
    case "algorithm": {
      const algorithm = algorithms[field.member];
      return algorithm || field.isOptional
        ? { value: algorithm || undefined }
        : missing(`Choose a ${lowerFirst(field.label)}.`);
    }
    case "message-type":
    case "choice":
      return { value: text || undefined };
    case "number":
      return numberPart(text);
    case "context":
      return contextPart(values.contexts[field.member] ?? []);
    case "toggle":
      return { value: values.toggles[field.member] || undefined };
  }
}

function bytesPart({ member, label, startsAs }: BytesField, { bytes }: FormValues): Part {
  const value = bytes[member] ?? { format: startsAs, text: "" };
  const read = readBytes(value);
  if (read.problem !== undefined) return { error: { text: read.problem } };
  if (read.bytes.length > 0 || (value.format === "file" && value.file)) return { value: read.bytes };
  return missing(value.format === "file" ? "Choose a file." : `Enter the ${lowerFirst(label)}.`);
}

function numberPart(text: string): Part {
  if (text === "") return { value: undefined };
  return /^-?\d{1,9}$/.test(text) ? { value: Number(text) } : { error: { text: `"${text}" is not a whole number.` } };
}

function contextPart(entries: FormValues["contexts"][string]): Part {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (name === "") return { error: { text: "Each pair needs a name. Remove the pairs that you do not use." } };
    if (seen.has(name))
      return { error: { text: `The name "${name}" is there twice; each name can have one value only.` } };
    seen.add(name);
  }
  return {
    value: entries.length > 0 ? Object.fromEntries(entries.map(({ name, value }) => [name, value])) : undefined,
  };
}

const missing = (text: string): Part => ({ error: { text, isMissing: true } });

/** "Key ID" -> "key ID", but "MAC" stays. */
function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
