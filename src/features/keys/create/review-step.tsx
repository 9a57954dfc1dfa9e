// Exports ReviewStep, step 6: everything that was entered, each part with the way back to its step.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import type { ReactNode } from "react";
import { PolicyView } from "#features/keys/policy/policy-view.tsx";
import { readPrincipalArn } from "#features/keys/policy/principals.ts";
import { keyTypeText, originText, regionalityText, usageText } from "#store/key-texts.ts";
import { draftPolicy, steps } from "./draft-problems.ts";
import type { DraftTag, KeyDraft } from "./key-draft.ts";
import { isInStore } from "./origin-choices.ts";

interface Props {
  readonly draft: KeyDraft;
  readonly account: string;
  readonly onEdit: (step: number) => void;
}

export function ReviewStep({ draft, account, onEdit }: Props) {
  const section = (title: string, step: number, children: ReactNode) => (
    <Container
      header={
        <Header
          actions={
            <Button ariaLabel={`Edit ${title.toLowerCase()}`} onClick={() => onEdit(step)}>
              Edit
            </Button>
          }
        >
          {title}
        </Header>
      }
    >
      {children}
    </Container>
  );
  return (
    <SpaceBetween size="l">
      {section(
        "Key configuration",
        steps.configure,
        <SpaceBetween size="m">
          <KeyValuePairs
            columns={3}
            items={[
              { label: "Key type", value: keyTypeText(draft) },
              { label: "Key spec", value: draft.keySpec },
              { label: "Key usage", value: usageText(draft.keyUsage) },
              { label: "Origin", value: originText(draft.origin) },
              { label: "Regionality", value: regionalityText(draft) },
              ...(isInStore(draft.origin) ? [{ label: "Custom key store ID", value: draft.customKeyStoreId }] : []),
              ...(draft.origin === "EXTERNAL_KEY_STORE" ? [{ label: "External key ID", value: draft.xksKeyId }] : []),
            ]}
          />
          <Alert type="info">You cannot change the key configuration after the key is created.</Alert>
        </SpaceBetween>,
      )}
      {section(
        "Alias and description",
        steps.labels,
        <KeyValuePairs
          columns={2}
          items={[
            { label: "Alias", value: draft.alias },
            { label: "Description", value: draft.description || "-" },
          ]}
        />,
      )}
      {section("Tags", steps.labels, <TagTable tags={draft.tags} />)}
      {section(
        "Key administrators and users",
        steps.administrators,
        <KeyValuePairs
          columns={2}
          items={[
            { label: "Key administrators", value: names(draft.administrators) },
            { label: "Administrators can delete this key", value: draft.canAdministratorsDelete ? "Yes" : "No" },
            { label: "Key users", value: names(draft.users) },
            { label: "Other AWS accounts", value: draft.otherAccounts.join(", ") || "-" },
          ]}
        />,
      )}
      {section("Key policy", steps.policy, <PolicyView text={draftPolicy(draft, account)} />)}
    </SpaceBetween>
  );
}

const names = (arns: readonly string[]): string =>
  arns.map((arn) => readPrincipalArn(arn)?.name ?? arn).join(", ") || "-";

function TagTable({ tags }: { readonly tags: readonly DraftTag[] }) {
  return (
    <Table
      variant="embedded"
      items={tags}
      trackBy="key"
      columnDefinitions={[
        { id: "key", header: "Key", cell: ({ key }) => key, isRowHeader: true },
        { id: "value", header: "Value", cell: ({ value }) => value || "-" },
      ]}
      ariaLabels={{ tableLabel: "Tags" }}
      empty={
        <Box textAlign="center">
          <b>No data</b>
          <Box variant="p">No tags to display</Box>
        </Box>
      }
    />
  );
}
