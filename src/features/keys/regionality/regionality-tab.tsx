// Exports the tab "Regionality" of a multi-Region key: its part, and its related keys in other Regions.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import { isPrimary, type KeyRecord, keyArn, type OperationName, stateRefusal } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { statusText } from "#store/key-texts.ts";
import { type Links, useLinks } from "#store/location.ts";
import { AppLink } from "#ui/app-link.tsx";
import type { Column } from "#ui/data-table/column.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { ChangePrimaryModal } from "./change-primary-modal.tsx";
import { CreateReplicasModal } from "./create-replicas-modal.tsx";
import { regionText, roleText, useOtherRelatedKeys } from "./related-keys.ts";

const rowId = ({ region }: KeyRecord): string => region;

function columnsWith(links: Links): readonly Column<KeyRecord>[] {
  return [
    {
      id: "region",
      header: "Region",
      cell: ({ region }) => `${regionText(region)} ${region}`,
      value: ({ region }) => region,
      isSortable: true,
      width: 250,
    },
    {
      id: "arn",
      header: "Key ARN",
      // A related key is in another Region: its link switches the console to that Region.
      cell: (key) => (
        <AppLink href={links.href(keyPath(key, "regionality"), { region: key.region })}>{keyArn(key)}</AppLink>
      ),
      isRowHeader: true,
      width: 430,
    },
    { id: "status", header: "Status", cell: statusText, width: 150 },
    { id: "regionality", header: "Regionality", cell: roleText, minWidth: 120 },
  ];
}

export function RegionalityTab({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const related = useOtherRelatedKeys(key);
  const links = useLinks();
  const columns = useMemo(() => columnsWith(links), [links]);
  const [dialog, setDialog] = useState<"replicate" | "change-primary">();
  const close = (): void => setDialog(undefined);
  const isOfPrimary = isPrimary(key);
  const changeRefusal =
    refusedByState("UpdatePrimaryRegion", key) ??
    (related.length === 0 ? "There is no replica key that could become the primary key." : undefined);
  const replicateRefusal = refusedByState("ReplicateKey", key);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={
              isOfPrimary
                ? "A primary key can be replicated into other Regions. Its related keys have its key ID and key material."
                : "A replica key has the key ID and key material of its primary key. Its key policy, aliases, tags and status are its own."
            }
            actions={
              isOfPrimary && (
                <Button
                  onClick={() => setDialog("change-primary")}
                  {...(changeRefusal === undefined ? {} : { disabled: true, disabledReason: changeRefusal })}
                >
                  Change primary Region
                </Button>
              )
            }
          >
            {isOfPrimary ? "Primary key" : "Replica key"}
          </Header>
        }
      >
        <KeyValuePairs
          columns={2}
          items={[
            { label: "Region", value: regionText(key.region) },
            { label: "Primary Region", value: regionText(key.primaryRegion ?? key.region) },
          ]}
        />
      </Container>
      <DataTable<KeyRecord>
        tableId="related-keys"
        title="Related multi-Region keys"
        rows={related}
        rowId={rowId}
        itemNames={{ one: "key", many: "keys" }}
        columns={columns}
        hasPreferences={false}
        actions={() =>
          isOfPrimary && (
            <Button
              onClick={() => setDialog("replicate")}
              {...(replicateRefusal === undefined ? {} : { disabled: true, disabledReason: replicateRefusal })}
            >
              Create new replica keys
            </Button>
          )
        }
        empty={{ title: "No related keys", text: "This key has not been replicated into another Region." }}
      />
      {dialog === "replicate" && <CreateReplicasModal keyRecord={key} related={related} onClose={close} />}
      {dialog === "change-primary" && <ChangePrimaryModal keyRecord={key} related={related} onClose={close} />}
    </SpaceBetween>
  );
}

function refusedByState(operation: OperationName, key: KeyRecord): string | undefined {
  return stateRefusal(operation, key) ? `The key is ${statusText(key).toLowerCase()}.` : undefined;
}
