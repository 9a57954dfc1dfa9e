// Exports the words for custom key stores: their types, connection states, and why one failed.
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { CustomKeyStoreRecord } from "#kms/index.ts";

export type StoreKind = CustomKeyStoreRecord["type"];

export const storeTitles = {
  AWS_CLOUDHSM: "AWS CloudHSM key stores",
  EXTERNAL_KEY_STORE: "External key stores",
} as const satisfies Record<StoreKind, string>;

export const storeTypeTexts = {
  AWS_CLOUDHSM: "AWS CloudHSM key store",
  EXTERNAL_KEY_STORE: "External key store",
} as const satisfies Record<StoreKind, string>;

interface ConnectionWords {
  readonly text: string;
  readonly indicator: StatusIndicatorProps.Type;
}

export const connectionWords = {
  CONNECTED: { text: "Connected", indicator: "success" },
  CONNECTING: { text: "Connecting", indicator: "in-progress" },
  DISCONNECTED: { text: "Disconnected", indicator: "stopped" },
  DISCONNECTING: { text: "Disconnecting", indicator: "in-progress" },
  FAILED: { text: "Failed", indicator: "error" },
} as const satisfies Record<CustomKeyStoreRecord["connectionState"], ConnectionWords>;

const connectivityTexts = {
  PUBLIC_ENDPOINT: "Public endpoint",
  VPC_ENDPOINT_SERVICE: "VPC endpoint service",
} as const satisfies Record<NonNullable<CustomKeyStoreRecord["xksProxyConnectivity"]>, string>;

export function connectivityText({ xksProxyConnectivity: connectivity }: CustomKeyStoreRecord): string {
  return connectivity === undefined ? "-" : connectivityTexts[connectivity];
}
