// Exports the dialog "Create new replica keys": where to, and what they are called there.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Multiselect, { type MultiselectProps } from "@cloudscape-design/components/multiselect";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { descriptionProblem } from "#features/keys/description-problem.ts";
import { useAliasesOf, useTagsOf } from "#features/keys/region-index.ts";
import { displayAlias, findAccount, type KeyRecord, recordId, regions } from "#kms/index.ts";
import { aliasNameHint } from "#store/alias-name.ts";
import { useWorld } from "#store/sandbox.ts";
import { useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { EmphasisedText } from "#ui/emphasised-text.tsx";
import { createReplicas } from "./create-replicas.ts";
import { replicaAliasProblem } from "./replica-alias.ts";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly related: readonly KeyRecord[];
  readonly onClose: () => void;
}

export function CreateReplicasModal({ keyRecord: key, related, onClose }: Props) {
  const begin = useAction();
  const account = useWorld((world) => findAccount(world, key.account));
  const aliases = useWorld((world) => world.tables.aliases);
  const policy = useWorld((world) => world.tables.keyPolicies.get(recordId(key, key.keyId)))?.policy ?? "";
  const tags = useTagsOf(key);
  const [firstAlias] = useAliasesOf(key);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [alias, setAlias] = useState(firstAlias === undefined ? "" : displayAlias(firstAlias));
  const [description, setDescription] = useState(key.description);
  const [isTried, setTried] = useState(false);
  const options = regionOptions(account?.enabledRegions ?? [], [key, ...related]);
  const aliasProblem = replicaAliasProblem(aliases, key.account, chosen, alias);
  const shownAliasProblem = isTried || alias !== "" ? aliasProblem : undefined;
  const tooLong = descriptionProblem(description);

  function submit(): void {
    setTried(true);
    if (chosen.length === 0 || aliasProblem || tooLong) return;
    onClose();
    void createReplicas(begin, key, {
      regions: chosen,
      alias,
      description,
      policy,
      tags: tags.map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })),
    });
  }

  return (
    <ConfirmModal
      title="Create new replica keys"
      confirmText={chosen.length > 1 ? "Create replica keys" : "Create replica key"}
      onCancel={onClose}
      onConfirm={submit}
    >
      <FormField
        label="Replica key Regions"
        description="One replica key is created in each Region that you choose."
        errorText={isTried && chosen.length === 0 ? "Choose at least one Region." : undefined}
      >
        <Multiselect
          options={options}
          selectedOptions={options.filter(({ value }) => chosen.includes(value))}
          placeholder="Choose Regions"
          filteringType="auto"
          expandToViewport
          onChange={({ detail }) => setChosen(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
        />
      </FormField>
      <FormField
        label="Alias"
        description="Aliases belong to one Region: each replica key gets an alias of this name in its own."
        warningText={shownAliasProblem ? undefined : aliasNameHint(alias)}
        errorText={shownAliasProblem && <EmphasisedText text={shownAliasProblem} />}
      >
        <Input value={alias} spellcheck={false} onChange={({ detail }) => setAlias(detail.value)} />
      </FormField>
      <FormField
        label={
          <>
            Description - <i>optional</i>
          </>
        }
        errorText={tooLong}
      >
        <Textarea value={description} rows={2} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      <span>
        The replica keys get the key policy of this key
        {tags.length === 0 ? "" : tags.length === 1 ? " and its tag" : ` and its ${tags.length} tags`}. From then on
        each has its own.
      </span>
    </ConfirmModal>
  );
}

function regionOptions(enabled: readonly string[], related: readonly KeyRecord[]) {
  return regions
    .filter(({ code }) => enabled.includes(code))
    .map(({ code, name }) => ({
      value: code,
      label: name,
      labelTag: code,
      ...(related.some(({ region }) => region === code)
        ? { disabled: true, disabledReason: "A related key is in this Region already." }
        : {}),
    })) satisfies readonly MultiselectProps.Option[];
}
