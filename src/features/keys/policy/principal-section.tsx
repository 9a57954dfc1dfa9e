// Exports PrincipalSection: the administrators or the users of a key, to add some and to remove some.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { PrincipalPicker } from "./principal-picker.tsx";
import { PrincipalTable } from "./principal-table.tsx";

interface Props {
  readonly title: "Key administrators" | "Key users";
  readonly description: string;
  readonly account: string;
  readonly arns: readonly string[];
  readonly isSaving: boolean;
  readonly onChange: (arns: readonly string[]) => Promise<boolean>;
}

export function PrincipalSection({ title, description, account, arns, isSaving, onChange }: Props) {
  const [marked, setMarked] = useState<readonly string[]>([]);
  /** What the open picker has chosen; undefined while it is closed. */
  const [picked, setPicked] = useState<readonly string[]>();
  const selected = arns.filter((arn) => marked.includes(arn));
  const save = async (next: readonly string[]): Promise<void> => {
    await onChange(next);
    setPicked(undefined);
    setMarked([]);
  };
  return (
    <>
      <PrincipalTable
        title={title}
        arns={arns}
        marked={selected}
        onMark={setMarked}
        header={
          <Header
            counter={`(${arns.length})`}
            description={description}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  ariaLabel={`Remove ${title}`}
                  disabled={selected.length === 0}
                  disabledReason={`Select the ${title.toLowerCase()} to remove.`}
                  loading={isSaving && picked === undefined}
                  onClick={() => void save(arns.filter((arn) => !marked.includes(arn)))}
                >
                  Remove
                </Button>
                <Button ariaLabel={`Add ${title}`} onClick={() => setPicked(arns)}>
                  Add
                </Button>
              </SpaceBetween>
            }
          >
            {title}
          </Header>
        }
        empty={`This key has no ${title.toLowerCase()} other than those that IAM policies name.`}
      />
      {picked && (
        <ConfirmModal
          title={`Add ${title.toLowerCase()}`}
          confirmText="Save changes"
          size="large"
          isBusy={isSaving}
          onCancel={() => setPicked(undefined)}
          onConfirm={() => void save(picked)}
        >
          <PrincipalPicker title={title} account={account} selected={picked} onChange={setPicked} />
        </ConfirmModal>
      )}
    </>
  );
}
