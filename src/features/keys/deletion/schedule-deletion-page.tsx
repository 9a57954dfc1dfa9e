// Exports the page "Schedule key deletion": one waiting period for all the keys that its URL names.
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import { recordId, stateRefusal } from "#kms/index.ts";
import { useLinks, useLocation, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { useAction } from "#store/use-call.ts";
import { PageNotFound } from "#ui/page-not-found.tsx";
import { DeletionAlerts } from "./deletion-alerts.tsx";
import { KeysToDelete } from "./keys-to-delete.tsx";
import { scheduleDeletion } from "./schedule-deletion.ts";
import { defaultWaitingDays, parseWaitingDays, waitingDaysProblem } from "./waiting-period.ts";

export function ScheduleDeletionPage() {
  const { params } = useLocation();
  const place = usePlace();
  const links = useLinks();
  const begin = useAction();
  const table = useWorld((world) => world.tables.keys);
  const [typedDays, setTypedDays] = useState(String(defaultWaitingDays));
  const [isConfirmed, setConfirmed] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const keyIds = useMemo(() => [...new Set((params.keys ?? "").split(",").filter(Boolean))], [params.keys]);
  const keys = useMemo(
    () => keyIds.flatMap((keyId) => table.get(recordId(place, keyId)) ?? []),
    [keyIds, place, table],
  );
  const deletable = keys.filter((key) => key.keyManager === "CUSTOMER" && !stateRefusal("ScheduleKeyDeletion", key));
  if (keys.length === 0)
    return (
      <PageNotFound
        title="No keys to delete"
        links={[{ text: "View customer managed keys", href: links.href(paths.keys()) }]}
      >
        This account has none of the chosen keys in {place.region}. Choose keys in the list, then Key actions, Schedule
        key deletion.
      </PageNotFound>
    );
  const days = parseWaitingDays(typedDays);
  const problem = waitingDaysProblem(typedDays);
  const origin = params.from === "key" && keyIds[0] !== undefined ? paths.key(keyIds[0]) : paths.keys();

  async function schedule(waitingDays: number): Promise<void> {
    setRunning(true);
    try {
      await scheduleDeletion(begin, deletable, waitingDays);
    } finally {
      setRunning(false);
    }
    links.go(paths.keys());
  }

  return (
    <Form
      header={<Header variant="h1">Schedule key deletion</Header>}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={() => links.go(origin)}>
            Cancel
          </Button>
          <Button
            variant="primary"
            loading={isRunning}
            onClick={() => days !== undefined && void schedule(days)}
            {...disabledProps(deletable.length === 0, problem !== undefined, isConfirmed)}
          >
            Schedule deletion
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <DeletionAlerts
          deletable={deletable}
          skipped={keys.length - deletable.length}
          missing={keyIds.length - keys.length}
        />
        <KeysToDelete
          keys={keys}
          days={days ?? defaultWaitingDays}
          onMade={() => deletable.length === 1 && links.go(paths.keys())}
        />
        <Container header={<Header variant="h2">Waiting period</Header>}>
          <FormField
            label="Waiting period (in days)"
            description="The keys are deleted when it ends. Until then you can cancel the deletion."
            constraintText="A whole number from 7 to 30."
            errorText={problem}
          >
            <Input
              type="number"
              inputMode="numeric"
              value={typedDays}
              onChange={({ detail }) => setTypedDays(detail.value)}
            />
          </FormField>
        </Container>
        <Container header={<Header variant="h2">Confirmation</Header>}>
          <Checkbox checked={isConfirmed} onChange={({ detail }) => setConfirmed(detail.checked)}>
            {confirmationText(deletable.length, days)}
          </Checkbox>
        </Container>
      </SpaceBetween>
    </Form>
  );
}

function disabledProps(isNothingDeletable: boolean, isBadPeriod: boolean, isConfirmed: boolean) {
  if (isNothingDeletable)
    return { disabled: true, disabledReason: "None of these keys can be scheduled for deletion." };
  if (isBadPeriod) return { disabled: true, disabledReason: "Enter a waiting period from 7 to 30 days." };
  return isConfirmed ? {} : { disabled: true, disabledReason: "Tick the check box under Confirmation first." };
}

function confirmationText(count: number, days: number | undefined): string {
  const period = `After the ${days ?? "…"} day waiting period`;
  return count === 1
    ? `I confirm that I want to schedule this key for deletion. The key will become immediately unusable for cryptographic operations. ${period}, the key will be permanently deleted.`
    : `I confirm that I want to schedule these keys for deletion. The keys will become immediately unusable for cryptographic operations. ${period}, the keys will be permanently deleted.`;
}
