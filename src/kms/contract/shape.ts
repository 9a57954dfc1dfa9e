// Exports the vocabulary of the contract: what a shape of the KMS service model may say about a value.

/** A value's type and bounds. Lengths are characters for strings, bytes for blobs, entries for lists. */
export type Shape =
  | {
      readonly type: "string";
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly values?: readonly string[];
      readonly sensitive?: boolean;
    }
  | { readonly type: "blob"; readonly min?: number; readonly max?: number; readonly sensitive?: boolean }
  | { readonly type: "integer"; readonly min?: number; readonly max?: number }
  | { readonly type: "boolean" }
  | { readonly type: "timestamp" }
  | { readonly type: "list"; readonly min?: number; readonly max?: number; readonly member: string }
  | { readonly type: "map"; readonly key: string; readonly value: string }
  | { readonly type: "structure"; readonly members: Members };

export interface Member {
  readonly shape: string;
  readonly required?: true;
}

export type Members = Readonly<Record<string, Member>>;

export interface OperationContract {
  readonly input: Members;
  /** null where the model gives the operation no output shape: success is an empty body. */
  readonly output: Members | null;
  readonly errors: readonly string[];
}
