// Exports UsersStep, step 4: who may use the key in cryptographic operations.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { resourcesSid, usersSid } from "#features/keys/policy/console-policy.ts";
import { OtherAccounts } from "#features/keys/policy/other-accounts.tsx";
import { iamIsSimulated, PrincipalPicker } from "#features/keys/policy/principal-picker.tsx";
import { HelpLink } from "./help-link.tsx";
import type { StepProps } from "./step-props.ts";

export function UsersStep({ draft, account, onChange, isChecked }: StepProps) {
  return (
    <SpaceBetween size="l">
      <PrincipalPicker
        title="Key users"
        account={account}
        description={
          <>
            Choose the IAM users and roles who can use this key in cryptographic operations. They are added to the
            statements '{usersSid}' and '{resourcesSid}' of the key policy. {iamIsSimulated}{" "}
            <HelpLink page="key-policy-default" about="key users" text="Learn more" />
          </>
        }
        selected={draft.users}
        onChange={(users) => onChange({ users })}
      />
      <Container
        header={
          <Header
            description={
              <>
                Specify the AWS accounts that can use this key. Administrators of the accounts you specify are
                responsible for managing the permissions that allow their IAM users and roles to use this key.{" "}
                <HelpLink
                  page="key-policy-modifying-external-accounts"
                  about="keys of other accounts"
                  text="Learn more"
                />
              </>
            }
          >
            Other AWS accounts
          </Header>
        }
      >
        <OtherAccounts
          account={account}
          value={draft.otherAccounts}
          isChecked={isChecked}
          onChange={(otherAccounts) => onChange({ otherAccounts })}
        />
      </Container>
    </SpaceBetween>
  );
}
