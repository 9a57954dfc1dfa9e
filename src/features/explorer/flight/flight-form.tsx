// Exports FlightForm: which alias the application calls, and in which Regions, in what order.
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Multiselect from "@cloudscape-design/components/multiselect";
import { useDeferredValue, useMemo, useState } from "react";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import { aliasPrefix, findRegion } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { regionsOf, suggestNames } from "./suggest-names.ts";

interface Props {
  readonly initialText: string;
  readonly isBusy: boolean;
  readonly onStart: (aliasName: string, regions: readonly string[]) => void;
}

const optionOf = (region: string) => ({
  value: region,
  label: region,
  description: findRegion(region)?.name ?? "",
});

export function FlightForm({ initialText, isBusy, onStart }: Props) {
  const { world } = useShownWorld();
  const place = usePlace();
  const [text, setText] = useState(initialText);
  const [chosen, setChosen] = useState<readonly string[]>();
  const enabled = world.tables.accounts.get(place.account)?.enabledRegions ?? [];
  const searched = useDeferredValue(text);
  const names = useMemo(
    () => suggestNames(world, place.account, enabled, searched),
    [world, place.account, enabled, searched],
  );
  const regions = chosen ?? regionsOf(world, place, enabled, fullName(text));
  const reason = blockedBy(text, regions);
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, s: 4 } }, { colspan: { default: 12, s: 8 } }]}>
      <FormField label="Alias that the application calls" stretch>
        <Autosuggest
          value={text}
          options={names.map((value) => ({ value }))}
          filteringType="manual"
          enteredTextLabel={(value) => `Use: "${value}"`}
          placeholder="new-app"
          empty="No alias has this name"
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      <FormField
        label="Regions, in this order"
        stretch
        secondaryControl={
          <Button
            variant="primary"
            loading={isBusy}
            disabled={reason !== undefined}
            disabledReason={reason ?? ""}
            onClick={() => onStart(fullName(text), regions)}
          >
            Start flight
          </Button>
        }
      >
        <Multiselect
          selectedOptions={regions.map(optionOf)}
          options={enabled.map(optionOf)}
          inlineTokens
          filteringType="auto"
          placeholder="Choose Regions"
          onChange={({ detail }) => setChosen(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
        />
      </FormField>
    </Grid>
  );
}

/** The name as the API has it, of what was typed or came with a URL. */
export function fullName(text: string): string {
  const typed = text.trim();
  return typed.startsWith(aliasPrefix) ? typed : aliasPrefix + typed;
}

function blockedBy(text: string, regions: readonly string[]): string | undefined {
  if (text.trim() === "") return "Enter the alias that the application calls.";
  return regions.length === 0 ? "Choose the Regions in which it calls." : undefined;
}
