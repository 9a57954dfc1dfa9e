// Exports what CreateKey demands of a key in a custom key store. Source: API reference, "CreateKey". Simulated: no text is
// recorded.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateKeyInput, KeySpec } from "#kms/contract/types.gen.ts";
import type { Place } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { keysIn, requireConnectionState, requireKeyStore } from "./custom-key-store.ts";

/**
 * Holds the members that depend on Origin against it.
 * @throws KmsError ValidationException for a member too many or too few, UnsupportedOperationException for a key that no
 * custom key store can hold: only symmetric encryption keys of a single Region are kept there.
 */
export function requireOriginMembers(input: CreateKeyInput, keySpec: KeySpec): void {
  const { Origin: origin = "AWS_KMS", CustomKeyStoreId, XksKeyId, MultiRegion } = input;
  const isExternal = origin === "EXTERNAL_KEY_STORE";
  if (XksKeyId !== undefined && !isExternal) throw invalid("XksKeyId is only valid with Origin EXTERNAL_KEY_STORE.");
  if (!isExternal && origin !== "AWS_CLOUDHSM") {
    if (CustomKeyStoreId === undefined) return;
    throw invalid("CustomKeyStoreId is only valid with Origin AWS_CLOUDHSM or EXTERNAL_KEY_STORE.");
  }
  if (CustomKeyStoreId === undefined) throw invalid(`CustomKeyStoreId is required with Origin ${origin}.`);
  if (isExternal && XksKeyId === undefined) throw invalid(`XksKeyId is required with Origin ${origin}.`);
  if (keySpec !== "SYMMETRIC_DEFAULT" || MultiRegion === true)
    throw new KmsError(
      "UnsupportedOperationException",
      "A custom key store holds only symmetric encryption KMS keys of a single Region.",
    );
}

/**
 * What the record of a new key says of its custom key store; nothing for a key without one.
 * @throws KmsError CustomKeyStoreNotFoundException, CustomKeyStoreInvalidStateException while the store is not connected,
 * ValidationException for a store of another type, XksKeyAlreadyInUseException. Costs O(keys of the store) with XksKeyId.
 */
export function placeInStore(
  world: World,
  place: Place,
  { Origin, CustomKeyStoreId, XksKeyId }: CreateKeyInput,
): Pick<KeyRecord, "customKeyStoreId" | "xksKeyId"> {
  if (CustomKeyStoreId === undefined) return {};
  const store = requireKeyStore(world, place, CustomKeyStoreId);
  if (store.type !== Origin)
    throw invalid(`Origin ${Origin} is not valid for a custom key store of type ${store.type}.`);
  requireConnectionState(store, "CONNECTED");
  if (XksKeyId === undefined) return { customKeyStoreId: CustomKeyStoreId };
  if (keysIn(world, store).some((key) => key.xksKeyId === XksKeyId))
    throw new KmsError(
      "XksKeyAlreadyInUseException",
      `The external key ${XksKeyId} is already in use by another KMS key of the custom key store ${CustomKeyStoreId}.`,
    );
  return { customKeyStoreId: CustomKeyStoreId, xksKeyId: XksKeyId };
}

function invalid(message: string): KmsError {
  return new KmsError("ValidationException", message);
}
