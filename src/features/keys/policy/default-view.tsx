// Exports DefaultView: a key policy that has the console's form, as the choices it was made of. Each change saves at once.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { KeyRecord } from "#kms/index.ts";
import { type ConsoleShape, consolePolicy, type PolicyChoices } from "./console-policy.ts";
import { OtherAccountsSection } from "./other-accounts-section.tsx";
import { policyText } from "./policy-document.ts";
import { iamIsSimulated } from "./principal-picker.tsx";
import { PrincipalSection } from "./principal-section.tsx";
import { useSavePolicy } from "./use-save-policy.ts";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly shape: ConsoleShape;
  readonly onSwitch: () => void;
}

export function DefaultView({ keyRecord, shape: { choices, sid }, onSwitch }: Props) {
  const { save, isSaving, refusal } = useSavePolicy(keyRecord);
  const change = (changed: Partial<PolicyChoices>): Promise<boolean> =>
    save(policyText(consolePolicy(keyRecord, { ...choices, ...changed }, sid)));
  const hasAdministrators = choices.administrators.length > 0;
  return (
    <SpaceBetween size="l">
      <Header description={iamIsSimulated} actions={<Button onClick={onSwitch}>Switch to policy view</Button>}>
        Key policy
      </Header>
      {refusal !== undefined && <Alert type="error">{refusal}</Alert>}
      <PrincipalSection
        title="Key administrators"
        account={keyRecord.account}
        description="The IAM users and roles who can administer this key through the KMS API."
        arns={choices.administrators}
        isSaving={isSaving}
        onChange={(administrators) => change({ administrators })}
      />
      <Container header={<Header>Key deletion</Header>}>
        <Checkbox
          checked={choices.canAdministratorsDelete}
          disabled={isSaving || !hasAdministrators}
          {...(hasAdministrators ? {} : { description: "This key has no key administrators." })}
          onChange={({ detail }) => void change({ canAdministratorsDelete: detail.checked })}
        >
          Allow key administrators to delete this key.
        </Checkbox>
      </Container>
      <PrincipalSection
        title="Key users"
        account={keyRecord.account}
        description="The IAM users and roles who can use this key in cryptographic operations."
        arns={choices.users}
        isSaving={isSaving}
        onChange={(users) => change({ users })}
      />
      <OtherAccountsSection
        account={keyRecord.account}
        accounts={choices.otherAccounts}
        isSaving={isSaving}
        onChange={(otherAccounts) => change({ otherAccounts })}
      />
    </SpaceBetween>
  );
}
