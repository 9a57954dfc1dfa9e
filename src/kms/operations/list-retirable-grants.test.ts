import { describe, expect, test } from "vitest";
import type { CreateGrantInput, ListRetirableGrantsInput } from "#kms/contract/types.gen.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";

const userOf = (account: string, name: string) => `arn:aws:iam::${account}:user/${name}`;
const bob = userOf(homeAccount, "Bob");
const service = "dynamodb.us-east-1.amazonaws.com";

async function setUp() {
  const sandbox = createTestEngine();
  const grantIn = async (region: string, account: string, terms: Omit<CreateGrantInput, "KeyId" | "Operations">) => {
    const call = sandbox.as(region, account);
    const { keyId: KeyId } = await createKey(call);
    const { GrantId = "" } = await call("CreateGrant", { KeyId, Operations: ["DescribeKey"], ...terms });
    return GrantId;
  };
  /** A grant that `RetiringPrincipal` can retire, each on a key of its own. */
  const retirableBy = (RetiringPrincipal: string, account = homeAccount, region = homeRegion) =>
    grantIn(region, account, { GranteePrincipal: userOf(account, "App"), RetiringPrincipal });
  const list = async (input: ListRetirableGrantsInput, account = homeAccount) => {
    const { Grants = [], NextMarker, Truncated } = await sandbox.as(homeRegion, account)("ListRetirableGrants", input);
    expect(Truncated).toBe(NextMarker !== undefined);
    return { ids: Grants.map(({ GrantId = "" }) => GrantId), next: NextMarker };
  };
  return { sandbox, grantIn, retirableBy, list };
}

describe("ListRetirableGrants", () => {
  test("shows the grants of this Region that the principal can retire, on keys of any account", async () => {
    const { retirableBy, list } = await setUp();
    const expected = [await retirableBy(bob), await retirableBy(bob), await retirableBy(bob, otherAccount)];
    await retirableBy(bob, homeAccount, "eu-west-1");
    await retirableBy(userOf(homeAccount, "Eve"));
    await retirableBy(userOf(homeAccount, "Bob/Eve"));

    expect((await list({ RetiringPrincipal: bob })).ids.sort()).toEqual(expected.sort());
  });

  test("gives a page at a time, each grant once", async () => {
    const { retirableBy, list } = await setUp();
    const expected = [await retirableBy(bob), await retirableBy(bob), await retirableBy(bob)];
    await retirableBy(userOf(homeAccount, "Bob/Eve"));

    const first = await list({ RetiringPrincipal: bob, Limit: 2 });
    const second = await list({ RetiringPrincipal: bob, Limit: 2, Marker: first.next ?? "" });

    expect([first.ids.length, second.ids.length, second.next]).toEqual([2, 1, undefined]);
    expect([...first.ids, ...second.ids].sort()).toEqual(expected.sort());
  });

  test("shows of a service the grants on the account's own keys", async () => {
    const { grantIn, list } = await setUp();
    const terms = (account: string) => ({
      GranteeServicePrincipal: service,
      RetiringServicePrincipal: service,
      Constraints: { SourceArn: `arn:aws:dynamodb:us-east-1:${account}:table/t` },
    });
    const own = await grantIn(homeRegion, homeAccount, terms(homeAccount));
    await grantIn(homeRegion, otherAccount, terms(otherAccount));

    expect((await list({ RetiringServicePrincipal: service })).ids).toEqual([own]);
  });

  test("forgets a grant that is retired and the grants of a deleted key", async () => {
    const { sandbox, retirableBy, list } = await setUp();
    const [first] = [await retirableBy(bob), await retirableBy(bob)];
    const call = sandbox.as();
    for (const { KeyId = "", GrantId = "" } of (await call("ListRetirableGrants", { RetiringPrincipal: bob })).Grants ??
      [])
      if (GrantId === first) await call("RetireGrant", { KeyId, GrantId });
      else await call("ScheduleKeyDeletion", { KeyId: KeyId.split("/")[1] ?? "", PendingWindowInDays: 7 });

    expect((await list({ RetiringPrincipal: bob })).ids).toHaveLength(1);
    sandbox.clock.advance(8 * 24 * 60 * 60 * 1000);

    expect((await list({ RetiringPrincipal: bob })).ids).toEqual([]);
  });

  test("refuses no principal, two of them, one of another account and what is none", async () => {
    const { list } = await setUp();
    const codes: string[] = [];
    for (const input of [
      {},
      { RetiringPrincipal: bob, RetiringServicePrincipal: service },
      { RetiringPrincipal: userOf(otherAccount, "Bob") },
      { RetiringPrincipal: "Bob" },
    ])
      codes.push((await refusal(list(input))).code);

    expect(codes).toEqual(["ValidationException", "ValidationException", "InvalidArnException", "InvalidArnException"]);
  });

  test("refuses a marker of another principal's list", async () => {
    const { retirableBy, list } = await setUp();
    await retirableBy(bob);
    await retirableBy(bob);
    const { next = "" } = await list({ RetiringPrincipal: bob, Limit: 1 });

    const attempt = list({ RetiringPrincipal: userOf(homeAccount, "Eve"), Marker: next });

    expect((await refusal(attempt)).code).toBe("InvalidMarkerException");
  });
});
