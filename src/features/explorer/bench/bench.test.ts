import { describe, expect, test } from "vitest";
import { outcomesOn } from "#features/explorer/preview/outcomes.ts";
import { type ArtefactRecord, findAlias, findKey, type Inputs, type NewArtefact } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { draftOf, emptyDraft } from "./bench-draft.ts";
import { judgeCards, judgementAfter, withoutMarks } from "./judge-cards.ts";
import { makeArtefact } from "./make-artefact.ts";
import { suggestAliases } from "./suggest-aliases.ts";

const place = { account: homeAccount, region: homeRegion };

/** A sandbox with an alias of this name for a new key. */
async function withAlias(AliasName: string, spec: Inputs["CreateKey"] = {}) {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const newKey = async () => (await call("CreateKey", spec)).KeyMetadata?.KeyId ?? "";
  await call("CreateAlias", { AliasName, TargetKeyId: await newKey() });
  const typed = { ...emptyDraft(homeRegion), alias: AliasName, text: "hello" };
  const draft = () => draftOf(sandbox.world(), homeAccount, typed);
  const make = (): Promise<NewArtefact> => {
    const { wish } = draft();
    if (!wish) throw new Error(JSON.stringify(draft().problems));
    return makeArtefact(call, wish);
  };
  return { sandbox, call, newKey, typed, draft, make };
}

const signing = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } as const;

