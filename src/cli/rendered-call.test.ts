// What is rendered must mean the call: any input that the contract's types allow, hostile texts included, is rendered, run
// by the shell or by JavaScript, and compared.
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contract, type Member, type Members, type OperationName, shapes } from "#kms/index.ts";
import { cliWords } from "./cli-words.ts";
import { cliLine } from "./render-cli-line.ts";
import { sdkCode } from "./render-sdk-code.ts";
import type { RenderedCall } from "./rendered-call.ts";

const hostileTexts = [
  ...[
    "",
    " ",
    "'",
    '"',
    "\\",
    "$HOME",
    "`id`",
    "$(id)",
    "a\nb",
    "\r\n",
    "!x",
    "~",
    "*",
    "#",
    "-",
    "--",
    "--region",
    "=x",
    "a=b",
  ],
  ...[
    "a,b",
    "[",
    "{",
    "[1]",
    '{"a":1}',
    "file://x",
    "fileb://x",
    "https://x",
    "\0",
    "\ud800",
    "é",
    "😀",
    "\u2028",
    "</script>",
  ],
  ...["__proto__", "constructor", "%s", "*/", "//"],
];
// A harmless beginning must not make the rest harmless.
const shellTexts = ["$HOME", "`id`", "*", "?", ";id", "&", "|id", ">x", "<x", "(", "{a,b}", "\\", "'", "#x", "\t"];
const text = fc.oneof(
  fc.constantFrom(...shellTexts).map((end) => `/${end}`),
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[\w:./-]{1,12}$/),
);

function anyValue(shapeName: string): fc.Arbitrary<unknown> {
  const shape = shapes[shapeName];
  if (!shape) throw new Error(`no shape ${shapeName}`);
  switch (shape.type) {
    case "string":
      return text;
    case "blob":
      return fc.uint8Array({ maxLength: 40 });
    case "integer":
      return fc.integer();
    case "boolean":
      return fc.boolean();
    case "timestamp":
      return fc.integer({ min: 0, max: 4e12 }).map((ms) => ms / 1000);
    case "list":
      return fc.array(anyValue(shape.member), { maxLength: 4 });
    case "map":
      return fc
        .array(fc.tuple(text, anyValue(shape.value)), { maxLength: 4 })
        .map((entries) => Object.fromEntries(entries));
    case "structure":
      return anyStructure(shape.members);
  }
}

function anyStructure(members: Members): fc.Arbitrary<object> {
  const values = Object.entries(members).map(([name, { shape }]: [string, Member]) => [name, anyValue(shape)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [], noNullPrototype: true });
}

const operationNames = Object.keys(contract) as OperationName[]; // the keys of the table are its operations
const anyCall: fc.Arbitrary<RenderedCall> = fc.constantFrom(...operationNames).chain((operation) =>
  anyStructure(contract[operation].input).map((input) => ({
    operation,
    region: "us-west-2",
    input: input as RenderedCall["input"], // right types, hostile values: what the renderers must bear
  })),
);

/** Runs a shell script in which `aws` tells its arguments, and returns the argument vector of each line. */
function argumentsInShell(lines: readonly string[]): string[][] {
  const script = `aws() { printf '%s\\0' "$#" aws "$@"; }\n${lines.join("\n")}\n`;
  const told = execFileSync("sh", ["-s"], { input: script, encoding: "utf8", maxBuffer: 1 << 26 }).split("\0");
  const vectors: string[][] = [];
  for (let at = 0; at < told.length - 1; ) {
    const count = Number(told[at]) + 1;
    vectors.push(told.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return vectors;
}

test("a shell gives back exactly the words of the line, on one line and on several", () => {
  fc.assert(
    fc.property(fc.array(anyCall, { minLength: 12, maxLength: 24 }), (calls) => {
      const words = calls.map((call) => cliWords(call).flat());
      expect(argumentsInShell(calls.map((call) => cliLine(call)))).toEqual(words);
      expect(argumentsInShell(calls.map((call) => cliLine(call, { multiline: true })))).toEqual(words);
    }),
    { numRuns: 25 },
  );
});

const AsyncFunction = (async () => undefined).constructor as new (
  ...names: string[]
) => (...values: unknown[]) => Promise<void>;

/** Runs the module's code with a client that notes what it is asked to send. */
async function inputFromCode(call: RenderedCall): Promise<{ region: unknown; input: unknown }> {
  const command = `${call.operation}Command`;
  const [importLine, ...rest] = sdkCode(call).split(";\n");
  expect(importLine).toBe(`import { ${command}, KMSClient } from "@aws-sdk/client-kms"`);
  const sent: { region?: unknown; input?: unknown } = {};
  class Client {
    constructor({ region }: { region: unknown }) {
      sent.region = region;
    }
    async send({ input }: { input: unknown }): Promise<void> {
      sent.input = input;
    }
  }
  class Command {
    constructor(readonly input: unknown) {}
  }
  await new AsyncFunction("KMSClient", command, "Buffer", rest.join(";\n"))(Client, Command, Buffer);
  return { region: sent.region, input: sent.input };
}

/** The input as the SDK takes it: Buffers and Dates, compared by their kind and content. */
function comparable(value: unknown, isTime = false): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("hex")}`;
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (typeof value === "number" && isTime) return `date ${Math.round(value * 1000)}`;
  if (Array.isArray(value)) return value.map((entry) => comparable(entry));
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([name, entry]) => [name, comparable(entry, name === "ValidTo")]));
}

test("the SDK code, run, sends exactly the input of the call", async () => {
  await fc.assert(
    fc.asyncProperty(anyCall, async (call) => {
      const { region, input } = await inputFromCode(call);
      expect(region).toBe(call.region);
      expect(comparable(input)).toEqual(comparable(call.input));
    }),
    { numRuns: 300 },
  );
});
