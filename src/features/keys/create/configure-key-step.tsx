// Exports ConfigureKeyStep, step 1: key type, key usage, key spec and the advanced options.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import type { KeyRecord, KeySpec } from "#kms/index.ts";
import { AdvancedOptions } from "./advanced-options.tsx";
import { HelpLink } from "./help-link.tsx";
import { firstSpec, specChoices, type TileType, tileType, typeChoices, usageChoices } from "./key-choices.ts";
import { isPossibleOrigin } from "./origin-choices.ts";
import type { StepProps } from "./step-props.ts";

const specTexts: Readonly<Record<KeyRecord["keyUsage"], string>> = {
  ENCRYPT_DECRYPT: "Choose the type of key material in your encryption key.",
  SIGN_VERIFY: "Choose the type of key material in your signing key.",
  GENERATE_VERIFY_MAC: "Choose the type of key material in your HMAC key.",
  KEY_AGREEMENT: "Choose the type of key material in your key agreement key.",
  ENCAPSULATE_DECAPSULATE: "Choose the type of key material in your key.",
};

export function ConfigureKeyStep(props: StepProps) {
  const {
    draft: { keySpec, keyUsage, origin },
    onChange,
  } = props;
  const type = tileType(keySpec);
  const specs = specChoices(type, keyUsage);
  const choose = (nextType: TileType, usage: KeyRecord["keyUsage"]): void => {
    const spec = firstSpec(nextType, usage);
    if (spec) chooseSpec(spec, usage);
  };
  // An origin that the new spec cannot have goes back to the recommended one.
  const chooseSpec = (spec: KeySpec, usage: KeyRecord["keyUsage"]): void =>
    onChange({ keySpec: spec, keyUsage: usage, ...(isPossibleOrigin(origin, spec) ? {} : { origin: "AWS_KMS" }) });
  return (
    <SpaceBetween size="l">
      <Container header={<Header info={<HelpLink page="symm-asymm-choose" about="key types" />}>Key type</Header>}>
        <Tiles
          ariaLabel="Key type"
          items={typeChoices}
          value={type}
          onChange={({ detail }) => {
            const chosen = typeChoices.find(({ value }) => value === detail.value);
            if (chosen) choose(chosen.value, "ENCRYPT_DECRYPT");
          }}
        />
      </Container>
      <Container
        header={<Header info={<HelpLink page="symm-asymm-choose-key-usage" about="key usage" />}>Key usage</Header>}
      >
        <Tiles
          ariaLabel="Key usage"
          items={usageChoices(type)}
          value={keyUsage}
          onChange={({ detail }) => {
            const chosen = usageChoices(type).find(({ value }) => value === detail.value);
            if (chosen) choose(type, chosen.value);
          }}
        />
      </Container>
      {keySpec !== "SYMMETRIC_DEFAULT" && (
        <Container
          header={
            <Header
              description={specTexts[keyUsage]}
              info={<HelpLink page="symm-asymm-choose-key-spec" about="key specs" />}
            >
              Key spec
            </Header>
          }
        >
          <RadioGroup
            ariaLabel="Key spec"
            items={specs}
            value={keySpec}
            onChange={({ detail }) => {
              const chosen = specs.find(({ value }) => value === detail.value);
              if (chosen) chooseSpec(chosen.value, keyUsage);
            }}
          />
        </Container>
      )}
      <AdvancedOptions {...props} />
    </SpaceBetween>
  );
}
