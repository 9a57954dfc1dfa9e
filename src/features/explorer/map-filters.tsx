// Exports MapFilters: the filters of the map by what a key is, by Region and by tag.
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Multiselect from "@cloudscape-design/components/multiselect";
import type { KeyRecord, KeyType } from "#kms/index.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import type { Criteria } from "./model/filter.ts";

interface Props {
  readonly criteria: Criteria;
  readonly onChange: (change: Partial<Criteria>) => void;
  /** What can be chosen of. */
  readonly regions: readonly string[];
  readonly tags: readonly string[];
}

export function MapFilters({ criteria, onChange, regions, tags }: Props) {
  return (
    <Grid gridDefinition={columns}>
      <Choice
        label="Key type"
        values={types}
        text={(type) => typeTexts[type]}
        chosen={criteria.types}
        onChange={(chosen) => onChange({ types: chosen })}
      />
      <Choice
        label="Key usage"
        values={usages}
        text={usageText}
        chosen={criteria.usages}
        onChange={(chosen) => onChange({ usages: chosen })}
      />
      <Choice
        label="Key status"
        values={states}
        text={(keyState) => statusText({ keyState })}
        chosen={criteria.states}
        onChange={(chosen) => onChange({ states: chosen })}
      />
      <Choice
        label="Region"
        values={regions}
        text={(region) => region}
        chosen={criteria.regions}
        onChange={(chosen) => onChange({ regions: chosen })}
      />
      <Choice
        label="Tag"
        values={tags}
        text={(tag) => tag}
        chosen={criteria.tags}
        onChange={(chosen) => onChange({ tags: chosen })}
      />
    </Grid>
  );
}

const columns = Array.from({ length: 5 }, () => ({ colspan: { default: 12, s: 6, m: 4, l: 2 } }) as const);

const typeTexts = { symmetric: "Symmetric", asymmetric: "Asymmetric", HMAC: "HMAC" } as const satisfies Record<
  KeyType,
  string
>;
const types: readonly KeyType[] = ["symmetric", "asymmetric", "HMAC"];
const usages: readonly KeyRecord["keyUsage"][] = [
  ...(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC"] as const),
  ...(["KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"] as const),
];
const states: readonly KeyRecord["keyState"][] = [
  ...(["Enabled", "Disabled", "PendingDeletion", "PendingReplicaDeletion"] as const),
  ...(["PendingImport", "Unavailable", "Creating", "Updating"] as const),
];

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly text: (value: T) => string;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

function Choice<T extends string>({ label, values, text, chosen, onChange }: ChoiceProps<T>) {
  const options = values.map((value) => ({ value, label: text(value) }));
  return (
    <FormField label={label} stretch>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => chosen.includes(value))}
        onChange={({ detail }) => {
          const picked = new Set(detail.selectedOptions.map(({ value }) => value));
          onChange(values.filter((value) => picked.has(value)));
        }}
        placeholder="Any"
        tokenLimit={1}
        filteringType={values.length > 8 ? "auto" : "none"}
        empty="Nothing to choose from"
        expandToViewport
      />
    </FormField>
  );
}
