// Exports MapFilters: the filters of the map by what a key is, by Region and by tag, and how its names are written.
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import type { KeyRecord, KeyType } from "#kms/index.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import type { Criteria } from "./model/filter.ts";

interface Props {
  readonly criteria: Criteria;
  readonly onChange: (change: Partial<Criteria>) => void;
  readonly isApiName: boolean;
  readonly onApiName: (isApiName: boolean) => void;
  readonly isOneRegion: boolean;
  /** What can be chosen of. */
  readonly regions: readonly string[];
  readonly tags: readonly string[];
}

export function MapFilters(props: Props) {
  const { criteria, onChange, isApiName, onApiName, isOneRegion } = props;
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={5} minColumnWidth={160}>
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
          values={isOneRegion ? [] : props.regions}
          text={(region) => region}
          chosen={criteria.regions}
          onChange={(chosen) => onChange({ regions: chosen })}
        />
        <Choice
          label="Tag"
          values={props.tags}
          text={(tag) => tag}
          chosen={criteria.tags}
          onChange={(chosen) => onChange({ tags: chosen })}
        />
      </ColumnLayout>
      <SpaceBetween direction="horizontal" size="l">
        <Toggle checked={criteria.isAwsHidden} onChange={({ detail }) => onChange({ isAwsHidden: detail.checked })}>
          Hide what AWS manages
        </Toggle>
        <Toggle
          checked={criteria.isOnlyDiffering}
          disabled={isOneRegion}
          onChange={({ detail }) => onChange({ isOnlyDiffering: detail.checked })}
        >
          Only what differs between Regions
        </Toggle>
        <Toggle checked={isApiName} onChange={({ detail }) => onApiName(detail.checked)}>
          Show names as the API has them (alias/...)
        </Toggle>
      </SpaceBetween>
    </SpaceBetween>
  );
}

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