describe("making a card", () => {
  test.each([
    [{}, "ciphertext", "SYMMETRIC_DEFAULT", false],
    [signing, "signature", "ECDSA_SHA_256", true],
    [{ KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" }, "signature", "ED25519_SHA_512", true],
    [{ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }, "mac", "HMAC_SHA_256", true],
  ] as const)(
    "through an alias of a key made by %o keeps what KMS answered",
    async (spec, kind, algorithm, hasMessage) => {
      const { sandbox, make } = await withAlias("alias/app", spec);

      const artefact = await make();

      const { targetKeyId = "" } = findAlias(sandbox.world(), place, "alias/app") ?? {};
      expect(artefact).toMatchObject({ ...place, kind, algorithm, aliasName: "alias/app", keyId: targetKeyId });
      expect(artefact.message).toEqual(hasMessage ? encodeUtf8("hello") : undefined);
      expect(findKey(sandbox.world(), place, targetKeyId)).toBeDefined();
      await sandbox.engine.changeSandbox({ type: "KeepArtefact", artefact });
      expect(await outcomesOn(sandbox.engine.fork(), artefact)).toMatchObject({
        byAlias: { ok: true },
        byKeyArn: { ok: true },
      });
    },
  );

  test("asks for a data key without its plaintext", async () => {
    const { sandbox, typed } = await withAlias("alias/app");
    const { wish } = draftOf(sandbox.world(), homeAccount, { ...typed, kind: "dataKey", text: "" });
    if (!wish) throw new Error("a data key needs no text");

    const artefact = await makeArtefact(sandbox.as(), wish);

    expect(sandbox.events.at(-1)?.eventName).toBe("GenerateDataKeyWithoutPlaintext");
    expect(Object.keys(artefact).sort()).toEqual(["account", "aliasName", "blob", "keyId", "kind", "label", "region"]);
  });

  test("does not tell a text that was encrypted, and shortens a message", async () => {
    const { make } = await withAlias("alias/app");
    expect((await make()).label).toBe("Encrypted text of 5 bytes");
    const { sandbox, typed } = await withAlias("alias/app", signing);
    const { wish } = draftOf(sandbox.world(), homeAccount, { ...typed, text: "<b>😀</b>".repeat(200) });
    if (!wish) throw new Error("the text is short enough");
    const { label } = await makeArtefact(sandbox.as(), wish);
    expect(label.length).toBeLessThanOrEqual(100);
    expect(label).toContain("<b>😀</b>");
  });
});

describe("the form", () => {
  test("offers what the key can do, and its algorithms", async () => {
    const { draft } = await withAlias("alias/app");
    expect(draft().kinds).toEqual(["ciphertext", "dataKey"]);
    const rsa = await withAlias("alias/app", { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
    expect(rsa.draft().kinds).toEqual(["signature"]);
    expect(rsa.draft().algorithms).toContain("RSASSA_PSS_SHA_256");
  });

  test("says what is wrong with an alias, a text and a name", async () => {
    const { sandbox, typed } = await withAlias("alias/app");
    const problems = (part: object) => draftOf(sandbox.world(), homeAccount, { ...typed, ...part }).problems;
    expect(problems({})).toEqual({});
    expect(problems({ alias: "app" })).toEqual({});
    expect(problems({ alias: "" }).alias).toContain("Choose");
    expect(problems({ alias: "other" }).alias).toContain("no alias other");
    expect(problems({ text: "" }).text).toContain("Enter");
    expect(problems({ text: "é".repeat(2_049) }).text).toContain("4,098");
    expect(problems({ label: "x".repeat(101) }).label).toContain("100");
    await sandbox.as()("DescribeKey", { KeyId: "alias/aws/s3" });
    expect(problems({ alias: "alias/aws/s3" }).alias).toContain("AWS managed");
  });

  test("suggests own aliases by any part of their name, but none whose key makes nothing to keep", async () => {
    const { sandbox, call } = await withAlias("alias/Finance");
    const agreement = await call("CreateKey", { KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" });
    const TargetKeyId = agreement.KeyMetadata?.KeyId ?? "";
    await call("CreateAlias", { AliasName: "alias/final-agreement", TargetKeyId });
    const names = (text: string) => suggestAliases(sandbox.world(), place, text).map(({ alias }) => alias.aliasName);
    expect(names("NAN")).toEqual(["alias/Finance"]);
    expect(names("alias/fin")).toEqual(["alias/Finance"]);
    expect(names("")).toEqual(["alias/Finance"]);
    expect(names("aws")).toEqual([]);
  });
});

describe("judging cards", () => {
  const kept = (artefact: NewArtefact, i: number): ArtefactRecord => ({
    ...artefact,
    artefactId: String(i),
    createdAt: i,
  });

  test("marks what a retarget has changed, and nothing else", async () => {
    const { sandbox, call, newKey, make } = await withAlias("alias/app");
    const artefact = await make();
    const first = judgementAfter(undefined, await outcomesOn(sandbox.engine.fork(), artefact), true);
    expect(first).toMatchObject({ changed: [], turns: 0 });

    await call("UpdateAlias", { AliasName: "alias/app", TargetKeyId: await newKey() });
    const second = judgementAfter(first, await outcomesOn(sandbox.engine.fork(), artefact), true);

    expect(second).toMatchObject({ changed: ["byAlias"], turns: 1 });
    expect(second.outcomes).toMatchObject({
      byAlias: { ok: false, code: "IncorrectKeyException" },
      byKeyArn: { ok: true },
      withoutKeyId: { ok: true },
    });
    expect(withoutMarks(new Map([["a", second]])).get("a")).toMatchObject({ changed: [], turns: 1 });
    expect(judgementAfter(second, second.outcomes, true)).toEqual(second);
  });

  test("marks nothing when another moment is looked at, but what has changed in the present meanwhile", () => {
    const works = { byAlias: { ok: true }, byKeyArn: { ok: true }, withoutKeyId: undefined } as const;
    const refused = { ok: false, code: "IncorrectKeyException", message: "" } as const;
    const fails = { ...works, byAlias: refused };
    const now = judgementAfter(undefined, fails, true);
    const then = judgementAfter(now, works, false);
    expect(then).toMatchObject({ outcomes: works, changed: [], turns: 0 });
    expect(judgementAfter(then, fails, true)).toMatchObject({ outcomes: fails, changed: [], turns: 0 });
    expect(judgementAfter(then, works, true)).toMatchObject({ changed: ["byAlias"], turns: 1 });
    expect(judgementAfter(judgementAfter(undefined, works, false), fails, true)).toMatchObject({ changed: [] });
  });

  test("stops when it is called off, and tells nothing more", async () => {
    const { sandbox, make } = await withAlias("alias/app");
    const cards = await Promise.all([1, 2, 3].map(async (i) => kept(await make(), i)));
    const controller = new AbortController();
    const told: string[] = [];
    const judging = judgeCards(
      cards,
      async (card) => {
        if (card.artefactId === "2") controller.abort();
        return outcomesOn(sandbox.engine.fork(), card);
      },
      (card) => void told.push(card.artefactId),
      controller.signal,
    );
    await expect(judging).rejects.toMatchObject({ name: "AbortError" });
    expect(told).toEqual(["1"]);
  });
});
