// Exports what every step of the wizard is given.
import type { KeyDraft } from "./key-draft.ts";

export interface StepProps {
  readonly draft: KeyDraft;
  readonly account: string;
  readonly onChange: (change: Partial<KeyDraft>) => void;
  /** The user tried to go on with something wrong in this step. */
  readonly isChecked: boolean;
}
