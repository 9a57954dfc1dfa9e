// Exports what someone should know before keys are scheduled for deletion, the fate of their aliases included.
import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useAliasesByKey } from "#features/keys/region-index.ts";
import type { KeyRecord } from "#kms/index.ts";

interface DeletionAlertsProps {
  readonly deletable: readonly KeyRecord[];
  /** Keys that are shown but cannot be scheduled. */
  readonly skipped: number;
  /** Keys of the URL that do not exist here. */
  readonly missing: number;
}

const listedAliases = 20;

export function DeletionAlerts({ deletable, skipped, missing }: DeletionAlertsProps) {
  const aliases = useAliasesByKey();
  const attached = deletable.flatMap(({ keyId }) => aliases.get(keyId) ?? []);
  const isOneAlias = attached.length === 1;
  const isOne = deletable.length === 1;
  return (
    <SpaceBetween size="s">
      <Alert type="warning" header={isOne ? "Deleting a key is destructive" : "Deleting keys is destructive"}>
        Data that was encrypted under a deleted key can never be decrypted again. A key that is pending deletion can't
        be used. To keep it, choose Key actions, Cancel key deletion before the waiting period ends. If you are not
        sure, disable the key instead.
      </Alert>
      {attached.length > 0 && (
        <Alert type="info" header={isOneAlias ? "1 alias stays attached" : `${attached.length} aliases stay attached`}>
          Until the waiting period ends, {isOneAlias ? "this alias stays" : "these aliases stay"} with{" "}
          {isOne ? "the key" : "their keys"}, and no other key can take {isOneAlias ? "its name" : "their names"}:{" "}
          <strong>{attached.slice(0, listedAliases).join(", ")}</strong>
          {attached.length > listedAliases && ` and ${attached.length - listedAliases} more`}. To free a name now,
          delete the alias.
        </Alert>
      )}
      {skipped > 0 && (
        <Alert type="warning">
          {skipped === 1 ? "1 of these keys" : `${skipped} of these keys`} can't be scheduled for deletion and will be
          left as {skipped === 1 ? "it is" : "they are"}: see the column Status.
        </Alert>
      )}
      {missing > 0 && (
        <Alert type="warning">
          {missing === 1 ? "1 key" : `${missing} keys`} of this page's address can't be found in this Region.
        </Alert>
      )}
    </SpaceBetween>
  );
}
