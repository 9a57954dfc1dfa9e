import { describe, expect, it } from "vitest";
import { descriptionLength } from "#features/keys/description-problem.ts";
import { emptyWorld } from "#kms/index.ts";
import { firstProblem, steps } from "./draft-problems.ts";
import { type KeyDraft, newDraft } from "./key-draft.ts";

const place = { account: "111122223333", region: "us-west-2" };
const { aliases } = emptyWorld().tables;
const problem = (changed: Partial<KeyDraft>) =>
  firstProblem({ ...newDraft, alias: "app", ...changed }, aliases, place, 0, steps.review);

describe("firstProblem", () => {
  it("lets a draft through that has an alias", () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ alias: "" })).toBe(steps.labels);
  });

  it("stops at the labels for a description that is longer than KMS takes", () => {
    expect(problem({ description: "d".repeat(descriptionLength) })).toBeUndefined();
    expect(problem({ description: "d".repeat(descriptionLength + 1) })).toBe(steps.labels);
  });

  it("stops at the first step until the risks of imported key material are understood", () => {
    expect(problem({ origin: "EXTERNAL" })).toBe(steps.configure);
    expect(problem({ origin: "EXTERNAL", understandsImport: true })).toBeUndefined();
  });

  it("stops at the first step until a key in a custom key store says where it belongs", () => {
    expect(problem({ origin: "AWS_CLOUDHSM" })).toBe(steps.configure);
    expect(problem({ origin: "AWS_CLOUDHSM", customKeyStoreId: "cks-1" })).toBeUndefined();
    expect(problem({ origin: "EXTERNAL_KEY_STORE", customKeyStoreId: "cks-1" })).toBe(steps.configure);
    expect(problem({ origin: "EXTERNAL_KEY_STORE", customKeyStoreId: "cks-1", xksKeyId: "1" })).toBeUndefined();
  });

  it("stops at the first step that is not in order", () => {
    expect(problem({ policy: "{", otherAccounts: ["12"] })).toBe(steps.users);
    expect(problem({ policy: "{" })).toBe(steps.policy);
  });
});
