// Exports a key policy as JSON values, and how its text is read: what is wrong is said with the line it stands on.
import { quotas } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { findJsonError } from "./find-json-error.ts";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

export interface PolicyDocument extends JsonObject {
  readonly Statement: readonly JsonObject[];
}

export type PolicyReading =
  | { readonly type: "policy"; readonly document: PolicyDocument }
  | {
      readonly type: "problem";
      readonly text: string;
      /** The line with the slip, from 1, if it is on one line. */
      readonly line?: number;
    };

/** Reads what stands in an editor. Whether KMS accepts it is for PutKeyPolicy to say; this finds slips of the pen. */
export function readPolicyText(text: string): PolicyReading {
  const problem = (what: string): PolicyReading => ({ type: "problem", text: what });
  if (text.trim() === "") return problem("The key policy is empty.");
  const size = encodeUtf8(text).length;
  if (size > quotas.policyBytes)
    return problem(`The key policy has ${size} bytes. ${quotas.policyBytes} bytes are allowed.`);
  const broken = findJsonError(text);
  if (broken) {
    const { line } = broken;
    return { type: "problem", text: `The policy contains a JSON error on line ${line}: ${broken.problem}.`, line };
  }
  const document = JSON.parse(text) as Json; // JSON.parse answers nothing else
  if (!isJsonObject(document)) return problem("A key policy is a JSON object with a Statement.");
  const statements = isJsonList(document.Statement) ? document.Statement : [document.Statement];
  if (!statements.every(isJsonObject)) return problem("Statement must be a statement or a list of statements.");
  return { type: "policy", document: { ...document, Statement: statements } };
}

/** JSON as the console writes it. */
export function policyText(document: JsonObject): string {
  return JSON.stringify(document, null, 4);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
