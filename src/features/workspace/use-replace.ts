// Exports the hook by which a dialog puts another workspace in the place of the open one.
import { useState } from "react";
import { StorageError } from "#kms/index.ts";
import { useLeaveWorkspace } from "./leave-workspace.ts";
import { keepReplacedNote, type Replacement } from "./replaced-note.ts";

export interface Replacer {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  /** Does the work and leaves for the new workspace. If the storage refuses, all is as it was and `error` tells why. */
  replace(replacement: Replacement, work: () => Promise<void>): Promise<void>;
}

export function useReplace(): Replacer {
  const leave = useLeaveWorkspace();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  return {
    isBusy,
    error,
    async replace(replacement, work) {
      setBusy(true);
      setError(undefined);
      try {
        await work();
        keepReplacedNote(replacement);
        leave();
      } catch (refusal) {
        setBusy(false);
        if (!(refusal instanceof StorageError)) throw refusal;
        setError(refusal.message);
      }
    },
  };
}
