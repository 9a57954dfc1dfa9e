// Exports what every field control is given: the form that it is part of, and the way to change it.
import type { FormKeys } from "#features/crypto-operations/algorithm-choice.ts";
import type { CryptoOperation } from "#features/crypto-operations/crypto-operation.ts";
import type { FormChange, FormValues } from "#features/crypto-operations/form-values.ts";

export interface FormState {
  readonly operation: CryptoOperation;
  readonly values: FormValues;
  /** The keys that the key fields lead to, by member. */
  readonly keys: FormKeys;
  /** The algorithms in effect, by member; '' where none is sent. */
  readonly algorithms: Readonly<Record<string, string>>;
  /** What is wrong with a member, where it is time to say so. */
  errorOf(member: string): string | undefined;
  change(change: FormChange): void;
}

export interface FieldProps<F> {
  readonly field: F;
  readonly form: FormState;
}
