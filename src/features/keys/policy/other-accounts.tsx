// Exports OtherAccounts: the rows in which the IDs of other AWS accounts are typed, and the check of what was typed.
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Input from "@cloudscape-design/components/input";
import { accountIdPattern } from "#kms/index.ts";

interface Props {
  readonly account: string;
  readonly value: readonly string[];
  readonly onChange: (accounts: readonly string[]) => void;
  /** False until somebody tried to go on: an ID that is being typed is not wrong yet. */
  readonly isChecked: boolean;
}

export function OtherAccounts({ account, value, onChange, isChecked }: Props) {
  const replace = (at: number, id: string): void => onChange(value.map((old, index) => (index === at ? id : old)));
  return (
    <AttributeEditor
      items={value}
      addButtonText="Add another AWS account"
      removeButtonText="Remove"
      removeButtonAriaLabel={(id) => `Remove account ${id || "without ID"}`}
      empty="No other AWS accounts can use this key."
      onAddButtonClick={() => onChange([...value, ""])}
      onRemoveButtonClick={({ detail }) => onChange(value.filter((_id, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: "Account ID",
          constraintText: (id) => `arn:aws:iam::${id || "<account ID>"}:root`,
          errorText: (_id, at) => (isChecked ? accountProblem(account, value, at) : undefined),
          control: (id, at) => (
            <Input
              value={id}
              inputMode="numeric"
              placeholder="Enter an account ID of 12 digits"
              ariaLabel="Account ID"
              onChange={({ detail }) => replace(at, detail.value.trim())}
            />
          ),
        },
      ]}
    />
  );
}

/** What is wrong with the account ID in row `at`; undefined if nothing is. */
export function accountProblem(account: string, ids: readonly string[], at: number): string | undefined {
  const id = ids[at] ?? "";
  if (!accountIdPattern.test(id)) return "An account ID has 12 digits.";
  if (id === account) return "This is the key's own account.";
  return ids.indexOf(id) < at ? "This account is in the list already." : undefined;
}

export function areAccountsValid(account: string, ids: readonly string[]): boolean {
  return ids.every((_id, at) => accountProblem(account, ids, at) === undefined);
}
