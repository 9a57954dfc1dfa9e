// Exports the conformance of the operations on custom key stores.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { clusterStore, connectedStore, createStore, proxyStore, unknownStoreId, vpcStore } from "./key-store-scene.ts";
import { createKey, type Scene } from "./scene.ts";

const noHardware = "Every well-formed cluster is taken as one that works; there is none to ask.";
const noProxy = "Every well-formed proxy is taken as one that works; there is none to ask.";
const withoutProxy = Object.fromEntries(
  [
    "XksProxyUriUnreachableException",
    "XksProxyIncorrectAuthenticationCredentialException",
    "XksProxyVpcEndpointServiceInvalidConfigurationException",
    "XksProxyInvalidResponseException",
    "XksProxyInvalidConfigurationException",
  ].map((code) => [code, noProxy]),
);
const withoutCluster = {
  CloudHsmClusterNotActiveException: noHardware,
  CloudHsmClusterInvalidConfigurationException: noHardware,
};
const elsewhere = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";

async function stateOf({ kms }: Scene, CustomKeyStoreId: string): Promise<string | undefined> {
  const { CustomKeyStores: [store] = [] } = await kms.describeCustomKeyStores({ CustomKeyStoreId });
  return store?.ConnectionState;
}

/** A second external key store, beside one with a public endpoint. */
async function twoProxies(scene: Scene): Promise<string> {
  await createStore(scene, proxyStore);
  const XksProxyUriEndpoint = "https://other.example.com";
  return createStore(scene, { ...proxyStore, CustomKeyStoreName: "second", XksProxyUriEndpoint });
}

