// Exports what a field of an operation's form is. A form is a list of these and nothing else; what a field may hold (bounds,
// enum values) is read from the contract of the operation, by the member's name.
import { contract, type Members, type Shape, shapes } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import type { CryptoOperation } from "./crypto-operation.ts";

interface Common {
  /** The member of the request, as the API spells it. */
  readonly member: string;
  readonly label: string;
  readonly description?: string;
  readonly isOptional?: true;
}

export interface KeyField extends Common {
  readonly kind: "key";
  /** What happens when it is left empty, where it may be. */
  readonly whenEmpty?: string;
}

export interface BytesField extends Common {
  readonly kind: "bytes";
  /** How the field first takes them: what KMS made is binary. */
  readonly startsAs: "text" | "base64";
}

export interface AlgorithmField extends Common {
  readonly kind: "algorithm";
  /** The member that names the key whose algorithms come first. */
  readonly keyMember: string;
}

export interface MessageTypeField extends Common {
  readonly kind: "message-type";
  readonly messageMember: string;
  readonly algorithmMember: string;
}

/** A member of few values; leaving it out is one of them. */
export interface ChoiceField extends Common {
  readonly kind: "choice";
  readonly start: string;
}

export interface NumberField extends Common {
  readonly kind: "number";
  readonly start: string;
}

export interface ContextField extends Common {
  readonly kind: "context";
}

export interface ToggleField extends Common {
  readonly kind: "toggle";
}

export type Field =
  | KeyField
  | BytesField
  | AlgorithmField
  | MessageTypeField
  | ChoiceField
  | NumberField
  | ContextField
  | ToggleField;

function shapeOf<T extends Shape["type"]>(operation: CryptoOperation, member: string, type: T): Shape & { type: T } {
  const members: Members = contract[operation].input;
  const shape = shapes[members[member]?.shape ?? ""];
  invariant(shape?.type === type, `${operation} has a member ${member} of type ${type}`);
  return shape as Shape & { type: T }; // the invariant has just compared the type that tells the shapes apart
}

/** The most bytes that a member may have. */
export function byteLimit(operation: CryptoOperation, member: string): number {
  const { max } = shapeOf(operation, member, "blob");
  invariant(max !== undefined, `${operation} bounds ${member}`);
  return max;
}

/** The values that a member may have. */
export function enumValues(operation: CryptoOperation, member: string): readonly string[] {
  return shapeOf(operation, member, "string").values ?? [];
}

/** The smallest and the greatest number that a member may have. */
export function numberBounds(
  operation: CryptoOperation,
  member: string,
): { readonly min: number; readonly max: number } {
  const { min, max } = shapeOf(operation, member, "integer");
  invariant(min !== undefined && max !== undefined, `${operation} bounds ${member}`);
  return { min, max };
}
