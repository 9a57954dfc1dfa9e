// Exports custom key stores and how their connection governs the keys in them: a key is Unavailable while its store is not
// connected. Source: developer guide, "Custom key stores" and "Key states of AWS KMS keys". Simulated: there are no real
// clusters and proxies, the key material is in the vault; the texts of the refusals are not recorded.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ConnectionStateType, KeyState } from "#kms/contract/types.gen.ts";
import { type Place, placePrefix, recordId } from "#kms/state/id.ts";
import type { CustomKeyStoreRecord, KeyRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";

/** Simulated: connecting takes AWS up to 20 minutes, here 5 seconds of the sandbox clock; so does disconnecting. */
const changeTakes = 5000;

/** The custom key stores of an account and Region by their ids; the quota allows ten. */
export function keyStoresOf(world: World, place: Place): CustomKeyStoreRecord[] {
  return recordsUnder(world.tables.customKeyStores, placePrefix(place));
}

/** @throws KmsError CustomKeyStoreNotFoundException */
export function requireKeyStore(world: World, place: Place, customKeyStoreId: string): CustomKeyStoreRecord {
  const store = world.tables.customKeyStores.get(recordId(place, customKeyStoreId));
  if (!store) throw keyStoreNotFound(customKeyStoreId);
  return store;
}

export function keyStoreNotFound(idOrName: string): KmsError {
  return new KmsError("CustomKeyStoreNotFoundException", `The custom key store ${idOrName} does not exist.`);
}

/** @throws KmsError CustomKeyStoreInvalidStateException */
export function requireConnectionState(
  { customKeyStoreId, connectionState }: CustomKeyStoreRecord,
  ...allowed: readonly ConnectionStateType[]
): void {
  if (!allowed.includes(connectionState))
    throw new KmsError(
      "CustomKeyStoreInvalidStateException",
      `The custom key store ${customKeyStoreId} is ${connectionState}. This operation requires ${allowed.join(" or ")}.`,
    );
}

/** The keys in a custom key store, those that are pending deletion included. */
export function keysIn(world: World, store: CustomKeyStoreRecord): KeyRecord[] {
  const ids = recordsUnder(world.indexes.keysByStore, `${recordId(store, store.customKeyStoreId)}/`);
  return ids.flatMap((id) => world.tables.keys.get(id) ?? []);
}

/** Begins to connect or disconnect; it is done when the time has come (dispatch/due-connection.ts). */
export function beginConnection(
  { draft, now }: { readonly draft: WorldDraft; readonly now: number },
  store: CustomKeyStoreRecord,
  connectionState: "CONNECTING" | "DISCONNECTING",
): void {
  putConnection(draft, store, connectionState, now + changeTakes);
}

/** Puts the store in a connection state, until `changeDate` if that passes, and its keys in the state that follows. */
export function putConnection(
  draft: WorldDraft,
  { connectionChangeDate: _over, connectionErrorCode: _past, ...store }: CustomKeyStoreRecord,
  connectionState: ConnectionStateType,
  changeDate?: number,
): void {
  const ends = changeDate === undefined ? {} : { connectionChangeDate: changeDate };
  draft.put("customKeyStores", recordId(store, store.customKeyStoreId), { ...store, connectionState, ...ends });
  for (const key of keysIn(draft, { ...store, connectionState })) {
    const keyState = key.stateWhenConnected ?? key.keyState;
    // A key that is pending deletion stays so whatever becomes of its store, so that the deletion can be cancelled.
    if (keyState !== "PendingDeletion") draft.put("keys", recordId(key, key.keyId), inState(draft, key, keyState));
  }
}

/**
 * The key in a state that it shows only while its custom key store, if it has one, is connected; otherwise it is Unavailable
 * and takes that state later. The same record where nothing changes.
 */
export function inState(world: World, key: KeyRecord, keyState: KeyState): KeyRecord {
  const { stateWhenConnected, ...rest } = key;
  if (isConnected(world, key))
    return stateWhenConnected === undefined && key.keyState === keyState ? key : { ...rest, keyState };
  if (key.keyState === "Unavailable" && stateWhenConnected === keyState) return key;
  return { ...rest, keyState: "Unavailable", stateWhenConnected: keyState };
}

function isConnected(world: World, key: KeyRecord): boolean {
  if (key.customKeyStoreId === undefined) return true;
  return requireKeyStore(world, key, key.customKeyStoreId).connectionState === "CONNECTED";
}
