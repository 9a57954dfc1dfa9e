// Exports FlightForm: which alias the application calls, with which operation, and in which Regions, in what order.
import "./flight.css";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { useDeferredValue, useMemo, useState } from "react";
import { fullName } from "#features/explorer/model/alias-text.ts";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import { displayAlias, findRegion } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { flightOperations, type Route, usualOperation } from "./application.ts";
import type { FlightWish } from "./parse-flight.ts";
import { suggestNames } from "./suggest-names.ts";

interface Props {
  /** What a link asks for. */
  readonly asked: FlightWish | undefined;
  /** Where the account can call. */
  readonly enabled: readonly string[];
  /** Where it calls, unless told otherwise. */
  readonly usual: readonly string[];
  readonly isBusy: boolean;
  readonly onStart: (route: Omit<Route, "account">) => void;
}

const optionOf = (region: string) => ({
  value: region,
  label: region,
  description: findRegion(region)?.name ?? "",
});

export function FlightForm({ asked, enabled, usual, isBusy, onStart }: Props) {
  const { world } = useShownWorld();
  const { account } = usePlace();
  const [text, setText] = useState(() => displayAlias(asked?.aliasName ?? ""));
  const [chosen, setChosen] = useState(asked?.operation);
  const [chosenRegions, setRegions] = useState(asked?.regions);
  const searched = useDeferredValue(text);
  const names = useMemo(() => suggestNames(world, account, enabled, searched), [world, account, enabled, searched]);
  const regions = chosenRegions ?? usual;
  const aliasName = fullName(text);
  const operation = chosen ?? usualOperation(world, { account, aliasName, regions });
  const reason = blockedBy(text, regions);
  return (
    <div className="flight-form">
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
      <FormField label="Operation" stretch>
        <Select
          selectedOption={{ value: operation, label: operation }}
          options={flightOperations.map((value) => ({ value, label: value }))}
          onChange={({ detail }) => setChosen(flightOperations.find((known) => known === detail.selectedOption.value))}
        />
      </FormField>
      <FormField label="Regions, in this order" stretch>
        <Multiselect
          selectedOptions={regions.map(optionOf)}
          options={enabled.map(optionOf)}
          inlineTokens
          filteringType="auto"
          placeholder="Choose Regions"
          onChange={({ detail }) => setRegions(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
        />
      </FormField>
      <Button
        variant="primary"
        loading={isBusy}
        disabled={reason !== undefined}
        disabledReason={reason ?? ""}
        onClick={() => onStart({ aliasName, operation, regions })}
      >
        Start flight
      </Button>
    </div>
  );
}

function blockedBy(text: string, regions: readonly string[]): string | undefined {
  if (text.trim() === "") return "Enter the alias that the application calls.";
  return regions.length === 0 ? "Choose the Regions in which it calls." : undefined;
}
