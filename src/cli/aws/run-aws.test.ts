// Lines through the whole command, over the real engine. Texts of errors were seen from AWS CLI 2.9.19.
import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#kms/index.ts";
import { decodeBase64 } from "#lib/base64.ts";
import { decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { type AwsHost, FileError, type LookupEventsQuery } from "./aws-host.ts";
import { type AwsResult, runAws } from "./run-aws.ts";

const principal = `arn:aws:iam::${homeAccount}:user/Alice`;
let files: Map<string, Uint8Array>;
let asked: LookupEventsQuery[];
let host: AwsHost;

beforeEach(() => {
  const { engine } = createTestEngine();
  files = new Map();
  asked = [];
  host = {
    call: (operation, input, { region, profile }) => engine.call({ operation, input, region, ...profile } as Call), // the parser has held the input against the contract
    async readFile(path) {
      const bytes = files.get(path);
      if (!bytes) throw new FileError("ENOENT", path);
      return bytes;
    },
    async writeFile(path, bytes) {
      files.set(path, bytes);
    },
    env: { AWS_REGION: "us-east-1" },
    profiles: new Map([["default", { account: homeAccount, principal }]]),
    async lookupEvents(query) {
      asked.push(query);
      return { Events: [] };
    },
    lookAround: async (name) => ({
      regions: name === "alias/finance" ? ["eu-central-1"] : [],
      aliases: ["alias/orders", "alias/orders-archive"],
    }),
  };
});

/** Words are parted by spaces; none of these lines needs a quote. */
const aws = (line: string, changes: Partial<AwsHost> = {}): Promise<AwsResult> =>
  runAws(line.split(" "), { ...host, ...changes });

const output = async (line: string): Promise<string> => {
  const { stdout, stderr, exitCode } = await aws(line);
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  return stdout;
};

const newKey = async (): Promise<string> =>
  (await output("kms create-key --query KeyMetadata.KeyId --output text")).trim();

test("a key is made, named, described and used", async () => {
  const keyId = await newKey();
  expect(await output(`kms create-alias --alias-name alias/a --target-key-id ${keyId}`)).toBe("");
  expect(JSON.parse(await output("kms describe-key --key-id alias/a"))).toMatchObject({
    KeyMetadata: { KeyId: keyId },
  });
  const sealed = await output("kms encrypt --key-id alias/a --plaintext aGk= --query CiphertextBlob --output text");
  expect(await output(`kms decrypt --ciphertext-blob ${sealed.trim()} --query Plaintext --output text`)).toBe("aGk=\n");
});

test("the configured binary format is heeded", async () => {
  const keyId = await newKey();
  await output("configure set cli_binary_format raw-in-base64-out");
  const sealed = await output(`kms encrypt --key-id ${keyId} --plaintext hi! --query CiphertextBlob --output text`);
  files.set("sealed", decodeBase64(sealed.trim()) ?? new Uint8Array());
  expect(await output("kms decrypt --ciphertext-blob fileb://sealed --query Plaintext")).toBe('"aGkh"\n');
});

describe("paging", () => {
  beforeEach(async () => {
    const keyId = await newKey();
    for (const name of ["a", "b", "c"])
      await output(`kms create-alias --alias-name alias/${name} --target-key-id ${keyId}`);
  });
  const own = "Aliases[?TargetKeyId].AliasName";

  test("asks for all pages, whatever their size", async () => {
    expect(JSON.parse(await output(`kms list-aliases --page-size 1 --query ${own}`))).toEqual([
      "alias/a",
      "alias/b",
      "alias/c",
    ]);
  });

  test("is cut by --max-items and goes on from its token, within a page and between two", async () => {
    const seen: string[] = [];
    for (let token = ""; ; ) {
      const answer = JSON.parse(await output(`kms list-aliases --max-items 3 --page-size 2${token}`)) as {
        Aliases: { AliasName: string }[];
        NextToken?: string;
      };
      seen.push(...answer.Aliases.map(({ AliasName }) => AliasName));
      if (answer.NextToken === undefined) break;
      token = ` --starting-token ${answer.NextToken}`;
    }
    expect(seen).toEqual(JSON.parse(await output("kms list-aliases --query Aliases[].AliasName")));
  });

  test("has the CLI's own token", async () => {
    const token = await output("kms list-aliases --max-items 2 --query NextToken");
    const bytes = decodeBase64(JSON.parse(token) as string);
    expect(bytes && decodeUtf8(bytes)).toBe('{"Marker": null, "boto_truncate_amount": 2}');
  });

  test("runs the query on each page where the output is text", async () => {
    const lines = (await output("kms list-aliases --page-size 2 --output text --query length(Aliases)")).split("\n");
    expect(lines.slice(0, 2)).toEqual(["2", "2"]);
  });

  test("is switched off by --limit, which shows the marker", async () => {
    expect(JSON.parse(await output("kms list-aliases --limit 1"))).toMatchObject({
      Truncated: true,
      NextMarker: expect.any(String),
    });
  });
});

describe("failures", () => {
  test.each([
    [
      "kms describe-key --key-id alias/nope",
      254,
      `An error occurred (NotFoundException) when calling the DescribeKey operation: Alias arn:aws:kms:us-east-1:${homeAccount}:alias/nope is not found.`,
    ],
    ["kms list-keys --profile nope", 255, "The config profile (nope) could not be found"],
    [
      "kms list-keys --region mars-1",
      255,
      'Could not connect to the endpoint URL: "https://kms.mars-1.amazonaws.com/"',
    ],
    ["kms list-keys --region a_b", 255, "Provided region_name 'a_b' doesn't match a supported format."],
    [
      "kms list-keys --page-size 0",
      252,
      "Parameter validation failed:\nInvalid value for parameter Limit, value: 0, valid min value: 1",
    ],
  ])("%s", async (line, exitCode, message) => {
    expect(await aws(line)).toMatchObject({ stdout: "", stderr: `\n${message}\n`, exitCode });
  });

  test("no Region is named", async () => {
    expect(await aws("kms list-keys", { env: {} })).toMatchObject({
      stderr: '\nYou must specify a region. You can also configure your region by running "aws configure".\n',
      exitCode: 253,
    });
  });

  test("an output format of the environment that there is not", async () => {
    const env = { AWS_REGION: "us-east-1", AWS_DEFAULT_OUTPUT: "foo" };
    expect(await aws("kms list-keys", { env })).toMatchObject({
      stderr: "\nUnknown output type: foo\n",
      exitCode: 255,
    });
  });
});

describe("hints", () => {
  const place = `us-east-1 of account ${homeAccount}`;
  test.each([
    ["kms create-alias --alias-name alias/x --key-id k", "--target-key-id"],
    ["kms create-alias --alias-name x --target-key-id k", "alias/x"],
    ["kms create-alias --alias-name alias/a.b --target-key-id k", "no ."],
    ["kms encrypt --key-id k --plaintext hello!", "raw-in-base64-out"],
    ["kms describe-key --key-id finance", `key ID in ${place}. An alias is named with its prefix: alias/finance.`],
    ["kms describe-key --key-id order", "alias/orders."],
    [
      "kms describe-key --key-id alias/finance",
      `not in ${place}; it exists in eu-central-1. Add --region eu-central-1.`,
    ],
    ["kms describe-key --key-id alias/finance --region us-west-2", "not in us-west-2 of account"],
    ["kms describe-key --key-id alias/ordres", `not in ${place}. Did you mean alias/orders?`],
    ["kms describe-key --key-id=alias/orders-arch", "Did you mean alias/orders-archive?"],
    ["kms describe-key --key-id 1234abcd-12ab-34cd-56ef-1234567890ab", "list-keys --region us-east-1"],
    ["kms describe-key --keyid k", "Did you mean --key-id?"],
    ["kms describe-key --nonsense k", "describe-key help"],
    ["kms lst-aliases", "aws kms list-aliases"],
    ["km list-keys", "Did you mean aws kms?"],
    ["s3 ls", "This sandbox has KMS only"],
    ["list-keys", "aws kms list-keys"],
    ["aws kms list-keys", "aws twice"],
    ["kms describe-key \u2013key-id k", "two plain ones: --key-id"],
    ["kms describe-key --key-id \u201ck\u201d", "curly quotes"],
    ["configure set region eu-west-1", "AWS_REGION=us-east-1 in the environment wins"],
  ])("after %s", async (line, part) => {
    const { hint, stderr } = await aws(line);
    expect(hint).toContain(part);
    expect(stderr).not.toContain(hint);
  });

  test.each([
    ["encrypt --key-id KEY --plaintext aGk=", "disable-key", "enable-key --key-id"],
    ["encrypt --key-id KEY --plaintext aGk=", "schedule-key-deletion", "cancel-key-deletion"],
    ["sign --key-id KEY --message aGk= --signing-algorithm ECDSA_SHA_256", undefined, "KeyUsage"],
    ["put-key-policy --key-id KEY --policy {}", undefined, "Effect, Principal, Action and Resource"],
    ["decrypt --ciphertext-blob aGk=", undefined, "to the letter"],
  ])("tell of %s after %s", async (line, before, part) => {
    const keyId = await newKey();
    if (before !== undefined) await output(`kms ${before} --key-id ${keyId}`);
    const { hint, exitCode } = await aws(`kms ${line.replace("KEY", keyId)}`);
    expect({ hint, exitCode }).toEqual({ hint: expect.stringContaining(part), exitCode: 254 });
  });

  test("are not given where nothing surprises", async () => {
    expect(await aws("kms list-keys")).not.toHaveProperty("hint");
    expect(await aws("configure set region eu-west-1", { env: {} })).not.toHaveProperty("hint");
  });
});

describe("a hostile line", () => {
  const run = (...words: string[]): Promise<AwsResult> => runAws(["kms", ...words], host);
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  const tooDeep = "maximum recursion depth exceeded";
  const [inArray, inCall] = [" while decoding a JSON array from a unicode string", " while calling a Python object"];
  const grant = ["create-grant", "--key-id", "k", "--grantee-principal", "p", "--operations", "Decrypt"];

  test.each([
    ["a whole input", ["describe-key", "--cli-input-json", nested(20_000)], `\n${tooDeep}${inArray}\n`, 255],
    ["tags", ["create-key", "--tags", nested(20_000)], `\n${tooDeep}${inArray}\n`, 255],
    ["shorthand", [...grant, "--constraints", `a=${nested(20_000)}`], `\n${tooDeep}${inCall}\n`, 255],
    ["YAML", ["describe-key", "--cli-input-yaml", `KeyId: ${nested(600)}`], `\n${tooDeep}\n`, 255],
    ["a YAML list of itself", ["describe-key", "--cli-input-yaml", "KeyId: &a [*a]"], `\n${tooDeep}\n`, 255],
  ])("of too deep a nesting is refused: %s", async (_, words, stderr, exitCode) => {
    expect(await run(...words)).toMatchObject({ stdout: "", stderr, exitCode });
  });

  test("of too deep a query is refused at once", async () => {
    const { stderr, exitCode } = await run("list-keys", "--query", "[".repeat(20_000));
    expect(stderr).toMatch(/^\nBad value for --query \[+: maximum recursion depth exceeded\n$/);
    expect(exitCode).toBe(252);
    expect(await run("list-keys", "--query", `${"a.".repeat(50_000)}a`)).toMatchObject({ exitCode: 255 });
  });

  test("of YAML that means a billion entries is refused", async () => {
    const yaml = Array.from({ length: 10 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`).slice(1);
    expect(await run("describe-key", "--cli-input-yaml", ["a0: &a0 [x]", ...yaml].join("\n"))).toMatchObject({
      stderr: "\nError parsing parameter 'cli-input-yaml': Invalid YAML received.\n",
      exitCode: 252,
    });
  });

  test("of bytes where a text belongs is shown them", async () => {
    files.set("big", new Uint8Array(300_000).fill(0xe9));
    const { stderr, exitCode } = await run("describe-key", "--key-id", "fileb://big");
    expect(stderr).toContain(`value: b'${"\\xe9".repeat(300_000)}', type: <class 'bytes'>`);
    expect(exitCode).toBe(252);
  });
});

describe("configure", () => {
  test("keeps settings in their sections and leaves the rest of the file alone", async () => {
    files.set("~/.aws/config", encodeUtf8("# mine\n[default]\nregion = us-east-1\n\n[profile dev]\noutput = text\n"));
    await aws("configure set region eu-west-1");
    await aws("configure set profile.dev.region us-west-2");
    await aws("configure set profile.new.region us-west-1");
    expect(decodeUtf8(files.get("~/.aws/config") ?? new Uint8Array())).toBe(
      "# mine\n[default]\nregion = eu-west-1\n\n[profile dev]\noutput = text\nregion = us-west-2\n[profile new]\nregion = us-west-1\n",
    );
    expect(await output("configure get region")).toBe("eu-west-1\n");
    expect(await output("configure list-profiles")).toBe("default\ndev\nnew\n");
    expect(await aws("configure get nothing")).toEqual({ stdout: "", stderr: "", exitCode: 1 });
  });

  test("gives a Region to lines that name none", async () => {
    await aws("configure set region eu-central-1", { env: {} });
    expect(await aws("kms list-aliases --query Aliases[0].AliasArn", { env: {} })).toMatchObject({
      stdout: expect.stringContaining("arn:aws:kms:eu-central-1:"),
    });
  });
});

test("sts tells who calls", async () => {
  expect(JSON.parse(await output("sts get-caller-identity"))).toMatchObject({ Account: homeAccount, Arn: principal });
});

test("cloudtrail hands its question on", async () => {
  const line = "cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=Encrypt";
  expect(await output(`${line} --start-time 2026-01-15T10:00:00Z --max-results 5`)).toBe('{\n    "Events": []\n}\n');
  expect(asked).toEqual([{ attribute: { key: "EventName", value: "Encrypt" }, startTime: 1768471200, maxResults: 5 }]);
});

test.each([
  [
    "AttributeKey=EventName,AttributeValue=a AttributeKey=ReadOnly,AttributeValue=true",
    "InvalidLookupAttributesException",
  ],
  ["AttributeKey=Colour,AttributeValue=red", "InvalidLookupAttributesException"],
  ["AttributeKey=EventName,AttributeValue=a --max-results 100", "InvalidMaxResultsException"],
])("cloudtrail refuses %s", async (words, code) => {
  const { stderr, exitCode } = await aws(`cloudtrail lookup-events --lookup-attributes ${words}`);
  expect(stderr).toContain(`An error occurred (${code}) when calling the LookupEvents operation: `);
  expect({ exitCode, asked }).toEqual({ exitCode: 254, asked: [] });
});

test.each(["help", "kms help", "kms create-grant help", "sts help", "configure help", "cloudtrail help"])(
  "%s has a page",
  async (line) => {
    expect(await output(line)).toContain("NAME\n");
  },
);
