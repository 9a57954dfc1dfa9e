// Exports the hook behind the dialogs that create custom key stores: the call, and the message when it is done.

import type { CreateCustomKeyStoreInput } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { type Saving, useSaving } from "#store/use-saving.ts";

export interface StoreCreation extends Pick<Saving, "isSaving" | "error"> {
  /** Answers whether there is a key store now. */
  create(input: CreateCustomKeyStoreInput): Promise<boolean>;
}

export function useCreateStore(): StoreCreation {
  const { save, isSaving, error } = useSaving();
  return {
    isSaving,
    error,
    create: (input) =>
      save(async (action) => {
        await action.call("CreateCustomKeyStore", input);
        showFlash({
          type: "success",
          text: [
            "Successfully created custom key store ",
            { strong: input.CustomKeyStoreName },
            ". Connect it before you create KMS keys in it.",
          ],
          calls: action.calls(),
        });
      }),
  };
}
