// Exports OtherAccountsSection: the other AWS accounts that may use a key, and the dialog that changes them.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import { rootArn } from "#kms/index.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { areAccountsValid, OtherAccounts } from "./other-accounts.tsx";

interface Props {
  readonly account: string;
  readonly accounts: readonly string[];
  readonly isSaving: boolean;
  readonly onChange: (accounts: readonly string[]) => Promise<boolean>;
}

export function OtherAccountsSection({ account, accounts, isSaving, onChange }: Props) {
  /** The rows of the open dialog; undefined while it is closed. */
  const [rows, setRows] = useState<readonly string[]>();
  const [isChecked, setChecked] = useState(false);
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (!rows || !areAccountsValid(account, rows)) return;
    await onChange(rows);
    setRows(undefined);
  };
  const open = (): void => {
    setChecked(false);
    setRows(accounts.length > 0 ? accounts : [""]);
  };
  return (
    <Container
      header={
        <Header counter={`(${accounts.length})`} actions={<Button onClick={open}>Add other AWS accounts</Button>}>
          Other AWS accounts
        </Header>
      }
    >
      {accounts.length === 0 ? "No other AWS accounts can use this key." : null}
      {accounts.map((id) => (
        <div key={id}>{rootArn(id)}</div>
      ))}
      {rows && (
        <ConfirmModal
          title="Other AWS accounts"
          confirmText="Save changes"
          isBusy={isSaving}
          onCancel={() => setRows(undefined)}
          onConfirm={() => void submit()}
        >
          <OtherAccounts account={account} value={rows} onChange={setRows} isChecked={isChecked} />
        </ConfirmModal>
      )}
    </Container>
  );
}
