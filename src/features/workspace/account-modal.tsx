// Exports AccountModal: adds an account to the workspace, or gives one another name.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type AccountRecord, accountIdPattern, findAccount } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { useSandboxChange } from "./use-sandbox-change.ts";

export type AccountDialog = { readonly type: "add" } | { readonly type: "rename"; readonly account: AccountRecord };

interface Props {
  readonly dialog: AccountDialog;
  readonly onClose: () => void;
}

export function AccountModal({ dialog, onClose }: Props) {
  const world = useWorld((all) => all);
  const { isBusy, error, change } = useSandboxChange();
  const isNew = dialog.type === "add";
  const [id, setId] = useState(isNew ? "" : dialog.account.account);
  const [name, setName] = useState(isNew ? "" : dialog.account.name);
  const [isTried, setTried] = useState(false);
  const idProblem = isNew ? accountIdProblem(id, findAccount(world, id) !== undefined) : undefined;
  const nameProblem = accountNameProblem(name);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (idProblem !== undefined || nameProblem !== undefined) return;
    if (!(await change({ type: isNew ? "AddAccount" : "RenameAccount", account: id, name }))) return;
    showFlash({
      type: "success",
      text: isNew
        ? ["Successfully added account ", { strong: name.trim() }, ` (${id}).`]
        : [`Account ${id} is now called `, { strong: name.trim() }, "."],
    });
    onClose();
  };
  return (
    <ConfirmModal
      title={isNew ? "Add account" : `Rename account ${id}`}
      confirmText={isNew ? "Add account" : "Rename"}
      isBusy={isBusy}
      error={error}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SpaceBetween size="m">
          {isNew && (
            <FormField
              label="Account ID"
              constraintText="12 digits. Use made-up ones, such as 777788889999."
              errorText={isTried ? idProblem : undefined}
            >
              <Input value={id} inputMode="numeric" autoFocus onChange={({ detail }) => setId(detail.value.trim())} />
            </FormField>
          )}
          <FormField
            label="Account name"
            constraintText={`1 to ${nameLimit} characters.`}
            errorText={isTried ? nameProblem : undefined}
          >
            <Input value={name} autoFocus={!isNew} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
        </SpaceBetween>
        <input type="submit" hidden />
      </form>
    </ConfirmModal>
  );
}

/** The engine holds names to the same limit. */
const nameLimit = 50;

function accountIdProblem(id: string, isTaken: boolean): string | undefined {
  if (!accountIdPattern.test(id)) return "An account ID has 12 digits.";
  return isTaken ? "This workspace already has an account of this ID." : undefined;
}

function accountNameProblem(name: string): string | undefined {
  const { length } = name.trim();
  return length === 0 || length > nameLimit ? `An account name has 1 to ${nameLimit} characters.` : undefined;
}
