// Exports the menu "Actions" of one imported key material.
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { Suspense, useState } from "react";
import { ImportMaterialModal, importRefusal } from "#features/keys/import/import-button.tsx";
import { isPresent, type KeyMaterialRecord, type KeyRecord, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { DeleteMaterialModal } from "./delete-material-modal.tsx";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly material: KeyMaterialRecord;
}

export function ImportedActions({ keyRecord: key, material }: Props) {
  const [dialog, setDialog] = useState<"delete" | "import">();
  const close = (): void => setDialog(undefined);
  const deleteRefusal = stateRefusal("DeleteImportedKeyMaterial", key)
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
          item("delete", "Delete key material", deleteRefusal),
          item("import", "Reimport key material", importRefusal(key)),
        ]}
        onItemClick={({ detail }) => setDialog(detail.id === "delete" ? "delete" : "import")}
      />
      {dialog === "delete" && <DeleteMaterialModal keys={[key]} materialId={material.materialId} onClose={close} />}
      {dialog === "import" && (
        <Suspense>
          <ImportMaterialModal keyRecord={key} kind={{ type: "again", material }} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function item(id: string, text: string, disabledReason: string | undefined) {
  return disabledReason === undefined ? { id, text } : { id, text, disabled: true, disabledReason };
}
