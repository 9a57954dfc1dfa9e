// Exports AdvancedOptions, the last card of step 1: where the key material comes from, and whether the key can be replicated.
import Checkbox from "@cloudscape-design/components/checkbox";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import { useState } from "react";
import { HelpLink } from "./help-link.tsx";
import { regionalityChoices } from "./key-choices.ts";
import { isInStore, originsOf } from "./origin-choices.ts";
import type { StepProps } from "./step-props.ts";
import { StoreFields } from "./store-fields.tsx";

export function AdvancedOptions(props: StepProps) {
  const { draft, onChange, isChecked } = props;
  const { keySpec, origin, multiRegion, understandsImport } = draft;
  const origins = originsOf(keySpec, multiRegion);
  const [isOpen, setOpen] = useState(origin !== "AWS_KMS" || multiRegion);
  return (
    <ExpandableSection
      variant="container"
      headerText="Advanced options"
      // What is wrong in this step is in here.
      expanded={isOpen || isChecked}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      <SpaceBetween size="l">
        <FormField
          label="Key material origin"
          stretch
          description={
            <>
              Key material origin is a KMS key property that represents the source of the key material when creating the
              KMS key. <HelpLink page="key-origin" about="key material origins" />
            </>
          }
        >
          <Tiles
            columns={2}
            items={origins}
            value={origin}
            onChange={({ detail }) => {
              const chosen = origins.find(({ value }) => value === detail.value);
              if (chosen) onChange({ origin: chosen.value, customKeyStoreId: "" });
            }}
          />
        </FormField>
        {origin === "EXTERNAL" && (
          <FormField
            errorText={
              isChecked && !understandsImport ? "Confirm that you understand what an imported key means." : undefined
            }
          >
            <Checkbox
              checked={understandsImport}
              onChange={({ detail }) => onChange({ understandsImport: detail.checked })}
            >
              I understand the security and durability implications of using an imported key
            </Checkbox>
          </FormField>
        )}
        {isInStore(origin) && <StoreFields {...props} kind={origin} />}
        <FormField
          label="Regionality"
          description={
            <>
              Create your KMS key in a single AWS Region (default) or create a KMS key that you can replicate into
              multiple AWS Regions. <HelpLink page="multi-region-keys-overview" about="Regionality" />
            </>
          }
        >
          <RadioGroup
            items={regionalityChoices(isInStore(origin))}
            value={multiRegion ? "multi" : "single"}
            onChange={({ detail }) => onChange({ multiRegion: detail.value === "multi" })}
          />
        </FormField>
      </SpaceBetween>
    </ExpandableSection>
  );
}
