// Exports EditPolicy: the policy of a key under change, with Save changes and Cancel.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { LeaveGuard } from "#features/keys/leave-guard.tsx";
import type { KeyRecord } from "#kms/index.ts";
import { readPolicyText } from "./policy-document.ts";
import { PolicyEditor } from "./policy-editor.tsx";
import { useSavePolicy } from "./use-save-policy.ts";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly saved: string;
  readonly onClose: () => void;
}

export function EditPolicy({ keyRecord, saved, onClose }: Props) {
  const [text, setText] = useState(saved);
  const { save, isSaving, refusal, forgetRefusal } = useSavePolicy(keyRecord);
  const change = (next: string): void => {
    setText(next);
    forgetRefusal();
  };
  const submit = async (): Promise<void> => {
    if (readPolicyText(text).type === "policy" && (await save(text))) onClose();
  };
  return (
    <>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={isSaving} onClick={() => void submit()}>
              Save changes
            </Button>
          </SpaceBetween>
        }
      >
        <Container header={<Header>Edit key policy</Header>}>
          <PolicyEditor account={keyRecord.account} text={text} onChange={change} refusal={refusal} />
        </Container>
      </Form>
      <LeaveGuard isDirty={text !== saved} loss="Your changes of the key policy are not saved." />
    </>
  );
}
