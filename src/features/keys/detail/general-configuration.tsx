// Exports the section "General configuration" of a key's page.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs, { type KeyValuePairsProps } from "@cloudscape-design/components/key-value-pairs";
import { useAliasesOf } from "#features/keys/region-index.ts";
import { connectionWords } from "#features/keys/stores/store-texts.ts";
import { displayAlias, isPrimary, type KeyRecord, keyArn, recordId } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { keyPath } from "#store/key-path.ts";
import { regionalityText, statusText } from "#store/key-texts.ts";
import { useLinks } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { AppLink } from "#ui/app-link.tsx";
import { Copyable } from "#ui/copyable.tsx";
import { LastUsed } from "./last-used.tsx";

export function GeneralConfiguration({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  return (
    <Container header={<Header variant="h2">General configuration</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: "Alias", value: <AliasSummary keyRecord={key} /> },
          { label: "Status", value: statusText(key) },
          { label: "Creation date", value: formatTime(key.creationDate) },
          { label: "ARN", value: <Copyable text={keyArn(key)} name="ARN" /> },
          { label: "Description", value: key.description || "-" },
          { label: "Regionality", value: regionality(key) },
          ...scheduledDeletion(key),
          ...keyMaterial(key),
          ...(key.customKeyStoreId === undefined
            ? []
            : [{ label: "Connection state", value: <ConnectionState keyRecord={key} /> }]),
          { label: "Last used", value: <LastUsed keyRecord={key} /> },
        ]}
      />
    </Container>
  );
}

function ConnectionState({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const { customKeyStoreId = "" } = key;
  const state = useWorld((world) => world.tables.customKeyStores.get(recordId(key, customKeyStoreId))?.connectionState);
  return state === undefined ? "-" : connectionWords[state].text;
}

function AliasSummary({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const links = useLinks();
  const [first, ...more] = useAliasesOf(keyRecord);
  if (first === undefined) return "-";
  return (
    <>
      {displayAlias(first)}
      {more.length > 0 && (
        <>
          {" "}
          <AppLink href={links.href(keyPath(keyRecord, "aliases"))}>(+{more.length} more)</AppLink>
        </>
      )}
    </>
  );
}

function regionality(key: KeyRecord): string {
  return key.multiRegion ? `Multi-Region ${isPrimary(key) ? "primary" : "replica"} key` : regionalityText(key);
}

function scheduledDeletion({ deletionDate }: KeyRecord): KeyValuePairsProps.Item[] {
  return deletionDate === undefined ? [] : [{ label: "Scheduled deletion date", value: formatTime(deletionDate) }];
}

/** Only keys that can rotate have a current key material; the others keep theirs for ever. */
function keyMaterial({ keySpec, materialId }: KeyRecord): KeyValuePairsProps.Item[] {
  if (keySpec !== "SYMMETRIC_DEFAULT" || materialId === undefined) return [];
  return [{ label: "Current key material", value: <Copyable text={materialId} name="Key material ID" /> }];
}
