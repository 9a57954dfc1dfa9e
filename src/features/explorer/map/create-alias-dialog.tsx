// Exports CreateAliasDialog: asks the name of a new alias for a key of the map.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { Change } from "#features/explorer/types.ts";
import { aliasPrefix, type KeyRecord } from "#kms/index.ts";
import { aliasNameHint, aliasNameProblem } from "#store/alias-name.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { EmphasisedText } from "#ui/emphasised-text.tsx";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

export function CreateAliasDialog({ keyRecord: key, onChange, onClose }: Props) {
  const aliases = useWorld((world) => world.tables.aliases);
  const [name, setName] = useState("");
  const [isTried, setTried] = useState(false);
  const problem = aliasNameProblem(aliases, key, name);
  // An empty field is wrong only once somebody tried to go on.
  const shownProblem = name === "" && !isTried ? undefined : problem;
  const hint = shownProblem ? undefined : aliasNameHint(name);
  const submit = (): void => {
    setTried(true);
    if (problem) return;
    onClose();
    onChange({ type: "createAlias", region: key.region, aliasName: aliasPrefix + name, keyId: key.keyId });
  };
  return (
    <ConfirmModal title="Create alias" confirmText="Preview" onConfirm={submit} onCancel={onClose}>
      <FormField
        label="Alias name"
        stretch
        description={`It will point to key ${key.keyId} in ${key.region}. Nothing changes before you have seen the preview.`}
        constraintText="Use letters, digits, /, _ and -, without the prefix alias/."
        {...(shownProblem ? { errorText: <EmphasisedText text={shownProblem} /> } : {})}
        {...(hint === undefined ? {} : { warningText: hint })}
      >
        <Input
          value={name}
          autoFocus
          spellcheck={false}
          disableBrowserAutocorrect
          autoComplete={false}
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === "Enter") submit();
          }}
        />
      </FormField>
    </ConfirmModal>
  );
}
