// Exports what a request may set of a custom key store, by the type of the store, and which settings exclude each other.
// Source: API reference, "CreateCustomKeyStore" and "UpdateCustomKeyStore". Passwords and secret access keys have no use here
// and are never kept. Simulated: no text is recorded; every well-formed cluster, certificate and proxy is taken as working.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateCustomKeyStoreInput, CustomKeyStoreType } from "#kms/contract/types.gen.ts";
import type { CustomKeyStoreRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { keyStoresOf } from "./custom-key-store.ts";

/** The settings of either type; Create and Update name them alike. */
type Settings = Omit<CreateCustomKeyStoreInput, "CustomKeyStoreName" | "CustomKeyStoreType">;
type Setting = keyof Settings;

const required = {
  AWS_CLOUDHSM: ["CloudHsmClusterId", "TrustAnchorCertificate", "KeyStorePassword"],
  EXTERNAL_KEY_STORE: [
    ...(["XksProxyConnectivity", "XksProxyUriEndpoint", "XksProxyUriPath"] as const),
    "XksProxyAuthenticationCredential",
  ],
} as const satisfies Record<CustomKeyStoreType, readonly Setting[]>;

const optional = {
  AWS_CLOUDHSM: [],
  EXTERNAL_KEY_STORE: ["XksProxyVpcEndpointServiceName", "XksProxyVpcEndpointServiceOwner"],
} as const satisfies Record<CustomKeyStoreType, readonly Setting[]>;

/** @throws KmsError ValidationException for a setting that a new store of this type needs and the request has not. */
export function requireComplete(type: CustomKeyStoreType, settings: Settings): void {
  const missing = required[type].find((name) => settings[name] === undefined);
  if (missing) throw invalid(`${missing} is required for a custom key store of type ${type}.`);
}

/** @throws KmsError ValidationException for a setting that stores of this type do not have. */
export function requireOfType(type: CustomKeyStoreType, settings: Settings): void {
  const other = type === "AWS_CLOUDHSM" ? "EXTERNAL_KEY_STORE" : "AWS_CLOUDHSM";
  const foreign = [...required[other], ...optional[other]].find((name) => settings[name] !== undefined);
  if (foreign) throw invalid(`${foreign} is not valid for a custom key store of type ${type}.`);
}

/** The store with what the request sets of it. The owner of a VPC endpoint service is the store's account unless it says so. */
export function withSettings(store: CustomKeyStoreRecord, settings: Settings): CustomKeyStoreRecord {
  const { XksProxyAuthenticationCredential: credential, XksProxyConnectivity: connectivity } = settings;
  const next: CustomKeyStoreRecord = {
    ...store,
    ...(settings.CloudHsmClusterId && { cloudHsmClusterId: settings.CloudHsmClusterId }),
    ...(settings.TrustAnchorCertificate && { trustAnchorCertificate: settings.TrustAnchorCertificate }),
    ...(connectivity && { xksProxyConnectivity: connectivity }),
    ...(credential && { xksProxyAccessKeyId: credential.AccessKeyId }),
    ...(settings.XksProxyUriEndpoint && { xksProxyUriEndpoint: settings.XksProxyUriEndpoint }),
    ...(settings.XksProxyUriPath && { xksProxyUriPath: settings.XksProxyUriPath }),
  };
  const { xksProxyVpcEndpointServiceName: oldName, xksProxyVpcEndpointServiceOwner: oldOwner, ...noVpc } = next;
  const name = settings.XksProxyVpcEndpointServiceName;
  const owner = settings.XksProxyVpcEndpointServiceOwner;
  if (next.xksProxyConnectivity === "VPC_ENDPOINT_SERVICE") {
    const serviceName = name ?? oldName;
    if (!serviceName)
      throw invalid("XksProxyVpcEndpointServiceName is required with VPC_ENDPOINT_SERVICE connectivity.");
    const serviceOwner = owner ?? oldOwner ?? store.account;
    return { ...noVpc, xksProxyVpcEndpointServiceName: serviceName, xksProxyVpcEndpointServiceOwner: serviceOwner };
  }
  if (name !== undefined || owner !== undefined)
    throw invalid("A VPC endpoint service is only valid with VPC_ENDPOINT_SERVICE connectivity.");
  return noVpc;
}

const pem = /^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

/**
 * Holds a store against the others of its account and Region, and its certificate and VPC endpoint service against their form.
 * @throws KmsError CustomKeyStoreNameInUseException, IncorrectTrustAnchorException, and the XksProxy...InUse and ...NotFound ones.
 */
export function requireAcceptable(world: World, store: CustomKeyStoreRecord): void {
  const others = keyStoresOf(world, store).filter((other) => other.customKeyStoreId !== store.customKeyStoreId);
  if (others.some(({ name }) => name === store.name))
    throw new KmsError(
      "CustomKeyStoreNameInUseException",
      `The custom key store name ${store.name} is already in use.`,
    );
  if (store.type === "EXTERNAL_KEY_STORE") return requireFreeProxy(store, others);
  if (!pem.test(store.trustAnchorCertificate ?? ""))
    throw new KmsError(
      "IncorrectTrustAnchorException",
      "The trust anchor certificate is not a certificate in PEM form.",
    );
}

/** The other store of the account and Region that has this cluster, if any: a cluster serves one custom key store. */
export function userOfCluster(world: World, store: CustomKeyStoreRecord): CustomKeyStoreRecord | undefined {
  return keyStoresOf(world, store).find(
    (other) => other.customKeyStoreId !== store.customKeyStoreId && other.cloudHsmClusterId === store.cloudHsmClusterId,
  );
}

/** Public proxies may share an endpoint with different paths; a VPC endpoint service and its endpoint serve one store. */
function requireFreeProxy(store: CustomKeyStoreRecord, others: readonly CustomKeyStoreRecord[]): void {
  const service = store.xksProxyVpcEndpointServiceName;
  const serviceRegion = service?.split(".")[3];
  if (serviceRegion !== undefined && serviceRegion !== store.region)
    throw new KmsError(
      "XksProxyVpcEndpointServiceNotFoundException",
      `The VPC endpoint service ${service} is not in the ${store.region} Region.`,
    );
  if (service !== undefined && others.some((other) => other.xksProxyVpcEndpointServiceName === service))
    throw new KmsError(
      "XksProxyVpcEndpointServiceInUseException",
      `The VPC endpoint service ${service} is already in use by another external key store.`,
    );
  const sharing = others.filter((other) => other.xksProxyUriEndpoint === store.xksProxyUriEndpoint);
  if (sharing.some((other) => other.xksProxyUriPath === store.xksProxyUriPath))
    throw new KmsError(
      "XksProxyUriInUseException",
      `The URI ${store.xksProxyUriEndpoint}${store.xksProxyUriPath} is already in use by another external key store.`,
    );
  const isPrivate = ({ xksProxyConnectivity }: CustomKeyStoreRecord) => xksProxyConnectivity === "VPC_ENDPOINT_SERVICE";
  if (sharing.some(isPrivate) || (isPrivate(store) && sharing.length > 0))
    throw new KmsError(
      "XksProxyUriEndpointInUseException",
      `The endpoint ${store.xksProxyUriEndpoint} is already in use by another external key store.`,
    );
}

function invalid(message: string): KmsError {
  return new KmsError("ValidationException", message);
}
