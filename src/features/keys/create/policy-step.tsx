// Exports PolicyStep, step 5: the key policy that the choices make, and its editor.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { PolicyEditor } from "#features/keys/policy/policy-editor.tsx";
import { PolicyView } from "#features/keys/policy/policy-view.tsx";
import { draftPolicy } from "./draft-problems.ts";
import type { StepProps } from "./step-props.ts";

interface Props extends StepProps {
  /** Why KMS refused this policy. */
  readonly refusal: string | undefined;
}

export function PolicyStep({ draft, account, onChange, isChecked, refusal }: Props) {
  const { policy } = draft;
  if (policy === undefined) {
    const text = draftPolicy(draft, account);
    return (
      <Container
        header={
          <Header
            description="The key policy that follows from your choices."
            actions={<Button onClick={() => onChange({ policy: text })}>Edit</Button>}
          >
            Key policy
          </Header>
        }
      >
        <PolicyView text={text} />
      </Container>
    );
  }
  return (
    <Container
      header={
        <Header actions={<Button onClick={() => onChange({ policy: undefined })}>Discard edits</Button>}>
          Edit key policy
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Alert type="info">
          You are editing the key policy itself: key administrators, key users and other accounts that you choose in the
          previous steps no longer change it. Discard your edits to make it follow your choices again.
        </Alert>
        <PolicyEditor
          account={account}
          text={policy}
          refusal={refusal}
          attempts={isChecked ? 1 : 0}
          onChange={(next) => onChange({ policy: next })}
        />
      </SpaceBetween>
    </Container>
  );
}
