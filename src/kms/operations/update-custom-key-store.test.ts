// UpdateCustomKeyStore: what may change, and in which connection state.
import { describe, expect, test } from "vitest";
import type { UpdateCustomKeyStoreInput } from "#kms/contract/types.gen.ts";
import { cloudHsmRequest, connectedKeyStore, externalRequest } from "#testing/key-stores.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

type Changes = Omit<UpdateCustomKeyStoreInput, "CustomKeyStoreId">;
const XksProxyVpcEndpointServiceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const credential = { AccessKeyId: "TSRQPONMLKJIHGFEDCBA", RawSecretAccessKey: "s".repeat(43) };

async function setUp(request: typeof cloudHsmRequest | typeof externalRequest, connected = false) {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const CustomKeyStoreId = connected
    ? await connectedKeyStore(sandbox, request)
    : ((await call("CreateCustomKeyStore", request)).CustomKeyStoreId ?? "");
  const update = (changes: Changes) => call("UpdateCustomKeyStore", { CustomKeyStoreId, ...changes });
  const described = async () => (await call("DescribeCustomKeyStores", { CustomKeyStoreId })).CustomKeyStores?.[0];
  return { call, update, described };
}

describe("UpdateCustomKeyStore", () => {
  test("changes name and cluster of a disconnected CloudHSM key store, and nothing else", async () => {
    const { update, described } = await setUp(cloudHsmRequest);
    const before = await described();

    expect(await update({ NewCustomKeyStoreName: "new name", CloudHsmClusterId: "cluster-22222222222" })).toEqual({});

    const expected = { ...before, CustomKeyStoreName: "new name", CloudHsmClusterId: "cluster-22222222222" };
    expect(await described()).toEqual(expected);
  });

  test("changes nothing of a CloudHSM key store that is connected", async () => {
    const { update } = await setUp(cloudHsmRequest, true);

    for (const changes of [{ NewCustomKeyStoreName: "new" }, { KeyStorePassword: "password" }])
      expect((await refusal(update(changes))).code).toBe("CustomKeyStoreInvalidStateException");
  });

  test("changes name, path and credential of an external key store that is connected, but nothing more", async () => {
    const { update, described } = await setUp(externalRequest, true);

    await update({
      NewCustomKeyStoreName: "new name",
      XksProxyUriPath: "/new/kms/xks/v2",
      XksProxyAuthenticationCredential: credential,
    });

    expect(await described()).toMatchObject({
      CustomKeyStoreName: "new name",
      ConnectionState: "CONNECTED",
      XksProxyConfiguration: { UriPath: "/new/kms/xks/v2", AccessKeyId: credential.AccessKeyId },
    });
    const endpoint = { NewCustomKeyStoreName: "x", XksProxyUriEndpoint: "https://new.example.com" };
    expect((await refusal(update(endpoint))).code).toBe("CustomKeyStoreInvalidStateException");
  });

  test("moves an external key store to a VPC endpoint service and back", async () => {
    const { update, described } = await setUp(externalRequest);
    const toVpc = { XksProxyConnectivity: "VPC_ENDPOINT_SERVICE" } as const;

    expect((await refusal(update(toVpc))).code).toBe("ValidationException");
    await update({ ...toVpc, XksProxyVpcEndpointServiceName });
    expect((await described())?.XksProxyConfiguration).toMatchObject({
      Connectivity: "VPC_ENDPOINT_SERVICE",
      VpcEndpointServiceName: XksProxyVpcEndpointServiceName,
    });

    await update({ XksProxyConnectivity: "PUBLIC_ENDPOINT" });
    expect(Object.keys((await described())?.XksProxyConfiguration ?? {})).toEqual([
      "Connectivity",
      "AccessKeyId",
      "UriEndpoint",
      "UriPath",
    ]);
    expect((await refusal(update({ XksProxyVpcEndpointServiceName }))).code).toBe("ValidationException");
  });

  test("refuses what another store has, and the settings of another type", async () => {
    const { call, update } = await setUp(cloudHsmRequest);
    await call("CreateCustomKeyStore", externalRequest);
    const other = { CustomKeyStoreName: "other", CloudHsmClusterId: "cluster-33333333333" };
    await call("CreateCustomKeyStore", { ...cloudHsmRequest, ...other });

    const codes = async (...all: Changes[]) =>
      Promise.all(all.map(async (changes) => (await refusal(update(changes))).code));
    expect(
      await codes(
        { NewCustomKeyStoreName: "external-store" },
        { CloudHsmClusterId: other.CloudHsmClusterId },
        { XksProxyUriPath: "/kms/xks/v1" },
      ),
    ).toEqual(["CustomKeyStoreNameInUseException", "CloudHsmClusterNotRelatedException", "ValidationException"]);
  });
});
