// DescribeCustomKeyStores: the custom key stores of this account and Region, or the one of an ID or a name.
import { KmsError } from "#kms/contract/kms-error.ts";
import type {
  CustomKeyStoresListEntry,
  DescribeCustomKeyStoresInput,
  DescribeCustomKeyStoresOutput,
} from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyStoreNotFound, keyStoresOf } from "#kms/model/custom-key-store.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { endOf, type Place, placePrefix } from "#kms/state/id.ts";
import type { CustomKeyStoreRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";

export const describeCustomKeyStores: Operation<"DescribeCustomKeyStores"> = {
  access: "read",
  resolve(input, { caller, world }) {
    return {
      requires: [{ action: "DescribeCustomKeyStores", on: "any" }],
      run(): DescribeCustomKeyStoresOutput {
        const named = namedStore(world, caller, input);
        if (named) return { CustomKeyStores: [listEntry(named)], Truncated: false };
        const prefix = placePrefix(caller);
        // Simulated: AWS's default is not documented; the quota keeps all stores within one page of it.
        const request = {
          list: `DescribeCustomKeyStores ${prefix}`,
          limit: pageSize(input.Limit, 100, 1000),
          marker: input.Marker,
        };
        const { entries, nextMarker } = pageOf<CustomKeyStoreRecord>(request, (from, visit) =>
          world.tables.customKeyStores.scan(prefix + from, endOf(prefix), (store) =>
            visit(store, store.customKeyStoreId),
          ),
        );
        const answer = { CustomKeyStores: entries.map(listEntry), Truncated: nextMarker !== undefined };
        return nextMarker === undefined ? answer : { ...answer, NextMarker: nextMarker };
      },
    };
  },
};

/** @throws KmsError CustomKeyStoreNotFoundException; ValidationException for both at once. Simulated: its text. */
function namedStore(
  world: World,
  place: Place,
  { CustomKeyStoreId: id, CustomKeyStoreName: name }: DescribeCustomKeyStoresInput,
): CustomKeyStoreRecord | undefined {
  const wanted = id ?? name;
  if (wanted === undefined) return undefined;
  if (id !== undefined && name !== undefined)
    throw new KmsError("ValidationException", "Specify either CustomKeyStoreId or CustomKeyStoreName, not both.");
  const store = keyStoresOf(world, place).find((each) => (id ? each.customKeyStoreId : each.name) === wanted);
  if (!store) throw keyStoreNotFound(wanted);
  return store;
}

function listEntry(store: CustomKeyStoreRecord): CustomKeyStoresListEntry {
  const { connectionErrorCode, cloudHsmClusterId, trustAnchorCertificate } = store;
  return {
    CustomKeyStoreId: store.customKeyStoreId,
    CustomKeyStoreName: store.name,
    ...(cloudHsmClusterId && { CloudHsmClusterId: cloudHsmClusterId }),
    ...(trustAnchorCertificate && { TrustAnchorCertificate: trustAnchorCertificate }),
    ConnectionState: store.connectionState,
    ...(connectionErrorCode && { ConnectionErrorCode: connectionErrorCode }),
    CreationDate: epochSeconds(store.creationDate),
    CustomKeyStoreType: store.type,
    ...(store.type === "EXTERNAL_KEY_STORE" ? { XksProxyConfiguration: proxyConfiguration(store) } : {}),
  };
}

/** The secret access key is never shown, nor kept. */
function proxyConfiguration(
  store: CustomKeyStoreRecord,
): NonNullable<CustomKeyStoresListEntry["XksProxyConfiguration"]> {
  const { xksProxyVpcEndpointServiceName: name, xksProxyVpcEndpointServiceOwner: owner } = store;
  return {
    ...(store.xksProxyConnectivity && { Connectivity: store.xksProxyConnectivity }),
    ...(store.xksProxyAccessKeyId && { AccessKeyId: store.xksProxyAccessKeyId }),
    ...(store.xksProxyUriEndpoint && { UriEndpoint: store.xksProxyUriEndpoint }),
    ...(store.xksProxyUriPath && { UriPath: store.xksProxyUriPath }),
    ...(name && { VpcEndpointServiceName: name }),
    ...(owner && { VpcEndpointServiceOwner: owner }),
  };
}
