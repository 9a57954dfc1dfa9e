// Exports the commands that change the state of keys, one or many at once: Enable, Disable, Cancel key deletion.
import { useMemo } from "react";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import type { BatchResult } from "#store/batch-outcome.ts";
import type { FlashText } from "#store/flashes.ts";
import { type Action, useAction } from "#store/use-call.ts";

type Keys = readonly KeyRecord[];

export interface KeyCommands {
  enable(keys: Keys): Promise<BatchResult<KeyRecord>>;
  disable(keys: Keys): Promise<BatchResult<KeyRecord>>;
  cancelDeletion(keys: Keys): Promise<BatchResult<KeyRecord>>;
}

export function useKeyCommands(): KeyCommands {
  const begin = useAction();
  return useMemo(
    () => ({
      enable: (keys) => enable(begin, keys),
      disable: (keys) => disable(begin, keys),
      cancelDeletion: (keys) => cancelDeletion(begin, keys),
    }),
    [begin],
  );
}

function enable(begin: () => Action, keys: Keys, flashId?: string): Promise<BatchResult<KeyRecord>> {
  return runBatch(begin, {
    ...keyWords(keys, "enabled", flashId),
    doing: keys.length === 1 ? "Enabling the key" : "Enabling keys",
    call: (action, { keyId }) => action.call("EnableKey", { KeyId: keyId }),
    undo: (done, id) => undoFor(done, "Disabled", (changed) => disable(begin, changed, id)),
  });
}

function disable(begin: () => Action, keys: Keys, flashId?: string): Promise<BatchResult<KeyRecord>> {
  return runBatch(begin, {
    ...keyWords(keys, "disabled", flashId),
    doing: keys.length === 1 ? "Disabling the key" : "Disabling keys",
    call: (action, { keyId }) => action.call("DisableKey", { KeyId: keyId }),
    undo: (done, id) => undoFor(done, "Enabled", (changed) => enable(begin, changed, id)),
  });
}

/** Undo touches only the keys that really changed: enabling an enabled key is allowed and does nothing. */
function undoFor(done: Keys, before: KeyRecord["keyState"], takeBack: (changed: Keys) => Promise<unknown>) {
  const changed = done.filter(({ keyState }) => keyState === before);
  return changed.length === 0 ? undefined : () => void takeBack(changed);
}

function cancelDeletion(begin: () => Action, keys: Keys) {
  return runBatch(begin, {
    items: keys,
    nameOf: ({ keyId }) => keyId,
    subjectOf,
    doing: "Canceling key deletion",
    failed: (failures, total) =>
      `Deletion could not be canceled for ${total === 1 ? "the key" : `${failures} of ${total} keys`}`,
    call: (action, { keyId }) => action.call("CancelKeyDeletion", { KeyId: keyId }),
    // No Undo: it would need a new waiting period, which is a decision of its own.
    succeeded: (done): FlashText =>
      done.length === 1
        ? [
            "Successfully canceled deletion for key ",
            { strong: done[0]?.keyId ?? "" },
            ". The key is disabled until you enable it.",
          ]
        : [
            "Successfully canceled deletion for ",
            { strong: String(done.length) },
            " keys. They are disabled until you enable them.",
          ],
  });
}

const subjectOf = (key: KeyRecord): string => recordId(key, key.keyId);

function keyWords(keys: Keys, participle: string, flashId?: string) {
  return {
    items: keys,
    nameOf: ({ keyId }: KeyRecord) => keyId,
    subjectOf,
    succeeded: (done: Keys): FlashText =>
      done.length === 1
        ? [`Successfully ${participle} key `, { strong: done[0]?.keyId ?? "" }, "."]
        : [`Successfully ${participle} `, { strong: String(done.length) }, " keys."],
    failed: (failures: number, total: number) =>
      total === 1 ? `The key could not be ${participle}` : `${failures} of ${total} keys could not be ${participle}`,
    ...(flashId === undefined ? {} : { flashId }),
  };
}
