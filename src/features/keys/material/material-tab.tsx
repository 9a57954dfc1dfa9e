// Exports the tab "Key material and rotations", and what it is called for keys that have key material but no rotation.
import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { KeyRecord } from "#kms/index.ts";
import { AutomaticRotation } from "./automatic-rotation.tsx";
import { MaterialTable } from "./material-table.tsx";
import { OnDemandRotation } from "./on-demand-rotation.tsx";

export function MaterialTab({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const canRotate = key.keySpec === "SYMMETRIC_DEFAULT";
  return (
    <SpaceBetween size="l">
      {canRotate && key.origin === "AWS_KMS" && <AutomaticRotation keyRecord={key} />}
      {canRotate && key.keyManager === "CUSTOMER" && <OnDemandRotation keyRecord={key} />}
      {key.origin === "EXTERNAL" && key.keyState === "PendingImport" && (
        <Alert type="info">
          This key is pending import: it cannot be used before all of its key material is imported.
        </Alert>
      )}
      <MaterialTable keyRecord={key} />
    </SpaceBetween>
  );
}
