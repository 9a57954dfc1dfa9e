// Exports KeyPolicyTab, the tab "Key policy" of a key's page: the default view where the console made the policy, else
// and by choice the JSON, with its editor.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { useWorld } from "#store/sandbox.ts";
import { readConsolePolicy } from "./console-policy.ts";
import { DefaultView } from "./default-view.tsx";
import { EditPolicy } from "./edit-policy.tsx";
import { PolicyView } from "./policy-view.tsx";

type Mode = "default" | "policy" | "edit";

export function KeyPolicyTab({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const policies = useWorld((world) => world.tables.keyPolicies);
  const text = policies.get(recordId(keyRecord, keyRecord.keyId))?.policy ?? "";
  const isAwsManaged = keyRecord.keyManager === "AWS";
  const shape = useMemo(
    () => (isAwsManaged ? undefined : readConsolePolicy(keyRecord, text)),
    [isAwsManaged, keyRecord, text],
  );
  const [mode, setMode] = useState<Mode>("default");
  if (mode === "edit") return <EditPolicy keyRecord={keyRecord} saved={text} onClose={() => setMode("policy")} />;
  if (mode === "default" && shape)
    return <DefaultView keyRecord={keyRecord} shape={shape} onSwitch={() => setMode("policy")} />;
  const switchBack = (
    <Button
      disabled={!shape}
      disabledReason="The default view shows only key policies that have the form the console gives them."
      onClick={() => setMode("default")}
    >
      Switch to default view
    </Button>
  );
  return (
    <Container
      header={
        <Header
          description={
            isAwsManaged
              ? "The key policy of an AWS managed key is made by its AWS service. You can view it, but you cannot change it."
              : "The statements that control access to this KMS key."
          }
          {...(isAwsManaged
            ? {}
            : {
                actions: (
                  <SpaceBetween direction="horizontal" size="xs">
                    {switchBack}
                    <Button onClick={() => setMode("edit")}>Edit</Button>
                  </SpaceBetween>
                ),
              })}
        >
          Key policy
        </Header>
      }
    >
      <PolicyView text={text} />
    </Container>
  );
}
