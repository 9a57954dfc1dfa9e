// Exports the panel "Automatic key rotation": whether and when the key rotates by itself.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { KeyRecord } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { EditRotationModal } from "./edit-rotation-modal.tsx";
import { rotationRefusal } from "./rotation-refusal.ts";
import { useMaterials } from "./use-materials.ts";

export function AutomaticRotation({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const [isEditing, setEditing] = useState(false);
  const materials = useMaterials(key);
  const refusal = rotationRefusal("EnableKeyRotation", key);
  const { rotationPeriodInDays: period, nextRotationDate } = key;
  const last = materials.find(({ rotationType }) => rotationType === "AUTOMATIC")?.rotationDate;
  return (
    <>
      <Container
        header={
          <Header
            variant="h2"
            description="AWS KMS makes new key material for the key each time the rotation period is over. What the older key material encrypted can still be decrypted."
            actions={
              <Button
                ariaLabel="Edit automatic key rotation"
                onClick={() => setEditing(true)}
                {...(refusal === undefined ? {} : { disabled: true, disabledReason: refusal })}
              >
                Edit
              </Button>
            }
          >
            Automatic key rotation
          </Header>
        }
      >
        <KeyValuePairs
          columns={4}
          items={[
            {
              label: "Key rotation",
              value: (
                <StatusIndicator type={period === undefined ? "stopped" : "success"}>
                  {period === undefined ? "Disabled" : "Enabled"}
                </StatusIndicator>
              ),
            },
            { label: "Rotation period", value: period === undefined ? "-" : `${period} days` },
            { label: "Date of last automatic rotation", value: last === undefined ? "-" : formatTime(last) },
            { label: "Next rotation date", value: nextText(key, nextRotationDate) },
          ]}
        />
      </Container>
      {isEditing && <EditRotationModal keyRecord={key} onClose={() => setEditing(false)} />}
    </>
  );
}

/** A key that is not enabled does not rotate; what fell due meanwhile is made up for when it is enabled again. */
function nextText({ keyState, keyManager }: KeyRecord, next: number | undefined): string {
  if (next === undefined) return "-";
  if (keyState === "Enabled" || keyManager === "AWS") return formatTime(next);
  return "When the key is enabled again";
}