export const keyStoreCalls = {
  CreateCustomKeyStore: {
    async works(scene) {
      const CustomKeyStoreId = await connectedStore(scene);
      expect(CustomKeyStoreId).toMatch(/^cks-[0-9a-f]{17}$/);
      const { KeyMetadata } = await scene.kms.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId });
      expect(KeyMetadata).toMatchObject({
        Origin: "AWS_CLOUDHSM",
        CustomKeyStoreId,
        CloudHsmClusterId: clusterStore.CloudHsmClusterId,
      });
      const Plaintext = new Uint8Array([1]);
      const { CiphertextBlob } = await scene.kms.encrypt({ KeyId: KeyMetadata?.KeyId, Plaintext });
      expect(await scene.kms.decrypt({ CiphertextBlob })).toMatchObject({ Plaintext });
    },
    refuses: {
      CloudHsmClusterInUseException: async (scene) => {
        await createStore(scene);
        return createStore(scene, { ...clusterStore, CustomKeyStoreName: "another" });
      },
      CustomKeyStoreNameInUseException: async (scene) => {
        await createStore(scene, proxyStore);
        return createStore(scene, { ...clusterStore, CustomKeyStoreName: proxyStore.CustomKeyStoreName });
      },
      IncorrectTrustAnchorException: (scene) =>
        createStore(scene, { ...clusterStore, TrustAnchorCertificate: "no certificate" }),
      LimitExceededException: async (scene) => {
        for (let i = 0; ; i++)
          await createStore(scene, { ...proxyStore, CustomKeyStoreName: `${i}`, XksProxyUriPath: `/p${i}/kms/xks/v1` });
      },
      XksProxyUriInUseException: async (scene) => {
        await createStore(scene, proxyStore);
        return createStore(scene, { ...proxyStore, CustomKeyStoreName: "another" });
      },
      XksProxyUriEndpointInUseException: async (scene) => {
        await createStore(scene, proxyStore);
        return createStore(scene, { ...vpcStore, CustomKeyStoreName: "another", XksProxyUriPath: "/p/kms/xks/v1" });
      },
      XksProxyVpcEndpointServiceInUseException: async (scene) => {
        await createStore(scene, vpcStore);
        const XksProxyUriEndpoint = "https://other.example.com";
        return createStore(scene, { ...vpcStore, CustomKeyStoreName: "another", XksProxyUriEndpoint });
      },
      XksProxyVpcEndpointServiceNotFoundException: (scene) =>
        createStore(scene, { ...vpcStore, XksProxyVpcEndpointServiceName: elsewhere }),
      ValidationException: (scene) => createStore(scene, { CustomKeyStoreName: "nothing else" }),
    },
    excused: { ...withoutCluster, ...withoutProxy, CloudHsmClusterNotFoundException: noHardware },
  },

  ConnectCustomKeyStore: {
    async works(scene) {
      const CustomKeyStoreId = await createStore(scene);
      expect(await stateOf(scene, CustomKeyStoreId)).toBe("DISCONNECTED");
      await scene.kms.connectCustomKeyStore({ CustomKeyStoreId });
      expect(await stateOf(scene, CustomKeyStoreId)).toBe("CONNECTING");
      scene.advance(60_000);
      expect(await stateOf(scene, CustomKeyStoreId)).toBe("CONNECTED");
    },
    refuses: {
      CustomKeyStoreNotFoundException: ({ kms }) => kms.connectCustomKeyStore({ CustomKeyStoreId: unknownStoreId }),
      CustomKeyStoreInvalidStateException: async (scene) => {
        const CustomKeyStoreId = await connectedStore(scene);
        await scene.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
        return scene.kms.connectCustomKeyStore({ CustomKeyStoreId });
      },
    },
    excused: withoutCluster,
  },

  DisconnectCustomKeyStore: {
    async works(scene) {
      const CustomKeyStoreId = await connectedStore(scene);
      const { KeyId } = await createKey(scene.kms, { Origin: "AWS_CLOUDHSM", CustomKeyStoreId });
      await scene.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      scene.advance(60_000);
      expect(await stateOf(scene, CustomKeyStoreId)).toBe("DISCONNECTED");
      expect((await scene.kms.describeKey({ KeyId })).KeyMetadata).toMatchObject({ KeyState: "Unavailable" });
      await expect(scene.kms.encrypt({ KeyId, Plaintext: new Uint8Array(1) })).rejects.toMatchObject({
        name: "KMSInvalidStateException",
      });
    },
    refuses: {
      CustomKeyStoreNotFoundException: ({ kms }) => kms.disconnectCustomKeyStore({ CustomKeyStoreId: unknownStoreId }),
      CustomKeyStoreInvalidStateException: async (scene) =>
        scene.kms.disconnectCustomKeyStore({ CustomKeyStoreId: await createStore(scene) }),
    },
  },

  DescribeCustomKeyStores: {
    async works(scene) {
      const cluster = await createStore(scene);
      const external = await createStore(scene, vpcStore);
      const { CustomKeyStores = [], Truncated } = await scene.kms.describeCustomKeyStores({});
      expect(Truncated).toBe(false);
      const byId = new Map(CustomKeyStores.map((store) => [store.CustomKeyStoreId, store]));
      expect(byId.get(cluster)).toEqual({
        CustomKeyStoreId: cluster,
        CustomKeyStoreName: clusterStore.CustomKeyStoreName,
        CloudHsmClusterId: clusterStore.CloudHsmClusterId,
        TrustAnchorCertificate: clusterStore.TrustAnchorCertificate,
        ConnectionState: "DISCONNECTED",
        CreationDate: expect.any(Date),
        CustomKeyStoreType: "AWS_CLOUDHSM",
      });
      expect(byId.get(external)?.XksProxyConfiguration).toEqual({
        Connectivity: "VPC_ENDPOINT_SERVICE",
        AccessKeyId: vpcStore.XksProxyAuthenticationCredential.AccessKeyId,
        UriEndpoint: vpcStore.XksProxyUriEndpoint,
        UriPath: vpcStore.XksProxyUriPath,
        VpcEndpointServiceName: vpcStore.XksProxyVpcEndpointServiceName,
        VpcEndpointServiceOwner: "111122223333",
      });
    },
    refuses: {
      CustomKeyStoreNotFoundException: ({ kms }) => kms.describeCustomKeyStores({ CustomKeyStoreName: "none" }),
      InvalidMarkerException: ({ kms }) => kms.describeCustomKeyStores({ Marker: "nowhere" }),
    },
  },

  UpdateCustomKeyStore: {
    async works(scene) {
      const CustomKeyStoreId = await connectedStore(scene, proxyStore);
      const NewCustomKeyStoreName = "renamed";
      const XksProxyUriPath = "/other/kms/xks/v1";
      await scene.kms.updateCustomKeyStore({ CustomKeyStoreId, NewCustomKeyStoreName, XksProxyUriPath });
      const { CustomKeyStores } = await scene.kms.describeCustomKeyStores({ CustomKeyStoreName: "renamed" });
      expect(CustomKeyStores).toMatchObject([
        { CustomKeyStoreId, ConnectionState: "CONNECTED", XksProxyConfiguration: { UriPath: XksProxyUriPath } },
      ]);
    },
    refuses: {
      CustomKeyStoreNotFoundException: ({ kms }) => kms.updateCustomKeyStore({ CustomKeyStoreId: unknownStoreId }),
      CustomKeyStoreNameInUseException: async (scene) => {
        await createStore(scene, proxyStore);
        const CustomKeyStoreId = await createStore(scene);
        const NewCustomKeyStoreName = proxyStore.CustomKeyStoreName;
        return scene.kms.updateCustomKeyStore({ CustomKeyStoreId, NewCustomKeyStoreName });
      },
      CustomKeyStoreInvalidStateException: async (scene) =>
        scene.kms.updateCustomKeyStore({
          CustomKeyStoreId: await connectedStore(scene),
          KeyStorePassword: "new-password",
        }),
      CloudHsmClusterNotRelatedException: async (scene) => {
        await createStore(scene);
        const CloudHsmClusterId = "cluster-abcdefghijk";
        const CustomKeyStoreId = await createStore(scene, {
          ...clusterStore,
          CustomKeyStoreName: "second",
          CloudHsmClusterId,
        });
        const { CloudHsmClusterId: ofFirst } = clusterStore;
        return scene.kms.updateCustomKeyStore({ CustomKeyStoreId, CloudHsmClusterId: ofFirst });
      },
      XksProxyUriInUseException: async (scene) =>
        scene.kms.updateCustomKeyStore({
          CustomKeyStoreId: await twoProxies(scene),
          XksProxyUriEndpoint: proxyStore.XksProxyUriEndpoint,
        }),
      XksProxyUriEndpointInUseException: async (scene) =>
        scene.kms.updateCustomKeyStore({
          CustomKeyStoreId: await twoProxies(scene),
          XksProxyUriEndpoint: proxyStore.XksProxyUriEndpoint,
          XksProxyUriPath: "/other/kms/xks/v1",
          XksProxyConnectivity: "VPC_ENDPOINT_SERVICE",
          XksProxyVpcEndpointServiceName: vpcStore.XksProxyVpcEndpointServiceName,
        }),
      XksProxyVpcEndpointServiceInUseException: async (scene) => {
        await createStore(scene, {
          ...vpcStore,
          CustomKeyStoreName: "private",
          XksProxyUriEndpoint: "https://p.example.com",
        });
        const { XksProxyConnectivity, XksProxyVpcEndpointServiceName } = vpcStore;
        const CustomKeyStoreId = await createStore(scene, proxyStore);
        return scene.kms.updateCustomKeyStore({
          CustomKeyStoreId,
          XksProxyConnectivity,
          XksProxyVpcEndpointServiceName,
        });
      },
      XksProxyVpcEndpointServiceNotFoundException: async (scene) =>
        scene.kms.updateCustomKeyStore({
          CustomKeyStoreId: await createStore(scene, vpcStore),
          XksProxyVpcEndpointServiceName: elsewhere,
        }),
      ValidationException: async (scene) =>
        scene.kms.updateCustomKeyStore({
          CustomKeyStoreId: await createStore(scene),
          XksProxyUriPath: "/other/kms/xks/v1",
        }),
    },
    excused: { ...withoutCluster, ...withoutProxy, CloudHsmClusterNotFoundException: noHardware },
  },

  DeleteCustomKeyStore: {
    async works(scene) {
      const CustomKeyStoreId = await createStore(scene);
      await scene.kms.deleteCustomKeyStore({ CustomKeyStoreId });
      expect((await scene.kms.describeCustomKeyStores({})).CustomKeyStores).toEqual([]);
    },
    refuses: {
      CustomKeyStoreNotFoundException: ({ kms }) => kms.deleteCustomKeyStore({ CustomKeyStoreId: unknownStoreId }),
      CustomKeyStoreInvalidStateException: async (scene) =>
        scene.kms.deleteCustomKeyStore({ CustomKeyStoreId: await connectedStore(scene) }),
      CustomKeyStoreHasCMKsException: async (scene) => {
        const CustomKeyStoreId = await connectedStore(scene);
        await createKey(scene.kms, { Origin: "AWS_CLOUDHSM", CustomKeyStoreId });
        await scene.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
        scene.advance(60_000);
        return scene.kms.deleteCustomKeyStore({ CustomKeyStoreId });
      },
    },
  },
} satisfies Readonly<Record<string, Conformance>>;
