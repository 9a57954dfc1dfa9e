// Exports the page of custom key stores; its address says of which type.

import { StoreList } from "#features/keys/stores/store-list.tsx";
import { useLocation } from "#store/location.ts";

export function KeyStoresPage() {
  const { segments } = useLocation();
  const kind = segments.at(-1) === "external" ? "EXTERNAL_KEY_STORE" : "AWS_CLOUDHSM";
  return <StoreList key={kind} kind={kind} />;
}
