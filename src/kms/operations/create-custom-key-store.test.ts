// CreateCustomKeyStore and DescribeCustomKeyStores: what is kept of a request, and what two stores may not share.
import { describe, expect, test } from "vitest";
import type { CreateCustomKeyStoreInput } from "#kms/contract/types.gen.ts";
import { cloudHsmRequest, externalRequest, keyStoreSecrets, trustAnchor } from "#testing/key-stores.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, startOfTest } from "#testing/test-engine.ts";

const vpc = {
  XksProxyConnectivity: "VPC_ENDPOINT_SERVICE",
  XksProxyVpcEndpointServiceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0",
} as const;

describe("CreateCustomKeyStore", () => {
  test("makes a CloudHSM key store that is disconnected", async () => {
    const call = createTestEngine().as();

    const { CustomKeyStoreId = "" } = await call("CreateCustomKeyStore", cloudHsmRequest);

    expect(CustomKeyStoreId).toMatch(/^cks-[0-9a-f]{17}$/);
    expect(await call("DescribeCustomKeyStores", {})).toEqual({
      CustomKeyStores: [
        {
          CustomKeyStoreId,
          CustomKeyStoreName: "cluster-store",
          CloudHsmClusterId: "cluster-2a3b4c5d6e7",
          TrustAnchorCertificate: trustAnchor,
          ConnectionState: "DISCONNECTED",
          CreationDate: startOfTest / 1000,
          CustomKeyStoreType: "AWS_CLOUDHSM",
        },
      ],
      Truncated: false,
    });
  });

  test("makes an external key store with a VPC endpoint service, owned by its account unless told otherwise", async () => {
    const call = createTestEngine().as();

    const { CustomKeyStoreId = "" } = await call("CreateCustomKeyStore", { ...externalRequest, ...vpc });

    const { CustomKeyStores } = await call("DescribeCustomKeyStores", { CustomKeyStoreId });
    expect(CustomKeyStores).toEqual([
      {
        CustomKeyStoreId,
        CustomKeyStoreName: "external-store",
        ConnectionState: "DISCONNECTED",
        CreationDate: startOfTest / 1000,
        CustomKeyStoreType: "EXTERNAL_KEY_STORE",
        XksProxyConfiguration: {
          Connectivity: "VPC_ENDPOINT_SERVICE",
          AccessKeyId: "ABCDEFGHIJKLMNOPQRST",
          UriEndpoint: "https://proxy.example.com",
          UriPath: "/first/kms/xks/v1",
          VpcEndpointServiceName: vpc.XksProxyVpcEndpointServiceName,
          VpcEndpointServiceOwner: homeAccount,
        },
      },
    ]);
  });

  test("keeps no password and no secret access key, in the World, the history or the vault", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { CustomKeyStoreId = "" } = await call("CreateCustomKeyStore", cloudHsmRequest);
    await call("CreateCustomKeyStore", externalRequest);
    await call("UpdateCustomKeyStore", { CustomKeyStoreId, KeyStorePassword: keyStoreSecrets[0] });
    await refusal(call("CreateCustomKeyStore", externalRequest));

    const everything = JSON.stringify([sandbox.commits, sandbox.events]);
    expect(everything).toContain("cluster-store");
    for (const secret of keyStoreSecrets) expect(everything).not.toContain(secret);
    expect(sandbox.secrets.size).toBe(0);
  });

  const without = (request: CreateCustomKeyStoreInput, name: keyof CreateCustomKeyStoreInput) => {
    const { [name]: _left, ...rest } = request;
    return rest as CreateCustomKeyStoreInput; // as an unchecked caller would send it
  };
  test.each([
    ["a cluster", without(cloudHsmRequest, "CloudHsmClusterId"), "CloudHsmClusterId is required"],
    ["a certificate", without(cloudHsmRequest, "TrustAnchorCertificate"), "TrustAnchorCertificate is required"],
    ["a password", without(cloudHsmRequest, "KeyStorePassword"), "KeyStorePassword is required"],
    ["a connectivity", without(externalRequest, "XksProxyConnectivity"), "XksProxyConnectivity is required"],
    ["a credential", without(externalRequest, "XksProxyAuthenticationCredential"), "Credential is required"],
    [
      "a service name",
      { ...externalRequest, XksProxyConnectivity: vpc.XksProxyConnectivity },
      "ServiceName is required",
    ],
  ] as const)("refuses a request without %s", async (_what, request, text) => {
    const refused = await refusal(createTestEngine().as()("CreateCustomKeyStore", request));

    expect(refused.code).toBe("ValidationException");
    expect(refused.message).toContain(text);
  });

  test.each([
    [{ ...cloudHsmRequest, XksProxyUriPath: "/kms/xks/v1" }, "ValidationException"],
    [{ ...externalRequest, CloudHsmClusterId: "cluster-2a3b4c5d6e7" }, "ValidationException"],
    [{ ...externalRequest, XksProxyVpcEndpointServiceOwner: homeAccount }, "ValidationException"],
    [{ ...cloudHsmRequest, TrustAnchorCertificate: "no certificate" }, "IncorrectTrustAnchorException"],
    [
      { ...externalRequest, ...vpc, XksProxyVpcEndpointServiceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123" },
      "XksProxyVpcEndpointServiceNotFoundException",
    ],
  ] as const)("refuses settings that do not fit each other or the Region (%#)", async (request, code) => {
    expect((await refusal(createTestEngine().as()("CreateCustomKeyStore", request))).code).toBe(code);
  });

  const secondExternal = { ...externalRequest, CustomKeyStoreName: "second", XksProxyUriPath: "/second/kms/xks/v1" };
  test.each([
    [cloudHsmRequest, { ...externalRequest, CustomKeyStoreName: "cluster-store" }, "CustomKeyStoreNameInUseException"],
    [cloudHsmRequest, { ...cloudHsmRequest, CustomKeyStoreName: "second" }, "CloudHsmClusterInUseException"],
    [externalRequest, { ...externalRequest, CustomKeyStoreName: "second" }, "XksProxyUriInUseException"],
    [externalRequest, { ...secondExternal, ...vpc }, "XksProxyUriEndpointInUseException"],
    [{ ...externalRequest, ...vpc }, secondExternal, "XksProxyUriEndpointInUseException"],
    [
      { ...externalRequest, ...vpc },
      { ...secondExternal, ...vpc, XksProxyUriEndpoint: "https://other.example.com" },
      "XksProxyVpcEndpointServiceInUseException",
    ],
  ] as const)("refuses what another store of the account and Region has already (%#)", async (first, second, code) => {
    const sandbox = createTestEngine();
    await sandbox.as()("CreateCustomKeyStore", first);

    expect((await refusal(sandbox.as()("CreateCustomKeyStore", second))).code).toBe(code);
  });

  test("lets public proxies share an endpoint, and other Regions a name", async () => {
    const sandbox = createTestEngine();
    for (const request of [externalRequest, secondExternal]) await sandbox.as()("CreateCustomKeyStore", request);
    await sandbox.as("eu-west-1")("CreateCustomKeyStore", externalRequest);

    expect((await sandbox.as()("DescribeCustomKeyStores", {})).CustomKeyStores).toHaveLength(2);
    expect((await sandbox.as("eu-west-1")("DescribeCustomKeyStores", {})).CustomKeyStores).toHaveLength(1);
  });

  test("refuses the eleventh store of a Region", async () => {
    const call = createTestEngine().as();
    const numbered = (n: number) =>
      call("CreateCustomKeyStore", {
        ...externalRequest,
        CustomKeyStoreName: `store ${n}`,
        XksProxyUriPath: `/store-${n}/kms/xks/v1`,
      });
    for (let n = 1; n <= 10; n++) await numbered(n);

    expect((await refusal(numbered(11))).code).toBe("LimitExceededException");
  });
});

