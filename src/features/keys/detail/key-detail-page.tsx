// Exports the page of one key: what it is, and its tabs. AWS managed keys can be read only.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { KeyActions } from "#features/keys/actions/key-actions.tsx";
import { type KeyRecord, recordId, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { belongsToList } from "./belongs-to-list.ts";
import { EditDescriptionModal } from "./edit-description-modal.tsx";
import { GeneralConfiguration } from "./general-configuration.tsx";
import { KeyNotFound } from "./key-not-found.tsx";
import { KeyTabs } from "./key-tabs.tsx";

interface KeyDetailPageProps {
  readonly keyId: string;
  /** The list that the URL belongs to. */
  readonly kind: "customer" | "aws";
}

export function KeyDetailPage({ keyId, kind }: KeyDetailPageProps) {
  const place = usePlace();
  const key = useWorld((world) => world.tables.keys.get(recordId(place, keyId)));
  const isHere = useWorld((world) => key !== undefined && belongsToList(world, key, kind));
  if (!key || !isHere) return <KeyNotFound keyId={keyId} kind={kind} />;
  return (
    <SpaceBetween size="l">
      {key.keyManager === "CUSTOMER" ? <CustomerKeyHeader keyRecord={key} /> : <Header variant="h1">{keyId}</Header>}
      <GeneralConfiguration keyRecord={key} />
      <KeyTabs keyRecord={key} />
    </SpaceBetween>
  );
}

function CustomerKeyHeader({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const [isEditing, setEditing] = useState(false);
  const isRefused = stateRefusal("UpdateKeyDescription", keyRecord) !== undefined;
  return (
    <>
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <KeyActions keys={[keyRecord]} from="key" />
            <Button
              onClick={() => setEditing(true)}
              ariaLabel="Edit description"
              {...(isRefused
                ? { disabled: true, disabledReason: `The key is ${statusText(keyRecord).toLowerCase()}.` }
                : {})}
            >
              Edit
            </Button>
          </SpaceBetween>
        }
      >
        {keyRecord.keyId}
      </Header>
      {isEditing && <EditDescriptionModal keyRecord={keyRecord} onClose={() => setEditing(false)} />}
    </>
  );
}
