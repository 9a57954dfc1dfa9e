// Exports ImportButton, which begins the import of the first key material of a key, or of a new one to rotate to.
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense, useState } from "react";
import { isPrimary, type KeyMaterialRecord, type KeyRecord, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import type { ImportKind } from "./import-request.ts";
import { importTitle } from "./import-title.ts";

export const ImportMaterialModal = lazy(async () => ({
  default: (await import("./import-material-modal.tsx")).ImportMaterialModal,
}));

interface Props {
  readonly keyRecord: KeyRecord;
  readonly materials: readonly KeyMaterialRecord[];
}

export function ImportButton({ keyRecord: key, materials }: Props) {
  const [isOpen, setOpen] = useState(false);
  const kind = kindOfNext(key, materials);
  const refusal = importRefusal(key) ?? refusalOfNew(key, kind, materials);
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        {...(refusal === undefined ? {} : { disabled: true, disabledReason: refusal })}
      >
        {importTitle(key, kind)}
      </Button>
      {isOpen && (
        <Suspense>
          <ImportMaterialModal keyRecord={key} kind={kind} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

export function importRefusal(key: KeyRecord): string | undefined {
  return stateRefusal("ImportKeyMaterial", key) ? `The key is ${statusText(key).toLowerCase()}.` : undefined;
}

function kindOfNext({ keySpec }: KeyRecord, [material]: readonly KeyMaterialRecord[]): ImportKind {
  if (!material) return { type: "initial" };
  return keySpec === "SYMMETRIC_DEFAULT" ? { type: "new" } : { type: "again", material };
}

function refusalOfNew(
  key: KeyRecord,
  { type }: ImportKind,
  materials: readonly KeyMaterialRecord[],
): string | undefined {
  if (type === "again") return undefined;
  if (key.multiRegion && !isPrimary(key)) return "New key material is imported into the primary key first.";
  return materials.some(({ materialState }) => materialState !== "CURRENT" && materialState !== "NON_CURRENT")
    ? "Other key material is pending rotation."
    : undefined;
}
