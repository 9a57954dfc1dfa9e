// Exports StoreFields: which custom key store a new key goes to, and which external key stands behind it there.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { connectionWords, type StoreKind } from "#features/keys/stores/store-texts.ts";
import { useKeyStores } from "#features/keys/stores/use-key-stores.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";
import type { StepProps } from "./step-props.ts";

interface Props extends StepProps {
  readonly kind: StoreKind;
}

export function StoreFields({ draft, onChange, isChecked, kind }: Props) {
  const links = useLinks();
  const options = useKeyStores()
    .filter(({ type }) => type === kind)
    .map(({ customKeyStoreId, name, connectionState }) => ({
      value: customKeyStoreId,
      label: name,
      description: customKeyStoreId,
      ...(connectionState === "CONNECTED"
        ? {}
        : {
            disabled: true,
            disabledReason: `The key store is ${connectionWords[connectionState].text.toLowerCase()}.`,
          }),
    }));
  const isExternal = kind === "EXTERNAL_KEY_STORE";
  return (
    <>
      <FormField
        label="Custom key store"
        description={
          <>
            The key store must be connected.{" "}
            <AppLink href={links.href(paths.keyStores(isExternal ? "external" : "cloudhsm"))}>View key stores</AppLink>
          </>
        }
        errorText={isChecked && draft.customKeyStoreId === "" ? "Choose a custom key store." : undefined}
      >
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === draft.customKeyStoreId) ?? null}
          placeholder="Choose a custom key store"
          empty="There is no custom key store of this kind in this Region."
          onChange={({ detail }) => onChange({ customKeyStoreId: detail.selectedOption.value ?? "" })}
        />
      </FormField>
      {isExternal && (
        <FormField
          label="External key ID"
          description="The key of your external key manager, as your external key store proxy names it."
          errorText={isChecked && draft.xksKeyId === "" ? "Enter the ID of the external key." : undefined}
        >
          <Input
            value={draft.xksKeyId}
            spellcheck={false}
            onChange={({ detail }) => onChange({ xksKeyId: detail.value })}
          />
        </FormField>
      )}
    </>
  );
}
