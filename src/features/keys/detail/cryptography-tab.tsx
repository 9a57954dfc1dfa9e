// Exports the tab "Cryptographic configuration": fixed when a key is created, so there is nothing to edit.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { StoreOfKey } from "#features/keys/stores/store-of-key.tsx";
import { algorithmsOf, type KeyRecord } from "#kms/index.ts";
import { keyTypeText, originText, usageText } from "#store/key-texts.ts";

const algorithmLabels = {
  ENCRYPT_DECRYPT: "Encryption algorithms",
  SIGN_VERIFY: "Signing algorithms",
  GENERATE_VERIFY_MAC: "MAC algorithms",
  KEY_AGREEMENT: "Key agreement algorithms",
  ENCAPSULATE_DECAPSULATE: "Encapsulation algorithms",
} as const satisfies Record<KeyRecord["keyUsage"], string>;

export function CryptographyTab({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Cryptographic configuration</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: "Key type", value: keyTypeText(key) },
            { label: "Origin", value: originText(key.origin) },
            { label: "Key spec", value: key.keySpec },
            { label: "Key usage", value: usageText(key.keyUsage) },
            {
              label: algorithmLabels[key.keyUsage],
              value: algorithmsOf(key).map((algorithm) => <div key={algorithm}>{algorithm}</div>),
            },
          ]}
        />
      </Container>
      {key.customKeyStoreId !== undefined && <StoreOfKey keyRecord={key} />}
      {key.xksKeyId !== undefined && (
        <Container header={<Header variant="h2">External key</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: "External key ID", value: key.xksKeyId },
              { label: "External key usage", value: "Encrypt and decrypt" },
            ]}
          />
        </Container>
      )}
    </SpaceBetween>
  );
}