describe("DescribeCustomKeyStores", () => {
  async function setUp() {
    const call = createTestEngine().as();
    const ids: string[] = [];
    for (const request of [cloudHsmRequest, externalRequest])
      ids.push((await call("CreateCustomKeyStore", request)).CustomKeyStoreId ?? "");
    return { call, ids };
  }

  test("finds one store by ID or by name, but not by both", async () => {
    const { call, ids } = await setUp();
    const CustomKeyStoreName = "external-store";

    for (const named of [{ CustomKeyStoreName }, { CustomKeyStoreId: ids[1] ?? "" }]) {
      const { CustomKeyStores } = await call("DescribeCustomKeyStores", named);
      expect(CustomKeyStores?.map(({ CustomKeyStoreId }) => CustomKeyStoreId)).toEqual([ids[1]]);
    }
    const both = { CustomKeyStoreName, CustomKeyStoreId: ids[1] ?? "" };
    expect((await refusal(call("DescribeCustomKeyStores", both))).code).toBe("ValidationException");
    for (const missing of [{ CustomKeyStoreName: "missing" }, { CustomKeyStoreId: "cks-1234567890abcdef0" }])
      expect((await refusal(call("DescribeCustomKeyStores", missing))).code).toBe("CustomKeyStoreNotFoundException");
  });

  test("gives its list in pages, with markers of its own", async () => {
    const { call, ids } = await setUp();

    const first = await call("DescribeCustomKeyStores", { Limit: 1 });
    expect(first).toMatchObject({ Truncated: true, NextMarker: expect.any(String) });
    const second = await call("DescribeCustomKeyStores", { Limit: 1, Marker: first.NextMarker ?? "" });

    expect(second.Truncated).toBe(false);
    const pages = [first, second].flatMap(({ CustomKeyStores = [] }) => CustomKeyStores);
    expect(pages.map(({ CustomKeyStoreId }) => CustomKeyStoreId)).toEqual([...ids].sort());
    expect((await refusal(call("DescribeCustomKeyStores", { Marker: "x" }))).code).toBe("InvalidMarkerException");
  });
});
