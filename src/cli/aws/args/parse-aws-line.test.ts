import { describe, expect, test } from "vitest";
import { FileError } from "#cli/aws/aws-host.ts";
import { contract } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { toWire } from "#protocol/codec.ts";
import { clientInput } from "./client-input.ts";
import type { ParameterHost } from "./parameter-file.ts";
import { type AwsLine, parseAwsLine } from "./parse-aws-line.ts";
import recordedLines from "./recorded-lines.json" with { type: "json" };
import { UsageError } from "./usage-error.ts";

/** What the real CLI (2.9.19) made of a line: the body that it sent, or what it wrote and how it ended. */
interface RecordedLine {
  readonly argv: readonly string[];
  readonly sends?: unknown;
  readonly exitCode?: number;
  readonly stderr?: string;
}
const recorded: readonly RecordedLine[] = recordedLines;

const usage =
  "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

/** The folder that stood on the machine of the recording. */
const files = new Map([
  ["/files/blob.bin", Uint8Array.of(0xff, 0x00, 0x61, 0x62, 0x63)],
  ["/files/key-id.txt", encodeUtf8("alias/x\r\n")],
  ["/files/plaintext.b64", encodeUtf8("aGVsbG8=\n")],
  ["/files/tags.json", encodeUtf8('[{"TagKey":"a","TagValue":"b"}]\n')],
  ["/files/tag.txt", encodeUtf8("TagKey=a,TagValue=b")],
  ["/files/input.json", encodeUtf8('{"KeyId": "a"}\n')],
]);
const host: ParameterHost = {
  env: { FOLDER: "/files" },
  readFile: async (path) => {
    const bytes = files.get(path);
    if (!bytes) throw new FileError(path === "/files" ? "EISDIR" : "ENOENT", path);
    return bytes;
  },
};
const parse = async (...argv: readonly string[]): Promise<AwsLine> => await parseAwsLine(argv, host);

/** As recorded: what would be sent, or what is wrong. */
async function outcome(argv: readonly string[]): Promise<Omit<RecordedLine, "argv">> {
  const line = await parse(...argv);
  if (line.kind === "usage") return { exitCode: line.exitCode, stderr: line.stderr };
  if (line.kind !== "call") throw new Error(`not a call: ${line.kind}`);
  try {
    return { sends: toWire(clientInput(contract[line.operation].input, line.parameters, line.globals.binaryFormat)) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exitCode: error.exitCode, stderr: error.stderr };
  }
}

describe("reads a line as the real CLI did", () => {
  test.each(recorded.map((line) => ({ words: line.argv.join(" "), ...line })))("aws $words", async (line) => {
    const { argv, sends, exitCode, stderr } = line;
    const expected = exitCode === undefined ? { sends } : { exitCode, stderr: stderr?.replace("<usage>", usage) };
    expect(await outcome(argv)).toEqual(expected);
  });
});

test("names the commands nearest to an unknown one below two columns of all", async () => {
  const line = await parse("kms", "describe-keys");
  expect(line).toMatchObject({ kind: "usage", exitCode: 252 });
  const text = line.kind === "usage" ? line.stderr : "";
  expect(text).toContain(`\n${"cancel-key-deletion".padEnd(40)} | ${"connect-custom-key-store".padEnd(40)}\n`);
  expect(text).toMatch(/\n\n\nInvalid choice: 'describe-keys', maybe you meant:\n\n {2}\* describe-key\n\n$/);
});

test("asks for a command", async () => {
  const stderr = `\n${usage}\naws: error: the following arguments are required: command\n\n`;
  expect(await parse()).toEqual({ kind: "usage", exitCode: 252, stderr });
});

test("knows help at each level, --help and --version", async () => {
  expect(await parse("help")).toMatchObject({ kind: "help", service: undefined });
  expect(await parse("kms", "help")).toMatchObject({ kind: "help", service: "kms", operation: undefined });
  expect(await parse("kms", "encrypt", "help")).toMatchObject({ kind: "help", operation: "Encrypt" });
  expect(await parse("kms", "encrypt", "--help")).toMatchObject({ kind: "text" });
  expect(await parse("kms", "--version", "nonsense")).toEqual({ kind: "version" });
});

test("hands the words of other services on, without the options of all commands", async () => {
  const line = await parse("--region", "eu-west-1", "sts", "get-caller-identity", "--output", "text");
  expect(line).toMatchObject({ kind: "other", service: "sts", words: ["get-caller-identity"] });
  expect(line).toMatchObject({ globals: { region: "eu-west-1", output: "text", paginate: true } });
});

test("looks at the options of all commands before it looks for the command", async () => {
  const refuse = (): never => {
    throw new UsageError("Bad value for --query a[");
  };
  const line = await parseAwsLine(["kms", "nonsense", "--query", "a["], host, refuse);
  expect(line).toEqual({ kind: "usage", exitCode: 252, stderr: "\nBad value for --query a[\n" });
});

describe("pages", () => {
  test("where the operation has pages and nobody turns them by hand", async () => {
    const asked = await parse("kms", "list-aliases", "--max-items", "5", "--page-size", "2", "--starting-token", "t");
    expect(asked).toMatchObject({ kind: "call", paging: { maxItems: 5, pageSize: 2, startingToken: "t" } });
    expect(await parse("kms", "list-key-rotations", "--key-id", "a")).toMatchObject({ paging: {} });
  });

  test.each([["--no-paginate"], ["--limit=5"], ["--marker=x"], ['--cli-input-json={"Limit":5}']])(
    "not with %s",
    async (word) => {
      expect(await parse("kms", "list-aliases", word)).toMatchObject({ kind: "call", paging: undefined });
    },
  );

  test("not where there is but one", async () => {
    expect(await parse("kms", "describe-key", "--key-id", "a")).toMatchObject({ kind: "call", paging: undefined });
  });
});
