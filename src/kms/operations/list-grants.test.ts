import { describe, expect, test } from "vitest";
import type { ListGrantsInput } from "#kms/contract/types.gen.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";

const [bob, eve] = ["Bob", "Eve"].map((name) => `arn:aws:iam::${homeAccount}:user/${name}`) as [string, string]; // of two names
const service = "dynamodb.us-east-1.amazonaws.com";

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { keyId: KeyId, arn } = await createKey(call);
  const grantTo = async (GranteePrincipal: string, count = 1) => {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const { GrantId = "" } = await call("CreateGrant", { KeyId, GranteePrincipal, Operations: ["DescribeKey"] });
      ids.push(GrantId);
    }
    return ids.sort();
  };
  const list = async (more: Partial<ListGrantsInput> = {}) => {
    const { Grants = [], NextMarker, Truncated } = await call("ListGrants", { KeyId, ...more });
    expect(Truncated).toBe(NextMarker !== undefined);
    return { ids: Grants.map(({ GrantId = "" }) => GrantId), next: NextMarker };
  };
  return { sandbox, call, KeyId, arn, grantTo, list };
}

describe("ListGrants", () => {
  test("answers an empty list for a key without grants, beside one with some", async () => {
    const { call, grantTo } = await setUp();
    await grantTo(bob);
    const { keyId } = await createKey(call);

    expect(await call("ListGrants", { KeyId: keyId })).toEqual({ Grants: [], Truncated: false });
  });

  test("gives 50 grants at a time, or 1 to 100 as asked, each grant once", async () => {
    const { grantTo, list } = await setUp();
    const all = await grantTo(bob, 101);

    const first = await list();
    expect(first.ids).toEqual(all.slice(0, 50));
    expect((await list({ Marker: first.next ?? "" })).ids).toEqual(all.slice(50, 100));
    expect((await list({ Limit: 1 })).ids).toEqual(all.slice(0, 1));
    expect((await list({ Limit: 1000 })).ids).toEqual(all.slice(0, 100));
  });

  test("shows the grants of one grantee only, page by page", async () => {
    const { grantTo, list } = await setUp();
    const bobs = await grantTo(bob, 3);
    await grantTo(eve, 3);

    const first = await list({ GranteePrincipal: bob, Limit: 2 });
    const second = await list({ GranteePrincipal: bob, Limit: 2, Marker: first.next ?? "" });

    expect([...first.ids, ...second.ids]).toEqual(bobs);
    expect(second.next).toBeUndefined();
    expect((await list({ GranteePrincipal: "nobody" })).ids).toEqual([]);
  });

  test("shows the grants of a grantee that is a service", async () => {
    const { call, KeyId, grantTo, list } = await setUp();
    await grantTo(bob);
    const { GrantId } = await call("CreateGrant", {
      KeyId,
      GranteeServicePrincipal: service,
      RetiringServicePrincipal: service,
      Operations: ["DescribeKey"],
      Constraints: { SourceArn: `arn:aws:dynamodb:us-east-1:${homeAccount}:table/t` },
    });

    expect((await list({ GranteeServicePrincipal: service })).ids).toEqual([GrantId]);
  });

  test("shows the one grant of an ID, or none", async () => {
    const { grantTo, list } = await setUp();
    const ids = await grantTo(bob, 3);

    for (const GrantId of ids) expect(await list({ GrantId, Limit: 1 })).toEqual({ ids: [GrantId] });
    expect((await list({ GrantId: ids[0] ?? "", GranteePrincipal: eve })).ids).toEqual([]);
    expect((await list({ GrantId: "0".repeat(64) })).ids).toEqual([]);
  });

  test("refuses what is no grant ID, a marker of another list, an alias and a missing key", async () => {
    const { call, grantTo, list } = await setUp();
    await grantTo(bob, 2);
    const { next = "" } = await list({ Limit: 1 });

    expect((await refusal(list({ GrantId: "nonsense" }))).code).toBe("InvalidGrantIdException");
    expect((await refusal(list({ Marker: next, GranteePrincipal: bob }))).code).toBe("InvalidMarkerException");
    expect((await refusal(call("ListGrants", { KeyId: "alias/finance" }))).code).toBe("InvalidArnException");
    expect((await refusal(call("ListGrants", { KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }))).code).toBe(
      "NotFoundException",
    );
  });

  test("shows the grants of another account's key when its key policy says so", async () => {
    const { sandbox, call, KeyId, arn, grantTo } = await setUp();
    const ids = await grantTo(`arn:aws:iam::${otherAccount}:user/Alice`);
    const guest = sandbox.as(homeRegion, otherAccount);
    // A grant cannot give ListGrants, so being a grantee is not enough.
    expect((await refusal(guest("ListGrants", { KeyId: arn }))).code).toBe("AccessDeniedException");

    const Statement = [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }];
    await call("PutKeyPolicy", { KeyId, Policy: JSON.stringify({ Statement }) });

    expect((await guest("ListGrants", { KeyId: arn })).Grants?.map(({ GrantId }) => GrantId)).toEqual(ids);
  });
});
