// Exports the panel "On-demand rotation" and its question: new key material now, whatever the schedule.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useState } from "react";
import { type KeyMaterialRecord, type KeyRecord, quotas, recordId } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { showFlash } from "#store/flashes.ts";
import { useSaving } from "#store/use-saving.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { rotationRefusal } from "./rotation-refusal.ts";
import { useMaterials } from "./use-materials.ts";

export function OnDemandRotation({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const [isAsking, setAsking] = useState(false);
  const materials = useMaterials(key);
  const done = materials.filter(({ rotationType }) => rotationType === "ON_DEMAND");
  const left = quotas.onDemandRotationsPerKey - done.length;
  const waiting = materials.find(({ materialState }) => materialState === "PENDING_ROTATION");
  const refusal = rotationRefusal("RotateKeyOnDemand", key) ?? onDemandRefusal(key, left, waiting);
  return (
    <>
      <Container
        header={
          <Header
            variant="h2"
            description={
              key.origin === "EXTERNAL"
                ? "Makes the imported key material that is pending rotation the current one."
                : "Rotates the key now. The schedule of automatic key rotation does not change."
            }
            actions={
              <Button
                onClick={() => setAsking(true)}
                {...(refusal === undefined ? {} : { disabled: true, disabledReason: refusal })}
              >
                Rotate now
              </Button>
            }
          >
            On-demand rotation
          </Header>
        }
      >
        <KeyValuePairs
          columns={2}
          items={[
            { label: "Remaining on-demand rotations", value: `${left} of ${quotas.onDemandRotationsPerKey}` },
            {
              label: "Date of last on-demand rotation",
              value: done[0]?.rotationDate === undefined ? "-" : formatTime(done[0].rotationDate),
            },
          ]}
        />
      </Container>
      {isAsking && <RotateModal keyRecord={key} left={left} next={waiting} onClose={() => setAsking(false)} />}
    </>
  );
}

function onDemandRefusal(
  { origin }: KeyRecord,
  left: number,
  waiting: KeyMaterialRecord | undefined,
): string | undefined {
  if (origin === "EXTERNAL" && !waiting) return "No key material is pending rotation: import new key material first.";
  return left > 0 ? undefined : "No on-demand rotation is left for this key.";
}

interface RotateModalProps {
  readonly keyRecord: KeyRecord;
  readonly left: number;
  /** The imported key material that becomes current. */
  readonly next: KeyMaterialRecord | undefined;
  readonly onClose: () => void;
}

function RotateModal({ keyRecord: key, left, next, onClose }: RotateModalProps) {
  const { save, isSaving, error } = useSaving();

  async function rotate(): Promise<void> {
    const isRotated = await save(async (action) => {
      await action.call("RotateKeyOnDemand", { KeyId: key.keyId });
      showFlash({
        type: "success",
        text: ["Successfully rotated key ", { strong: key.keyId }, ". New key material is current."],
        calls: action.calls(),
        subjects: [recordId(key, key.keyId)],
      });
    });
    if (isRotated) onClose();
  }

  return (
    <ConfirmModal
      title="Rotate key"
      confirmText="Rotate key"
      isBusy={isSaving}
      error={error}
      onCancel={onClose}
      onConfirm={() => void rotate()}
    >
      <Alert type="warning">
        A rotation cannot be undone. The key encrypts with new key material from then on; what was encrypted before can
        still be decrypted.
      </Alert>
      <Box variant="p">
        Remaining on-demand rotations: <strong>{left}</strong> of {quotas.onDemandRotationsPerKey} in the life of this
        key.
      </Box>
      {next && (
        <KeyValuePairs
          items={[
            { label: "Key material that becomes current", value: next.materialId },
            { label: "Description", value: next.description || "-" },
            { label: "Expiration date", value: next.validTo === undefined ? "Never" : formatTime(next.validTo) },
          ]}
        />
      )}
    </ConfirmModal>
  );
}
