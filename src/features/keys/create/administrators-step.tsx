// Exports AdministratorsStep, step 3: who may manage the key.
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { administratorsSid } from "#features/keys/policy/console-policy.ts";
import { iamIsSimulated, PrincipalPicker } from "#features/keys/policy/principal-picker.tsx";
import { HelpLink } from "./help-link.tsx";
import type { StepProps } from "./step-props.ts";

export function AdministratorsStep({ draft, account, onChange }: StepProps) {
  return (
    <SpaceBetween size="l">
      <PrincipalPicker
        title="Key administrators"
        account={account}
        description={
          <>
            Choose the IAM users and roles who can manage this key through the KMS API. They are added to the statement
            '{administratorsSid}' of the key policy. If you change that Sid, the console may no longer be able to update
            the statement. {iamIsSimulated}{" "}
            <HelpLink page="key-policy-default" about="key administrators" text="Learn more" />
          </>
        }
        selected={draft.administrators}
        onChange={(administrators) => onChange({ administrators })}
      />
      <Container header={<Header>Key deletion</Header>}>
        <Checkbox
          checked={draft.canAdministratorsDelete}
          onChange={({ detail }) => onChange({ canAdministratorsDelete: detail.checked })}
        >
          Allow key administrators to delete this key.
        </Checkbox>
      </Container>
    </SpaceBetween>
  );
}
