// Exports the dialog that gives a key one more alias.
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import { useRef, useState } from "react";
import { aliasPrefix, type KeyRecord, KmsError, recordId } from "#kms/index.ts";
import { aliasNameHint, aliasNameProblem } from "#store/alias-name.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { showFlash } from "#store/flashes.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { EmphasisedText } from "#ui/emphasised-text.tsx";
import { FocusField } from "./focus-field.tsx";

interface CreateAliasModalProps {
  readonly keyRecord: KeyRecord;
  readonly onClose: () => void;
}

export function CreateAliasModal({ keyRecord, onClose }: CreateAliasModalProps) {
  const begin = useAction();
  const place = usePlace();
  const aliases = useWorld((world) => world.tables.aliases);
  const field = useRef<InputProps.Ref>(null);
  const [name, setName] = useState("");
  // An empty field is no mistake before someone tries to go on with it.
  const [wasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  const problem = aliasNameProblem(aliases, place, name);
  const shownProblem = (wasTried || name !== "") && problem;

  async function create(): Promise<void> {
    setTried(true);
    if (problem || isSaving) return;
    const action = begin();
    setSaving(true);
    try {
      await action.call("CreateAlias", { AliasName: aliasPrefix + name, TargetKeyId: keyRecord.keyId });
    } catch (refusal) {
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
      return;
    } finally {
      setSaving(false);
    }
    showFlash({
      type: "success",
      text: ["Successfully created alias ", { strong: name }, "."],
      subjects: [recordId(keyRecord, aliasPrefix + name)],
      calls: action.calls(),
    });
    onClose();
  }

  return (
    <ConfirmModal
      title="Create alias"
      confirmText="Create alias"
      isBusy={isSaving}
      error={error}
      onCancel={onClose}
      onConfirm={() => void create()}
    >
      <FocusField field={field} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <FormField
          label="Alias name"
          description="Leave out the prefix alias/. Don't put secrets in the name: it appears in logs."
          constraintText="Letters, digits, /, _ and -. The name can't begin with aws/."
          warningText={shownProblem ? undefined : aliasNameHint(name)}
          errorText={shownProblem && <EmphasisedText text={shownProblem} />}
        >
          <Input
            value={name}
            ref={field}
            spellcheck={false}
            onChange={({ detail }) => {
              setName(detail.value);
              setError(undefined);
            }}
          />
        </FormField>
      </form>
    </ConfirmModal>
  );
}
