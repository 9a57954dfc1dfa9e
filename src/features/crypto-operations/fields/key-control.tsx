// Exports KeyControl: takes a key identifier in any form, with suggestions from the Region.
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useDeferredValue, useMemo } from "react";
import type { KeyField } from "#features/crypto-operations/field.ts";
import { aliasMeantBy } from "#features/crypto-operations/missing-prefix.ts";
import { suggestKeys } from "#features/crypto-operations/suggest-keys.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { FieldRow } from "./field-row.tsx";
import type { FieldProps } from "./form-state.ts";

export function KeyControl({ field, form }: FieldProps<KeyField>) {
  const world = useWorld((current) => current);
  const place = usePlace();
  const text = form.values.texts[field.member] ?? "";
  // Typing goes on while the suggestions for it are still being looked up.
  const wanted = useDeferredValue(text);
  const groups = useMemo(
    () => suggestKeys(world, place, form.operation, wanted),
    [world, place, form.operation, wanted],
  );
  const meant = aliasMeantBy(world, place, text);
  const set = (value: string) => form.change({ texts: { [field.member]: value } });
  return (
    <FieldRow
      field={field}
      error={form.errorOf(field.member)}
      warning={meant && `The console shows aliases without their prefix. The API needs it: ${meant}.`}
    >
      <SpaceBetween size="xxs">
        <Autosuggest
          value={text}
          options={groups}
          filteringType="manual"
          hideEnteredTextOption
          placeholder="alias/... or key ID or ARN"
          empty="No alias or key was found for this text."
          statusType="finished"
          finishedText={groups.length > 0 ? "The first matches. Type to see others." : ""}
          disableBrowserAutocorrect
          onChange={({ detail }) => set(detail.value)}
        />
        {meant && (
          <Button variant="inline-link" formAction="none" onClick={() => set(meant)}>
            Use {meant}
          </Button>
        )}
      </SpaceBetween>
    </FieldRow>
  );
}
