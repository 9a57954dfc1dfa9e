// Exports CreateAliasModal: a name and the key behind it, in this Region or, over all Regions, in the one that is chosen.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useMemo, useState } from "react";
import { aliasPrefix, findRegion, KmsError } from "#kms/index.ts";
import { aliasNameHint, aliasNameProblem } from "#store/alias-name.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { creationCandidates } from "#store/key-candidates.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { EmphasisedText } from "#ui/emphasised-text.tsx";
import type { Scope } from "./alias-rows.ts";
import { KeyChooser } from "./key-chooser.tsx";
import { useAliasCommands } from "./use-alias-commands.ts";

interface Props {
  readonly scope: Scope;
  readonly onClose: () => void;
}

export function CreateAliasModal({ scope, onClose }: Props) {
  const here = usePlace();
  const world = useWorld((all) => all);
  const { create } = useAliasCommands();
  const [region, setRegion] = useState(here.region);
  const [name, setName] = useState("");
  const [keyId, setKeyId] = useState<string>();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const place = useMemo(() => ({ account: here.account, region }), [here.account, region]);
  const candidates = useMemo(() => creationCandidates(world, place), [world, place]);
  const chosen = candidates.find(({ key, reason }) => key.keyId === keyId && reason === undefined);
  const problem = aliasNameProblem(world.tables.aliases, place, name);
  // An empty field is wrong only once somebody tried to go on.
  const shownProblem = name === "" && !isTried ? undefined : problem;
  const hint = shownProblem ? undefined : aliasNameHint(name);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problem || !chosen) return;
    setBusy(true);
    setError(undefined);
    try {
      await create(aliasPrefix + name, region, chosen.key.keyId);
      onClose();
    } catch (refusal) {
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmModal
      title="Create alias"
      confirmText="Create alias"
      isBusy={isBusy}
      error={error}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      {scope === "all-regions" && (
        <RegionField
          account={here.account}
          region={region}
          onChange={(next) => {
            setRegion(next);
            setKeyId(undefined);
          }}
        />
      )}
      <FormField
        label="Alias name"
        stretch
        constraintText="Use letters, digits, /, _ and -, without the prefix alias/."
        {...(shownProblem ? { errorText: <EmphasisedText text={shownProblem} /> } : {})}
        {...(hint === undefined ? {} : { warningText: hint })}
      >
        <Input
          value={name}
          spellcheck={false}
          disableBrowserAutocorrect
          autoComplete={false}
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === "Enter") void submit();
          }}
        />
      </FormField>
      <FormField
        label="Target key"
        stretch
        {...(isTried && !chosen ? { errorText: "Choose the key that the alias is to point to." } : {})}
      >
        <KeyChooser
          label="Target key"
          candidates={candidates}
          chosen={chosen}
          onChoose={({ key }) => setKeyId(key.keyId)}
        />
      </FormField>
    </ConfirmModal>
  );
}

interface RegionFieldProps {
  readonly account: string;
  readonly region: string;
  readonly onChange: (region: string) => void;
}

function RegionField({ account, region, onChange }: RegionFieldProps) {
  const record = useWorld((world) => world.tables.accounts.get(account));
  const optionOf = (code: string) => ({ value: code, label: findRegion(code)?.name ?? code, labelTag: code });
  return (
    <FormField label="Region" stretch>
      <Select
        options={(record?.enabledRegions ?? []).map(optionOf)}
        selectedOption={optionOf(region)}
        filteringType="auto"
        expandToViewport
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? region)}
      />
    </FormField>
  );
}
