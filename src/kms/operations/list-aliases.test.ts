import { describe, expect, test } from "vitest";
import { predefinedAliasNames } from "#kms/model/alias.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";

async function pagesOf(call: TestCall, Limit: number, KeyId?: string): Promise<string[][]> {
  const pages: string[][] = [];
  let Marker: string | undefined;
  do {
    const page = await call("ListAliases", { Limit, ...(KeyId && { KeyId }), ...(Marker && { Marker }) });
    expect(page.Truncated).toBe(page.NextMarker !== undefined);
    pages.push((page.Aliases ?? []).map(({ AliasName }) => AliasName ?? ""));
    Marker = page.NextMarker;
  } while (Marker);
  return pages;
}

describe("ListAliases", () => {
  test("shows the predefined aliases of a new Region, with no key behind them", async () => {
    const { Aliases } = await createTestEngine().as()("ListAliases", {});

    expect(Aliases?.map(({ AliasName }) => AliasName)).toEqual(predefinedAliasNames);
    expect(Aliases?.[0]).toEqual({
      AliasName: "alias/aws/acm",
      AliasArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/acm",
    });
  });

  test("answers an empty list for a key without aliases", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);

    expect(await call("ListAliases", { KeyId: keyId })).toEqual({ Aliases: [], Truncated: false });
  });

  test("pages through all names in order, each once", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    for (let i = 0; i < 20; i++) await call("CreateAlias", { AliasName: `alias/n${i}`, TargetKeyId: keyId });

    for (const limit of [1, 7, 34, 100]) {
      const names = (await pagesOf(call, limit)).flat();
      expect(names).toEqual([...new Set(names)].sort());
      expect(names).toHaveLength(20 + predefinedAliasNames.length);
      expect((await pagesOf(call, limit, keyId)).flat()).toHaveLength(20);
    }
  });

  test("goes on behind a name that was deleted between two pages", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    for (const name of ["a", "b", "c"]) await call("CreateAlias", { AliasName: `alias/${name}`, TargetKeyId: keyId });
    const { NextMarker = "" } = await call("ListAliases", { KeyId: keyId, Limit: 2 });
    await call("DeleteAlias", { AliasName: "alias/b" });

    const rest = await call("ListAliases", { KeyId: keyId, Limit: 2, Marker: NextMarker });

    expect(rest.Aliases?.map(({ AliasName }) => AliasName)).toEqual(["alias/c"]);
  });

  test("refuses markers that it did not give for this list", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const { NextMarker = "" } = await call("ListAliases", { Limit: 1 });

    for (const request of [{ Marker: "nonsense" }, { Marker: NextMarker, KeyId: keyId }])
      expect((await refusal(call("ListAliases", request))).code).toBe("InvalidMarkerException");
  });

  test("takes no alias as KeyId", async () => {
    const refused = await refusal(createTestEngine().as()("ListAliases", { KeyId: "alias/aws/s3" }));

    expect(refused.code).toBe("InvalidArnException");
  });
});
