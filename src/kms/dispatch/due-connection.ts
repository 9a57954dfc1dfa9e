// Exports the end of a connection's change: a custom key store that was CONNECTING is CONNECTED, and its keys with it.
import { putConnection } from "#kms/model/custom-key-store.ts";
import type { World } from "#kms/state/world.ts";
import type { ServiceWork, Writing } from "./operation.ts";

/** @param id of the custom key store's record. Simulated: the end is logged under the name of the call that began it. */
export function connectionEventName(world: World, id: string): string {
  const isConnecting = world.tables.customKeyStores.get(id)?.connectionState === "CONNECTING";
  return isConnecting ? "ConnectCustomKeyStore" : "DisconnectCustomKeyStore";
}

/** @param id of the custom key store's record. Undefined when another writer has ended the change or begun another one. */
export function endConnection({ draft, now }: Writing, id: string): ServiceWork | undefined {
  const store = draft.tables.customKeyStores.get(id);
  if (store?.connectionChangeDate === undefined || store.connectionChangeDate > now) return undefined;
  putConnection(draft, store, store.connectionState === "CONNECTING" ? "CONNECTED" : "DISCONNECTED");
  return { keyArns: [], account: store.account, region: store.region };
}
