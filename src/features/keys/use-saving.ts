// Exports the hook behind the dialogs of this feature: one action at a time, and its refusal kept to be shown in the dialog.
import { useState } from "react";
import { KmsError } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { type Action, useAction } from "#store/use-call.ts";

export interface Saving {
  /** Answers whether all calls of `work` were answered; if not, `error` tells why. */
  save(work: (action: Action) => Promise<void>): Promise<boolean>;
  readonly isSaving: boolean;
  readonly error: string | undefined;
  forgetError(): void;
}

export function useSaving(): Saving {
  const begin = useAction();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  return {
    isSaving,
    error,
    forgetError: () => setError(undefined),
    async save(work) {
      setSaving(true);
      setError(undefined);
      try {
        await work(begin());
        return true;
      } catch (refusal) {
        if (!(refusal instanceof KmsError)) throw refusal;
        setError(refusalText(refusal));
        return false;
      } finally {
        setSaving(false);
      }
    },
  };
}
