import fc from "fast-check";
import { expect, test } from "vitest";
import { cliWords } from "#cli/cli-words.ts";
import { contract, type OperationName } from "#kms/index.ts";
import { clientInput } from "./client-input.ts";
import { type AwsLine, parseAwsLine } from "./parse-aws-line.ts";

const host = {
  env: {},
  readFile: async (path: string): Promise<Uint8Array> => {
    throw new Error(`no line should name a file: ${path}`);
  },
};

/** Texts that mean something to a parser somewhere on the way, and any other. Not empty: some members must not be. */
const text = fc.oneof(
  fc.constantFrom(
    "-x",
    "--key-id",
    "--",
    "a b",
    "file://x",
    "fileb://x",
    "[a",
    "{",
    "a,b=c",
    "'",
    '"',
    "\\",
    "😀",
    "=",
    "-1",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);
const bytes = fc.uint8Array({ maxLength: 20 });
const calls: fc.Arbitrary<readonly [OperationName, Readonly<Record<string, unknown>>]> = fc.oneof(
  fc.tuple(
    fc.constant("CreateKey" as const),
    fc.record({
      Description: text,
      MultiRegion: fc.boolean(),
      Tags: fc.array(fc.record({ TagKey: text, TagValue: text }), { maxLength: 3 }),
    }),
  ),
  fc.tuple(
    fc.constant("Encrypt" as const),
    fc.record({
      KeyId: text,
      Plaintext: bytes,
      EncryptionContext: fc.dictionary(text, text, { noNullPrototype: true }),
      GrantTokens: fc.array(text, { maxLength: 3 }),
    }),
  ),
  fc.tuple(
    fc.constant("ImportKeyMaterial" as const),
    fc.record({
      KeyId: text,
      ImportToken: bytes,
      EncryptedKeyMaterial: bytes,
      ValidTo: fc.integer({ min: 0, max: 4e9 }),
    }),
  ),
);

test("reads every line that the console shows as the call that it shows", async () => {
  await fc.assert(
    fc.asyncProperty(calls, async ([operation, input]) => {
      const words = cliWords({ operation, input, region: "eu-west-1" }).flat();
      const line: AwsLine = await parseAwsLine(words.slice(1), host);
      if (line.kind !== "call") throw new Error(JSON.stringify({ words, line }));
      expect(line.globals.region).toBe("eu-west-1");
      expect(clientInput(contract[operation].input, line.parameters)).toEqual(input);
    }),
    { numRuns: 300 },
  );
});
