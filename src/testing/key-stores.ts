// Exports requests that make custom key stores, and a store that is ready to take keys.
import type { Inputs } from "#kms/index.ts";
import type { TestEngine } from "./test-engine.ts";

type Request = Inputs["CreateCustomKeyStore"];

export const trustAnchor = "-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJAKc=\n-----END CERTIFICATE-----\n";

/** What must never be seen again: the secrets of the requests below. */
export const keyStoreSecrets = ["kmsPswd-of-the-cluster", "rawSecretAccessKeyOfTheProxy0123456789ABCDEFG="] as const;

export const cloudHsmRequest = {
  CustomKeyStoreName: "cluster-store",
  CloudHsmClusterId: "cluster-2a3b4c5d6e7",
  TrustAnchorCertificate: trustAnchor,
  KeyStorePassword: keyStoreSecrets[0],
} as const satisfies Request;

export const externalRequest = {
  CustomKeyStoreName: "external-store",
  CustomKeyStoreType: "EXTERNAL_KEY_STORE",
  XksProxyConnectivity: "PUBLIC_ENDPOINT",
  XksProxyUriEndpoint: "https://proxy.example.com",
  XksProxyUriPath: "/first/kms/xks/v1",
  XksProxyAuthenticationCredential: { AccessKeyId: "ABCDEFGHIJKLMNOPQRST", RawSecretAccessKey: keyStoreSecrets[1] },
} as const satisfies Request;

/** Makes a custom key store in the home Region, connects it and lets the sandbox clock pass until it is connected. */
export async function connectedKeyStore(sandbox: TestEngine, request: Request = cloudHsmRequest): Promise<string> {
  const call = sandbox.as();
  const { CustomKeyStoreId = "" } = await call("CreateCustomKeyStore", request);
  await call("ConnectCustomKeyStore", { CustomKeyStoreId });
  sandbox.clock.advance(5000);
  await sandbox.engine.settle();
  return CustomKeyStoreId;
}
