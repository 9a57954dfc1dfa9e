// Exports how the outcome of one operation fills the form of the next: "Use in Decrypt", "Use in Verify", "Use in VerifyMac".
import { encodeBase64 } from "#lib/base64.ts";
import type { FormChange, FormValues } from "./form-values.ts";
import type { Carried, HandOver } from "./operation-table.ts";

/** The members of an answer, as the engine gave them. */
export type Answer = Readonly<Record<string, unknown>>;

/** `request` is the form as it was when it was run. An answer that lacks something (a dry run) fills nothing with it. */
export function carryOver({ carried }: HandOver, request: FormValues, answer: Answer): FormChange {
  const algorithm = answer.DestinationEncryptionAlgorithm ?? answer.EncryptionAlgorithm ?? "SYMMETRIC_DEFAULT";
  const changes = carried.map((item): FormChange => {
    if (item.unlessSymmetric && algorithm === "SYMMETRIC_DEFAULT") return { texts: { [item.into]: "" } };
    return item.from === "answer" ? fromAnswer(item, answer) : fromRequest(item, request);
  });
  return {
    texts: Object.assign({}, ...changes.map(({ texts }) => texts)),
    bytes: Object.assign({}, ...changes.map(({ bytes }) => bytes)),
    contexts: Object.assign({}, ...changes.map(({ contexts }) => contexts)),
  };
}

function fromAnswer({ into, member }: Carried, answer: Answer): FormChange {
  const value = answer[member];
  if (value instanceof Uint8Array) return { bytes: { [into]: { format: "base64", text: encodeBase64(value) } } };
  return typeof value === "string" ? { texts: { [into]: value } } : {};
}

function fromRequest({ into, member }: Carried, { texts, bytes, contexts }: FormValues): FormChange {
  const blob = bytes[member];
  if (blob) return { bytes: { [into]: blob } };
  const text = texts[member];
  if (text !== undefined) return { texts: { [into]: text } };
  return { contexts: { [into]: contexts[member] ?? [] } };
}
