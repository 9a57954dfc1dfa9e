// Exports EditPolicy: the policy of a key under change, with Save changes and Cancel.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import { LeaveGuard } from "#features/keys/leave-guard.tsx";
import { SaveForm } from "#features/keys/save-form.tsx";
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
  const [attempts, setAttempts] = useState(0);
  const { save, isSaving, refusal, forgetRefusal } = useSavePolicy(keyRecord);
  const change = (next: string): void => {
    setText(next);
    forgetRefusal();
  };
  const submit = async (): Promise<void> => {
    if (readPolicyText(text).type === "policy" && (await save(text))) onClose();
    else setAttempts((count) => count + 1);
  };
  return (
    <>
      <SaveForm isSaving={isSaving} onSave={() => void submit()} onCancel={onClose}>
        <Container header={<Header>Edit key policy</Header>}>
          <PolicyEditor
            account={keyRecord.account}
            text={text}
            onChange={change}
            refusal={refusal}
            attempts={attempts}
          />
        </Container>
      </SaveForm>
      <LeaveGuard isDirty={text !== saved} loss="Your changes of the key policy are not saved." />
    </>
  );
}
