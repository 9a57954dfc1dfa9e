// Exports what the fields of a form hold, and what they hold at first.

import type { CryptoOperation } from "./crypto-operation.ts";
import { operationTable } from "./operation-table.ts";
import type { BytesValue } from "./read-bytes.ts";

export interface ContextEntry {
  readonly name: string;
  readonly value: string;
}

/** By the member that a field is for. A member that nobody has touched is absent. */
export interface FormValues {
  /** Key identifiers, numbers, algorithms and other choices; '' leaves the member out of the request. */
  readonly texts: Readonly<Record<string, string>>;
  readonly bytes: Readonly<Record<string, BytesValue>>;
  readonly contexts: Readonly<Record<string, readonly ContextEntry[]>>;
  readonly toggles: Readonly<Record<string, boolean>>;
}

/** Some values to be put in place of those there are. */
export type FormChange = Partial<FormValues>;

export function changeForm(values: FormValues, change: FormChange): FormValues {
  return {
    texts: { ...values.texts, ...change.texts },
    bytes: { ...values.bytes, ...change.bytes },
    contexts: { ...values.contexts, ...change.contexts },
    toggles: { ...values.toggles, ...change.toggles },
  };
}

export function startingValues(operation: CryptoOperation): FormValues {
  const texts: Record<string, string> = {};
  const bytes: Record<string, BytesValue> = {};
  for (const field of operationTable[operation].fields) {
    if (field.kind === "bytes") bytes[field.member] = { format: field.startsAs, text: "" };
    if (field.kind === "number" || field.kind === "choice") texts[field.member] = field.start;
  }
  return { texts, bytes, contexts: {}, toggles: {} };
}
