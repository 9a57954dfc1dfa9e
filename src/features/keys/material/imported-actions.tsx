// Exports the menu "Actions" of one imported key material.
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { isPresent, type KeyMaterialRecord, type KeyRecord, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { DeleteMaterialModal } from "./delete-material-modal.tsx";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly material: KeyMaterialRecord;
}

export function ImportedActions({ keyRecord: key, material }: Props) {
  const [isDeleting, setDeleting] = useState(false);
  const refusal = stateRefusal("DeleteImportedKeyMaterial", key)
    ? `The key is ${statusText(key).toLowerCase()}.`
    : isPresent(material)
      ? undefined
      : "The key material is not imported.";
  return (
    <>
      <ButtonDropdown
        variant="inline-icon"
        ariaLabel={`Actions for key material ${material.materialId}`}
        expandToViewport
        items={[
          {
            id: "delete",
            text: "Delete key material",
            ...(refusal === undefined ? {} : { disabled: true, disabledReason: refusal }),
          },
        ]}
        onItemClick={() => setDeleting(true)}
      />
      {isDeleting && (
        <DeleteMaterialModal keys={[key]} materialId={material.materialId} onClose={() => setDeleting(false)} />
      )}
    </>
  );
}
