// Exports AppearanceTab: light, dark, or as the device has it.
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { type Preferences, setPreferences, usePreferences } from "#store/preferences.ts";

const modes: readonly { readonly value: Preferences["colourMode"]; readonly label: string }[] = [
  { value: "system", label: "Browser default" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function AppearanceTab() {
  const { colourMode } = usePreferences();
  return (
    <Container header={<Header variant="h2">Appearance</Header>}>
      <FormField label="Visual mode" description="Kept in this browser, for all workspaces.">
        <RadioGroup
          value={colourMode}
          items={modes}
          onChange={({ detail }) => {
            const mode = modes.find(({ value }) => value === detail.value);
            if (mode) setPreferences({ colourMode: mode.value });
          }}
        />
      </FormField>
    </Container>
  );
}
