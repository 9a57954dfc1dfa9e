import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentsOf, rebuilt } from "#testing/world-contents.ts";
import { reverseDiff } from "./diff.ts";
import { recordId } from "./id.ts";
import type { AliasRecord, KeyRecord } from "./records.ts";
import { applyDiff, emptyWorld, type World, WorldDraft } from "./world.ts";

const place = { account: "111122223333", region: "us-east-1" };
const key = (keyId: string, more: Partial<KeyRecord> = {}): KeyRecord => ({
  ...place,
  keyId,
  creationDate: 0,
  description: "",
  keyManager: "CUSTOMER",
  keySpec: "SYMMETRIC_DEFAULT",
  keyUsage: "ENCRYPT_DECRYPT",
  keyState: "Enabled",
  origin: "AWS_KMS",
  multiRegion: false,
  ...more,
});
const alias = (name: string, targetKeyId?: string): AliasRecord => ({
  ...place,
  aliasName: `alias/${name}`,
  ...(targetKeyId ? { targetKeyId } : {}),
});
const idOf = (name: string) => recordId(place, name);

function worldWithKey(): World {
  const draft = new WorldDraft(emptyWorld(), 1);
  draft.put("keys", idOf("k1"), key("k1"));
  draft.put("aliases", idOf("alias/a"), alias("a", "k1"));
  return draft;
}

describe("WorldDraft", () => {
  test("leaves the World that it was begun on as it was", () => {
    const base = worldWithKey();
    const before = contentsOf(base);

    const draft = new WorldDraft(base);
    draft.put("keys", idOf("k2"), key("k2"));
    draft.remove("keys", idOf("k1"));
    draft.put("aliases", idOf("alias/a"), alias("a", "k2"));

    expect(contentsOf(base)).toEqual(before);
    expect(contentsOf(draft)).not.toEqual(before);
  });

  test("keeps the identity of every table and index that nobody wrote", () => {
    const base = worldWithKey();
    const draft = new WorldDraft(base);
    draft.put("aliases", idOf("alias/b"), alias("b", "k1"));

    const changed = (group: "tables" | "indexes") =>
      Object.keys(base[group]).filter((name) => Reflect.get(base[group], name) !== Reflect.get(draft[group], name));
    expect(changed("tables")).toEqual(["aliases"]);
    expect(changed("indexes")).toEqual(["aliasesByKey"]);
  });

  test("keeps the identity of everything when a write changes nothing", () => {
    const base = worldWithKey();
    const draft = new WorldDraft(base);
    draft.put("keys", idOf("k1"), base.tables.keys.get(idOf("k1")) ?? key("k1"));
    draft.remove("aliases", idOf("alias/missing"));

    expect(draft.tables).toEqual(base.tables);
    expect(draft.tables.keys).toBe(base.tables.keys);
    expect(draft.diff()).toEqual({});
  });

  test("notes the first and the last state of a record, and nothing of one that came and went", () => {
    const base = worldWithKey();
    const draft = new WorldDraft(base);
    draft.put("keys", idOf("k1"), key("k1", { description: "one" }));
    draft.put("keys", idOf("k1"), key("k1", { description: "two" }));
    draft.put("keys", idOf("k2"), key("k2"));
    draft.remove("keys", idOf("k2"));

    expect(draft.diff()).toEqual({ keys: { [idOf("k1")]: [key("k1"), key("k1", { description: "two" })] } });
  });

  test("moves the index rows with a retargeted alias and with a deletion date", () => {
    const draft = new WorldDraft(worldWithKey());
    draft.put("keys", idOf("k2"), key("k2"));
    draft.put("aliases", idOf("alias/a"), alias("a", "k2"));
    draft.put("keys", idOf("k1"), key("k1", { keyState: "PendingDeletion", deletionDate: 5 }));

    expect(contentsOf(draft).indexes).toEqual({
      aliasesByKey: { [`${idOf("k2")}/alias/a`]: "alias/a" },
      due: { [`0000000000000005/deletion/${idOf("k1")}`]: { kind: "deletion", id: idOf("k1") } },
      grantsByRetiringPrincipal: {},
      keysByStore: {},
      customerKeyCounts: { "111122223333/us-east-1/": 2 },
      grantsByGrantee: {},
      grantCounts: {},
    });
  });

  test("counts the grants of a key and finds them by their principals, until they are gone", () => {
    const draft = new WorldDraft(emptyWorld());
    const terms = { creationDate: 0, issuingAccount: "111122223333", operations: ["Decrypt"] as const };
    const principals = { granteePrincipal: "Bob", retiringPrincipal: "Eve" };
    const grant = { ...place, keyId: "k1", grantId: "g1", name: "n", ...terms, ...principals };
    const forService = { ...place, keyId: "k1", grantId: "g2", ...terms, granteeServicePrincipal: "s3" };
    const [first, second] = [`${idOf("k1")}/g1`, `${idOf("k1")}/g2`];
    draft.put("grants", first, grant);
    draft.put("grants", second, forService);

    expect(contentsOf(draft).indexes).toMatchObject({
      grantsByRetiringPrincipal: { [`us-east-1/Eve/${first}`]: first },
      grantsByGrantee: { [`${idOf("k1")}/Bob/n/g1`]: first, [`${idOf("k1")}/s3//g2`]: second },
      grantCounts: { [idOf("k1")]: 2 },
    });
    for (const id of [first, second]) draft.remove("grants", id);
    expect(contentsOf(draft)).toEqual(contentsOf(emptyWorld()));
  });
});

describe("applyDiff", () => {
  const names = fc.constantFrom("k1", "k2", "k3");
  const step = fc.oneof(
    fc.record({ type: fc.constant("key" as const), name: names, due: fc.option(fc.nat(99), { nil: undefined }) }),
    fc.record({ type: fc.constant("alias" as const), name: names, target: fc.option(names, { nil: undefined }) }),
    fc.record({ type: fc.constant("removeKey" as const), name: names }),
    fc.record({ type: fc.constant("removeAlias" as const), name: names }),
  );
  const draftOf = (base: World, steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
    const draft = new WorldDraft(base);
    for (const change of steps) {
      const { name } = change;
      if (change.type === "key") {
        const due = change.due === undefined ? {} : { deletionDate: change.due };
        draft.put("keys", idOf(name), key(name, { ...due, keyManager: name === "k3" ? "AWS" : "CUSTOMER" }));
      } else if (change.type === "alias") draft.put("aliases", idOf(`alias/${name}`), alias(name, change.target));
      else if (change.type === "removeKey") draft.remove("keys", idOf(name));
      else draft.remove("aliases", idOf(`alias/${name}`));
    }
    return draft;
  };

  test("gives what the draft gave, and its reverse gives back what was before", () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (earlier, later) => {
        const base = draftOf(emptyWorld(), earlier);
        const draft = draftOf(base, later);
        const after = applyDiff(base, draft.diff(), 1);

        expect(contentsOf(after)).toEqual(contentsOf(draft));
        expect(contentsOf(applyDiff(after, reverseDiff(draft.diff()), 0))).toEqual(contentsOf(base));
      }),
    );
  });

  test("keeps the indexes equal to those that are built anew from the tables", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const draft = draftOf(emptyWorld(), steps);
        expect(contentsOf(draft)).toEqual(contentsOf(rebuilt(draft)));
      }),
    );
  });
});
