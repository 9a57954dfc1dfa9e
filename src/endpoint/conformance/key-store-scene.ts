// Exports custom key stores for the tests: of a cluster, of an external proxy, connected.
import type { CreateCustomKeyStoreCommandInput } from "@aws-sdk/client-kms";
import type { Scene } from "./scene.ts";

export const unknownStoreId = "cks-1234567890abcdef0";

export const clusterStore = {
  CustomKeyStoreName: "cluster store",
  CloudHsmClusterId: "cluster-2a34b5cdefg",
  TrustAnchorCertificate: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
  KeyStorePassword: "a-password",
} satisfies CreateCustomKeyStoreCommandInput;

const credential = {
  AccessKeyId: "ABCDE234567EXAMPLE22",
  RawSecretAccessKey: "DXjSUawnel2fr6SKC7G25CNxTyWKE5PF9XX6H/u9pSo=",
};

export const proxyStore = {
  CustomKeyStoreName: "external store",
  CustomKeyStoreType: "EXTERNAL_KEY_STORE",
  XksProxyConnectivity: "PUBLIC_ENDPOINT",
  XksProxyUriEndpoint: "https://xks.example.com",
  XksProxyUriPath: "/kms/xks/v1",
  XksProxyAuthenticationCredential: credential,
} satisfies CreateCustomKeyStoreCommandInput;

export const vpcStore = {
  ...proxyStore,
  XksProxyConnectivity: "VPC_ENDPOINT_SERVICE",
  XksProxyVpcEndpointServiceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0",
} satisfies CreateCustomKeyStoreCommandInput;

export async function createStore(
  { kms }: Scene,
  input: CreateCustomKeyStoreCommandInput = clusterStore,
): Promise<string> {
  const { CustomKeyStoreId = "" } = await kms.createCustomKeyStore(input);
  return CustomKeyStoreId;
}

/** Connecting takes its time; the clock is moved past it. */
export async function connectedStore(scene: Scene, input?: CreateCustomKeyStoreCommandInput): Promise<string> {
  const CustomKeyStoreId = await createStore(scene, input);
  await scene.kms.connectCustomKeyStore({ CustomKeyStoreId });
  scene.advance(60_000);
  return CustomKeyStoreId;
}
