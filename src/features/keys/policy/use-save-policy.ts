// Exports the hook that saves the key policy of a key and remembers why KMS refused it.
import { useState } from "react";
import { type KeyRecord, KmsError, keyArn } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { useAction } from "#store/use-call.ts";

export interface SavePolicy {
  /** Answers whether it was saved. */
  save(policy: string): Promise<boolean>;
  readonly isSaving: boolean;
  readonly refusal: string | undefined;
  forgetRefusal(): void;
}

export function useSavePolicy(key: KeyRecord): SavePolicy {
  const begin = useAction();
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  return {
    isSaving,
    refusal,
    forgetRefusal: () => setRefusal(undefined),
    async save(policy) {
      const action = begin();
      setSaving(true);
      setRefusal(undefined);
      try {
        await action.call("PutKeyPolicy", { KeyId: key.keyId, PolicyName: "default", Policy: policy });
        const text = ["Successfully saved the key policy of key ", { strong: keyArn(key) }, "."];
        showFlash({ type: "success", text, calls: action.calls() });
        return true;
      } catch (error) {
        if (!(error instanceof KmsError)) throw error;
        setRefusal(policyRefusal(error));
        return false;
      } finally {
        setSaving(false);
      }
    },
  };
}

/** AWS refuses a malformed policy without a word, so a word is added. */
export function policyRefusal({ code, message }: KmsError): string {
  if (message) return `${code}: ${message}`;
  return `${code}. AWS KMS sends no reason: check that each statement has an Effect of Allow or Deny and a Principal.`;
}
