// Exports the dialog that imports key material into a key of origin EXTERNAL: parameters, the wrapped material, and its expiry.
import Checkbox from "@cloudscape-design/components/checkbox";
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { useSandbox } from "#store/sandbox.ts";
import { useSaving } from "#store/use-saving.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { FileField, type PickedFile, pickedFile } from "./file-field.tsx";
import {
  expiryProblem,
  type ImportDraft,
  type ImportKind,
  importRequest,
  materialDescriptionProblem,
} from "./import-request.ts";
import { importTitle } from "./import-title.ts";
import { WrappingSection } from "./wrapping-section.tsx";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly kind: ImportKind;
  readonly onClose: () => void;
}

export function ImportMaterialModal({ keyRecord: key, kind, onClose }: Props) {
  const { engine } = useSandbox();
  const { save, isSaving, error, forgetError } = useSaving();
  const [wrapped, setWrapped] = useState<PickedFile>();
  const [token, setToken] = useState<PickedFile>();
  const [expires, setExpires] = useState(false);
  const [expiryDay, setExpiryDay] = useState("");
  const [description, setDescription] = useState(kind.type === "again" ? (kind.material.description ?? "") : "");
  const [isTried, setTried] = useState(false);
  const draft: ImportDraft = { wrapped: wrapped?.bytes, token: token?.bytes, expires, expiryDay, description };
  const wrongDay = expiryProblem(draft, engine.now());
  const wrongDescription = materialDescriptionProblem(draft);

  async function submit(): Promise<void> {
    setTried(true);
    const request = importRequest(key, kind, draft);
    if (!request || wrongDay || wrongDescription || isSaving) return;
    const isImported = await save(async (action) => {
      await action.call("ImportKeyMaterial", request);
      showFlash({
        type: "success",
        text: ["Successfully imported key material into key ", { strong: key.keyId }, "."],
        calls: action.calls(),
        subjects: [recordId(key, key.keyId)],
      });
    });
    if (isImported) onClose();
  }

  return (
    <ConfirmModal
      title={importTitle(key, kind)}
      confirmText="Import key material"
      size="large"
      isBusy={isSaving}
      error={error}
      onCancel={onClose}
      onConfirm={() => void submit()}
    >
      <SpaceBetween size="l">
        <WrappingSection
          keyRecord={key}
          onToken={(bytes) => {
            setToken(pickedFile("ImportToken.bin", bytes));
            setWrapped(undefined); // it was wrapped under another wrapping key
            forgetError();
          }}
          onWrapped={(bytes) => setWrapped(pickedFile("EncryptedKeyMaterial.bin", bytes))}
        />
        <SpaceBetween size="m">
          <Header variant="h3">Encrypted key material and import token</Header>
          <FileField
            label="Wrapped key material"
            picked={wrapped}
            problem={isTried && !wrapped ? "Choose the file of your wrapped key material." : undefined}
            onChange={setWrapped}
          />
          <FileField
            label="Import token"
            picked={token}
            problem={isTried && !token ? "Choose the file of the import token." : undefined}
            onChange={setToken}
          />
        </SpaceBetween>
        <SpaceBetween size="m">
          <Header variant="h3">Expiration option</Header>
          <Checkbox checked={expires} onChange={({ detail }) => setExpires(detail.checked)}>
            Key material expires
          </Checkbox>
          {expires && (
            <FormField
              label="Expiration date"
              constraintText="Within 365 days. The key material expires at the beginning of the day."
              errorText={isTried || expiryDay !== "" ? wrongDay : undefined}
            >
              <DatePicker
                value={expiryDay}
                placeholder="YYYY/MM/DD"
                expandToViewport
                openCalendarAriaLabel={(chosen) => `Choose expiration date${chosen ? `, ${chosen} is chosen` : ""}`}
                onChange={({ detail }) => setExpiryDay(detail.value)}
              />
            </FormField>
          )}
          {key.keySpec === "SYMMETRIC_DEFAULT" && (
            <FormField
              label={
                <>
                  Description - <i>optional</i>
                </>
              }
              errorText={wrongDescription}
            >
              <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
            </FormField>
          )}
        </SpaceBetween>
      </SpaceBetween>
    </ConfirmModal>
  );
}
