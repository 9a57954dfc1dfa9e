import { describe, expect, it, test } from "vitest";
import { materialsOf, recordId } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { expiryProblem, type ImportDraft, importRequest, materialDescriptionProblem } from "./import-request.ts";
import { wrapMaterial } from "./wrap-material.ts";

const empty: ImportDraft = { wrapped: undefined, token: undefined, expires: false, expiryDay: "", description: "" };

test("what the page wraps and asks for is key material that the engine imports, new and again", async () => {
  const { as, world, engine } = createTestEngine();
  const call = as();
  const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });
  const id = recordId({ account: homeAccount, region: homeRegion }, KeyMetadata?.KeyId ?? "");
  const key = () => {
    const found = world().tables.keys.get(id);
    invariant(found, "the key was just created");
    return found;
  };
  const WrappingAlgorithm = "RSAES_OAEP_SHA_256";
  const { PublicKey, ImportToken } = await call("GetParametersForImport", {
    KeyId: key().keyId,
    WrappingAlgorithm,
    WrappingKeySpec: "RSA_2048",
  });
  invariant(PublicKey && ImportToken, "both are answered");
  const wrapped = await wrapMaterial(new Uint8Array(PublicKey), WrappingAlgorithm, new Uint8Array(32).fill(7));
  const tomorrow = new Date(engine.now() + 48 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const draft = { ...empty, wrapped, token: new Uint8Array(ImportToken), expires: true, expiryDay: tomorrow };

  const first = importRequest(key(), { type: "initial" }, { ...draft, description: "from the HSM" });
  invariant(first, "both files are there");
  await call("ImportKeyMaterial", first);
  const [material] = materialsOf(world(), key());
  invariant(material, "it was imported");
  expect(material).toMatchObject({ description: "from the HSM", validTo: Date.parse(`${tomorrow}T00:00:00`) });
  expect(key().keyState).toBe("Enabled");

  const again = importRequest(key(), { type: "again", material }, { ...draft, expires: false });
  invariant(again, "both files are there");
  await call("ImportKeyMaterial", again);
  expect(key().expirationModel).toBe("KEY_MATERIAL_DOES_NOT_EXPIRE");
});

describe("the dialog's own checks", () => {
  const now = Date.parse("2026-01-15T10:00:00");
  const expiring = (expiryDay: string) => expiryProblem({ ...empty, expires: true, expiryDay }, now);

  it("lets key material expire from tomorrow on, within a year", () => {
    expect(["2026-01-16", "2027-01-15"].map(expiring)).toEqual([undefined, undefined]);
    expect(expiring("2026-01-15")).toBe("Choose a day from tomorrow on, within 365 days.");
    expect(expiring("2027-01-16")).toBe("Choose a day from tomorrow on, within 365 days.");
    expect(expiring("")).toBe("Enter a date.");
  });

  it("lets a description have only the characters that the API takes", () => {
    const problem = (description: string) => materialDescriptionProblem({ ...empty, description });
    expect(problem("a, b")).toMatch(/^Use only/);
    expect(problem("a".repeat(257))).toBe("256 characters at most.");
    expect(problem("HSM 1: 2026/a_b.c-d")).toBeUndefined();
  });
});
