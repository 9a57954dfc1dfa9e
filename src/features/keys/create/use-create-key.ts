// Exports the hook behind Finish: CreateKey, then CreateAlias. They are two calls, so a key can be left without its alias;
// then the message offers to create the alias again.
import { useState } from "react";
import { policyRefusal } from "#features/keys/policy/use-save-policy.ts";
import { type CreateKeyInput, KmsError } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { dismissFlash, showFlash } from "#store/flashes.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { shortenEcho } from "./shorten-echo.ts";

export interface CreateRefusal {
  readonly text: string;
  /** It is the key policy that is refused. */
  readonly isPolicy: boolean;
  readonly calls: readonly string[];
}

export interface CreateKeyWithAlias {
  /** `alias` is without its prefix. Answers the ID of the key; undefined if there is none, and `refusal` tells why. */
  create(input: CreateKeyInput, alias: string): Promise<string | undefined>;
  readonly isCreating: boolean;
  readonly refusal: CreateRefusal | undefined;
  forgetRefusal(): void;
}

let count = 0;

/** What takes longer is told of. */
const slowMs = 300;

export function useCreateKey(): CreateKeyWithAlias {
  const begin = useAction();
  const links = useLinks();
  const [isCreating, setCreating] = useState(false);
  const [refusal, setRefusal] = useState<CreateRefusal>();

  async function nameKey(action: Action, flashId: string, keyId: string, alias: string): Promise<void> {
    try {
      await action.call("CreateAlias", { AliasName: `alias/${alias}`, TargetKeyId: keyId });
      showFlash({
        id: flashId,
        type: "success",
        header: "Success",
        text: ["Your AWS KMS key was created with alias ", { strong: alias }, " and key ID ", { strong: keyId }, "."],
        action: { text: "View key", onClick: () => links.go(paths.key(keyId)) },
        calls: action.calls(),
      });
    } catch (error) {
      if (!(error instanceof KmsError)) throw error;
      showFlash({
        id: flashId,
        type: "error",
        header: "The alias could not be created",
        text: [
          ...[
            "Your AWS KMS key was created with key ID ",
            { strong: keyId },
            ", but without the alias ",
            { strong: alias },
          ],
          `. ${refusalText(error)}`,
        ],
        action: { text: "Create alias", onClick: () => void nameKey(begin(), flashId, keyId, alias) },
        calls: action.calls(),
      });
    }
  }

  return {
    isCreating,
    refusal,
    forgetRefusal: () => setRefusal(undefined),
    async create(input, alias) {
      const action = begin();
      count += 1;
      const flashId = `create-key-${count}`;
      setRefusal(undefined);
      setCreating(true);
      // Most keys are made at once; a message that goes while it is still appearing would leave a gap behind.
      const slow = setTimeout(() => {
        showFlash({
          id: flashId,
          type: "in-progress",
          text: ["Creating a KMS key with alias ", { strong: alias }, "."],
        });
      }, slowMs);
      try {
        const { KeyMetadata } = await action.call("CreateKey", input);
        const keyId = KeyMetadata?.KeyId;
        invariant(keyId, "a created key has an ID");
        await nameKey(action, flashId, keyId, alias);
        return keyId;
      } catch (error) {
        dismissFlash(flashId);
        if (!(error instanceof KmsError)) throw error;
        const isPolicy = error.code === "MalformedPolicyDocumentException";
        const text = isPolicy ? policyRefusal(error) : refusalText(error);
        setRefusal({ text: shortenEcho(text), isPolicy, calls: action.calls() });
        return undefined;
      } finally {
        clearTimeout(slow);
        setCreating(false);
      }
    },
  };
}
