// Exports the hook by which a dialog changes the workspace itself: accounts, Regions, clock. These are no calls of AWS KMS, so
// they are not in the log of calls.
import { useState } from "react";
import { KmsError, type SandboxRequest } from "#kms/index.ts";
import { useSandbox } from "#store/sandbox.ts";

export interface SandboxChanger {
  readonly isBusy: boolean;
  /** Why the last change was refused. */
  readonly error: string | undefined;
  /** True when the change was made. Rejects only for a bug. */
  change(change: SandboxRequest): Promise<boolean>;
}

export function useSandboxChange(): SandboxChanger {
  const { engine } = useSandbox();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  return {
    isBusy,
    error,
    async change(change) {
      setBusy(true);
      setError(undefined);
      try {
        await engine.changeSandbox(change);
        return true;
      } catch (refusal) {
        if (!(refusal instanceof KmsError)) throw refusal;
        setError(refusal.message);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
