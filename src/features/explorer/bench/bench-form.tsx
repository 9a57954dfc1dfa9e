// Exports BenchForm: an alias, what to do through it, and the call that makes a card of it.
import Alert from "@cloudscape-design/components/alert";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useDeferredValue, useMemo, useState } from "react";
import { regionsInUse } from "#features/explorer/model/alias-map.ts";
import { artefactLimit, displayAlias, findRegion, type World } from "#kms/index.ts";
import { usageText } from "#store/key-texts.ts";
import { usePlace } from "#store/location.ts";
import { doingTexts } from "./artefact-texts.ts";
import { draftOf, emptyDraft, type TypedDraft } from "./bench-draft.ts";
import { labelLimit } from "./make-artefact.ts";
import { suggestAliases } from "./suggest-aliases.ts";
import { useKeep } from "./use-keep.ts";

interface Props {
  readonly world: World;
}

export function BenchForm({ world }: Props) {
  const here = usePlace();
  const [typed, setTyped] = useState<TypedDraft>(() => emptyDraft(here.region));
  const [isTried, setTried] = useState(false);
  const { isSaving, error, keep } = useKeep();
  const change = (part: Partial<TypedDraft>): void => setTyped((all) => ({ ...all, ...part }));
  const draft = draftOf(world, here.account, typed);
  const problems = isTried ? draft.problems : {};
  const isFull = world.tables.artefacts.size >= artefactLimit;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!draft.wish || isSaving || isFull) return;
    if (!(await keep(draft.wish))) return;
    setTried(false);
    change({ text: "", label: "" });
  };
  return (
    <form
      aria-label="Make a card"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        actions={
          <Button
            variant="primary"
            loading={isSaving}
            disabled={isFull}
            {...(isFull ? { disabledReason: `The bench holds ${artefactLimit} cards already. Remove one first.` } : {})}
          >
            {draft.kind === undefined ? "Make and keep" : doingTexts[draft.kind]}
          </Button>
        }
      >
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <RegionField world={world} region={typed.region} onChange={(region) => change({ region })} />
            <AliasField
              world={world}
              typed={typed}
              error={problems.alias}
              hint={draft.key && `${draft.key.keySpec}, ${usageText(draft.key.keyUsage)}, ${draft.key.keyId}`}
              onChange={(alias) => change({ alias })}
            />
            {draft.kinds.length > 1 && (
              <FormField label="What to do" stretch>
                <Select
                  options={draft.kinds.map((kind) => ({ value: kind, label: doingTexts[kind] }))}
                  selectedOption={draft.kind ? { value: draft.kind, label: doingTexts[draft.kind] } : null}
                  onChange={({ detail }) =>
                    change({ kind: draft.kinds.find((kind) => kind === detail.selectedOption.value) })
                  }
                />
              </FormField>
            )}
            {draft.algorithms.length > 1 && (
              <FormField label="Algorithm" stretch>
                <Select
                  options={draft.algorithms.map((value) => ({ value }))}
                  selectedOption={draft.algorithm === undefined ? null : { value: draft.algorithm }}
                  onChange={({ detail }) => change({ algorithm: detail.selectedOption.value })}
                />
              </FormField>
            )}
          </ColumnLayout>
          {draft.kind !== "dataKey" && (
            <FormField
              label={draft.kind === "ciphertext" || draft.kind === undefined ? "Text" : "Message"}
              stretch
              errorText={problems.text}
              constraintText={
                draft.kind === "ciphertext" ? "Only the ciphertext is kept." : "Kept with the card, as text."
              }
            >
              <Textarea value={typed.text} rows={2} onChange={({ detail }) => change({ text: detail.value })} />
            </FormField>
          )}
          <FormField
            label="Name of the card - optional"
            stretch
            errorText={problems.label}
            constraintText={`Up to ${labelLimit} characters.`}
          >
            <Input value={typed.label} onChange={({ detail }) => change({ label: detail.value })} />
          </FormField>
          {error !== undefined && <Alert type="error">{error}</Alert>}
        </SpaceBetween>
      </Form>
    </form>
  );
}

interface RegionFieldProps extends Props {
  readonly region: string;
  readonly onChange: (region: string) => void;
}

function RegionField({ world, region, onChange }: RegionFieldProps) {
  const here = usePlace();
  const { tables } = world;
  const regions = useMemo(() => {
    const enabled = tables.accounts.get(here.account)?.enabledRegions ?? [];
    return regionsInUse({ tables }, here.account, enabled, here.region);
  }, [tables, here]);
  const optionOf = (code: string) => ({ value: code, label: findRegion(code)?.name ?? code, labelTag: code });
  return (
    <FormField label="Region" stretch>
      <Select
        options={regions.map(optionOf)}
        selectedOption={optionOf(region)}
        filteringType="auto"
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? region)}
      />
    </FormField>
  );
}

interface AliasFieldProps extends Props {
  readonly typed: TypedDraft;
  readonly error: string | undefined;
  /** What stands behind the alias. */
  readonly hint: string | undefined;
  readonly onChange: (alias: string) => void;
}

function AliasField({ world, typed, error, hint, onChange }: AliasFieldProps) {
  const { account } = usePlace();
  // Typing goes on while the suggestions for it are still being looked up.
  const wanted = useDeferredValue(typed.alias);
  const suggestions = useMemo(
    () => suggestAliases(world, { account, region: typed.region }, wanted),
    [world, account, typed.region, wanted],
  );
  return (
    <FormField label="Alias" stretch errorText={error} constraintText={hint}>
      <Autosuggest
        value={typed.alias}
        options={suggestions.map(({ alias, key }) => ({
          value: displayAlias(alias.aliasName),
          description: `${key.keySpec}, ${usageText(key.keyUsage)}`,
        }))}
        filteringType="manual"
        hideEnteredTextOption
        disableBrowserAutocorrect
        placeholder="Choose or type an alias"
        empty="No alias of this Region has this text."
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
