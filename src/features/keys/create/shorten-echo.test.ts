import { describe, expect, it } from "vitest";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";
import { shortenEcho } from "./shorten-echo.ts";

const refuse = async (description: string, keySpec = "RSA_2048"): Promise<string> => {
  // A spec that there is not: the wizard cannot send one, and the answer then echoes two values.
  const input = { Description: description, KeySpec: keySpec as "RSA_2048" };
  return (await refusal(createTestEngine().as()("CreateKey", input))).message;
};

describe("shortenEcho", () => {
  it("cuts a long value that KMS repeats, whatever stands in it", async () => {
    const message = await refuse(`it's ${"d".repeat(8192)}`);
    expect(message.length).toBeGreaterThan(8192);
    const short = shortenEcho(message);
    expect(short.length).toBeLessThan(400);
    expect(short).toContain(`Value 'it's ${"d".repeat(95)}…' (8197 characters) at 'description' failed to satisfy`);
    expect(short).toContain("length less than or equal to 8192");
  });

  it("leaves short values and the rest of a refusal as they are", async () => {
    const message = await refuse("d".repeat(8193), "RSA_1");
    expect(shortenEcho(message)).toContain("Value 'RSA_1' at 'keySpec' failed");
    expect(shortenEcho("Key 'arn:aws:kms:us-west-2:111122223333:key/x' does not exist")).toBe(
      "Key 'arn:aws:kms:us-west-2:111122223333:key/x' does not exist",
    );
  });
});
