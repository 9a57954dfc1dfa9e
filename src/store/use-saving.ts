// Exports the hook behind dialogs and forms that change something: one action at a time, and its refusal kept to be shown there.
import { useState } from "react";
import { KmsError } from "#kms/index.ts";
import { refusalText } from "./batch-outcome.ts";
import { type Action, useAction } from "./use-call.ts";

export interface Saving {
  /** Answers whether all of `work` was done; if not, `error` tells why KMS refused it. Rejects only for a bug. */
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
