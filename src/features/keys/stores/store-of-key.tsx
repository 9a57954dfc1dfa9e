// Exports the section "Custom key store" on the page of a key that belongs to one.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { AppLink } from "#ui/app-link.tsx";
import { connectionWords, storeTypeTexts } from "./store-texts.ts";

export function StoreOfKey({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const { customKeyStoreId = "" } = key;
  const store = useWorld((world) => world.tables.customKeyStores.get(recordId(key, customKeyStoreId)));
  const links = useLinks();
  if (!store) return null;
  const isExternal = store.type === "EXTERNAL_KEY_STORE";
  return (
    <Container header={<Header variant="h2">Custom key store</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: "Custom key store name", value: store.name },
          {
            label: "Custom key store ID",
            value: (
              <AppLink href={links.href(paths.keyStores(isExternal ? "external" : "cloudhsm"))}>
                {customKeyStoreId}
              </AppLink>
            ),
          },
          { label: "Custom key store type", value: storeTypeTexts[store.type] },
          { label: "Connection state", value: connectionWords[store.connectionState].text },
          ...(store.cloudHsmClusterId === undefined
            ? []
            : [{ label: "CloudHSM cluster ID", value: store.cloudHsmClusterId }]),
        ]}
      />
    </Container>
  );
}
