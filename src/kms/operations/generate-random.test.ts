import { describe, expect, test } from "vitest";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

describe("GenerateRandom", () => {
  test("answers as many bytes as asked, other ones each time", async () => {
    const call = createTestEngine().as();

    const first = await call("GenerateRandom", { NumberOfBytes: 1024 });
    const second = await call("GenerateRandom", { NumberOfBytes: 1024 });

    expect(first.Plaintext).toHaveLength(1024);
    expect(first.Plaintext).not.toEqual(second.Plaintext);
  });

  test("finds no custom key store", async () => {
    const call = createTestEngine().as();
    const request = { NumberOfBytes: 8, CustomKeyStoreId: "cks-1234567890abcdef0" };

    expect((await refusal(call("GenerateRandom", request))).code).toBe("CustomKeyStoreNotFoundException");
  });

  test("says that it cannot answer an enclave", async () => {
    const call = createTestEngine().as();

    expect((await refusal(call("GenerateRandom", { NumberOfBytes: 8, Recipient: {} }))).code).toBe(
      "UnsupportedOperationException",
    );
  });
});
