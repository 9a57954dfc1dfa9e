// Exports the menu "Key store actions": connect, disconnect, edit and delete a custom key store.
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { type CustomKeyStoreRecord, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { EditStoreModal } from "./edit-store-modal.tsx";
import { connectionWords } from "./store-texts.ts";
import type { StoreRow } from "./use-key-stores.ts";

type Command = "connect" | "disconnect" | "edit" | "delete";

const texts = {
  connect: "Connect",
  disconnect: "Disconnect",
  edit: "Edit",
  delete: "Delete",
} as const satisfies Record<Command, string>;
const commands = ["connect", "disconnect", "edit", "delete"] as const satisfies readonly Command[];

export function StoreActions({ row }: { readonly row: StoreRow | undefined }) {
  const begin = useAction();
  const [dialog, setDialog] = useState<{ readonly command: Command; readonly row: StoreRow }>();
  const close = (): void => setDialog(undefined);
  const confirm = (work: typeof disconnect): void => {
    if (dialog) void work(begin, dialog.row.store);
    close();
  };
  return (
    <>
      <ButtonDropdown
        items={commands.map((id) => {
          const disabledReason = row && commandRefusal(id, row);
          const item = { id, text: texts[id] };
          return disabledReason === undefined ? item : { ...item, disabled: true, disabledReason };
        })}
        {...(row ? {} : { disabled: true, disabledReason: "Select a key store." })}
        expandToViewport
        onItemClick={({ detail }) => {
          const command = commands.find((id) => id === detail.id);
          if (!row || !command) return;
          if (command === "connect") void connect(begin, row.store);
          else setDialog({ command, row });
        }}
      >
        Key store actions
      </ButtonDropdown>
      {dialog?.command === "disconnect" && (
        <ConfirmModal
          title="Disconnect custom key store"
          confirmText="Disconnect"
          onCancel={close}
          onConfirm={() => confirm(disconnect)}
        >
          <span>
            While <strong>{dialog.row.store.name}</strong> is disconnected, its KMS keys are unavailable: they cannot be
            used, and no key can be created in it. You can connect it again at any time.
          </span>
        </ConfirmModal>
      )}
      {dialog?.command === "delete" && (
        <ConfirmModal
          title="Delete custom key store"
          confirmText="Delete"
          onCancel={close}
          onConfirm={() => confirm(deleteStore)}
        >
          <span>
            Delete <strong>{dialog.row.store.name}</strong>? Its cluster or external key manager is not touched.
          </span>
        </ConfirmModal>
      )}
      {dialog?.command === "edit" && <EditStoreModal store={dialog.row.store} onClose={close} />}
    </>
  );
}

function commandRefusal(command: Command, { store: { connectionState }, keyCount }: StoreRow): string | undefined {
  const isNow = `The key store is ${connectionWords[connectionState].text.toLowerCase()}.`;
  if (command === "disconnect")
    return ["CONNECTED", "CONNECTING", "FAILED"].includes(connectionState) ? undefined : isNow;
  if (connectionState !== "DISCONNECTED") return command === "connect" ? isNow : `${isNow} Disconnect it first.`;
  return command === "delete" && keyCount > 0
    ? `The key store holds ${keyCount === 1 ? "a KMS key" : `${keyCount} KMS keys`}: they must be deleted first.`
    : undefined;
}

function connect(begin: () => Action, store: CustomKeyStoreRecord) {
  return runBatch(begin, {
    ...wordsOf(store, "connected"),
    doing: "Connecting the custom key store",
    call: (action, { customKeyStoreId: CustomKeyStoreId }) =>
      action.call("ConnectCustomKeyStore", { CustomKeyStoreId }),
    succeeded: () => ["Custom key store ", { strong: store.name }, " is being connected."],
  });
}

function disconnect(begin: () => Action, store: CustomKeyStoreRecord) {
  return runBatch(begin, {
    ...wordsOf(store, "disconnected"),
    doing: "Disconnecting the custom key store",
    call: (action, { customKeyStoreId: CustomKeyStoreId }) =>
      action.call("DisconnectCustomKeyStore", { CustomKeyStoreId }),
    succeeded: () => ["Custom key store ", { strong: store.name }, " is being disconnected."],
  });
}

function deleteStore(begin: () => Action, store: CustomKeyStoreRecord) {
  return runBatch(begin, {
    ...wordsOf(store, "deleted"),
    doing: "Deleting the custom key store",
    call: (action, { customKeyStoreId: CustomKeyStoreId }) => action.call("DeleteCustomKeyStore", { CustomKeyStoreId }),
    succeeded: () => ["Successfully deleted custom key store ", { strong: store.name }, "."],
  });
}

function wordsOf(store: CustomKeyStoreRecord, participle: string) {
  return {
    items: [store],
    nameOf: ({ name }: CustomKeyStoreRecord) => name,
    subjectOf: ({ customKeyStoreId }: CustomKeyStoreRecord) => recordId(store, customKeyStoreId),
    failed: () => `The custom key store could not be ${participle}`,
  };
}
