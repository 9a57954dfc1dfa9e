// Exports the rules of custom key stores and of the keys in them.
import {
  type CustomKeyStoreRecord,
  type KeyRecord,
  placePrefix,
  quotas,
  recordId,
  requireAcceptable,
  userOfCluster,
  type World,
} from "#kms/index.ts";
import { checkPlace } from "./check-place.ts";
import { byTheEngine } from "./engine-rule.ts";
import { fail } from "./fields.ts";

const ofCloudHsm = ["cloudHsmClusterId", "trustAnchorCertificate"] as const;
const ofProxy = ["xksProxyConnectivity", "xksProxyAccessKeyId", "xksProxyUriEndpoint", "xksProxyUriPath"] as const;
const ofVpc = ["xksProxyVpcEndpointServiceName", "xksProxyVpcEndpointServiceOwner"] as const;

const membersOf = {
  AWS_CLOUDHSM: { due: ofCloudHsm, foreign: [...ofProxy, ...ofVpc] },
  EXTERNAL_KEY_STORE: { due: ofProxy, foreign: ofCloudHsm },
} as const;

/** @throws ArchiveError for a custom key store, or a key in one, that no calls could have made */
export function checkCustomKeyStores(
  world: World,
  stores: readonly CustomKeyStoreRecord[],
  keys: readonly KeyRecord[],
): void {
  const counts = new Map<string, number>();
  for (const [i, store] of stores.entries()) {
    const path = `tables.customKeyStores[${i}]`;
    checkPlace(world, store, path);
    // First: what follows compares each store with all others of its Region.
    const count = (counts.get(placePrefix(store)) ?? 0) + 1;
    counts.set(placePrefix(store), count);
    if (count > quotas.customKeyStores)
      fail(path, `its Region has more than ${quotas.customKeyStores} custom key stores`);
  }
  for (const [i, store] of stores.entries()) checkStore(world, store, `tables.customKeyStores[${i}]`);
  const externalKeys = new Map<string, string>();
  for (const [i, key] of keys.entries())
    if (key.customKeyStoreId !== undefined)
      checkKeyInStore(world, key, key.customKeyStoreId, externalKeys, `tables.keys[${i}]`);
}

function checkStore(world: World, store: CustomKeyStoreRecord, path: string): void {
  const { connectionState, connectionChangeDate, connectionErrorCode, xksProxyConnectivity } = store;
  const isChanging = connectionState === "CONNECTING" || connectionState === "DISCONNECTING";
  if ((connectionChangeDate !== undefined) !== isChanging)
    fail(`${path}.connectionChangeDate`, "must be there exactly when connectionState is CONNECTING or DISCONNECTING");
  if ((connectionErrorCode !== undefined) !== (connectionState === "FAILED"))
    fail(`${path}.connectionErrorCode`, "must be there exactly when connectionState is FAILED");
  const { due, foreign } = membersOf[store.type];
  for (const member of due) if (store[member] === undefined) fail(`${path}.${member}`, "is missing");
  for (const member of foreign)
    if (store[member] !== undefined) fail(`${path}.${member}`, `does not belong to a store of type ${store.type}`);
  for (const member of ofVpc)
    if ((store[member] !== undefined) !== (xksProxyConnectivity === "VPC_ENDPOINT_SERVICE"))
      fail(`${path}.${member}`, "must be there exactly when xksProxyConnectivity is VPC_ENDPOINT_SERVICE");
  byTheEngine(path, () => requireAcceptable(world, store));
  const other = store.type === "AWS_CLOUDHSM" && userOfCluster(world, store);
  if (other) fail(`${path}.cloudHsmClusterId`, `is that of ${other.customKeyStoreId} too`);
}

function checkKeyInStore(
  world: World,
  key: KeyRecord,
  customKeyStoreId: string,
  externalKeys: Map<string, string>,
  path: string,
): void {
  const store = world.tables.customKeyStores.get(recordId(key, customKeyStoreId));
  if (!store) return fail(`${path}.customKeyStoreId`, `there is no custom key store ${customKeyStoreId} in its Region`);
  if (key.origin !== store.type) fail(`${path}.origin`, `must be that of its custom key store, ${store.type}`);
  const isConnected = store.connectionState === "CONNECTED";
  if (key.keyState !== "PendingDeletion" && (key.keyState === "Unavailable") === isConnected)
    fail(`${path}.keyState`, "must be Unavailable exactly when the custom key store of the key is not connected");
  if (key.xksKeyId === undefined) return;
  const external = `${recordId(key, customKeyStoreId)}/${key.xksKeyId}`;
  const other = externalKeys.get(external);
  if (other) fail(`${path}.xksKeyId`, `is that of ${other} too`);
  externalKeys.set(external, path);
}
