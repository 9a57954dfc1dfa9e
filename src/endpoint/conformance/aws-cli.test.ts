// The AWS CLI as Debian ships it, unmodified, with commands as people print and copy them.
import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Endpoint, startEndpoint } from "#endpoint/server.ts";
import { awsCli, type Finished, isInstalled, run } from "./client-program.ts";

const account = "111122223333";
const owner = "444455556666";
const installed = await isInstalled(awsCli, ["--version"]);

/** A key policy that lets the account itself and another one use the key. */
const sharedWith = (other: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [owner, other].map((one) => ({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${one}:root` },
      Action: "kms:*",
      Resource: "*",
    })),
  });

// Each command starts a Python program.
describe.skipIf(!installed)("the AWS CLI", { timeout: 120_000 }, () => {
  let endpoint: Endpoint;
  const files = mkdtempSync(join(tmpdir(), "kms-sandbox-cli-"));
  beforeAll(async () => {
    endpoint = await startEndpoint({ port: 0, strict: true });
  });
  afterAll(async () => {
    await endpoint.close();
    rmSync(files, { recursive: true });
  });

  /** Runs `aws ... --endpoint-url URL`: the words of a command as printed, without its `aws`. */
  const aws = (args: readonly string[], as = account, region = "us-east-1"): Promise<Finished> =>
    run(awsCli, [...args, "--endpoint-url", endpoint.url], { AWS_ACCESS_KEY_ID: as, AWS_DEFAULT_REGION: region });

  /** What a command that has to succeed printed, as JSON. */
  async function answer(args: readonly string[], as?: string, region?: string): Promise<Record<string, unknown>> {
    const { exitCode, stdout, stderr } = await aws(args, as, region);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    return stdout === "" ? {} : (JSON.parse(stdout) as Record<string, unknown>); // the CLI prints an object
  }

  async function createKey(args: readonly string[] = [], as?: string, region?: string): Promise<string> {
    const { KeyMetadata } = await answer(["kms", "create-key", ...args], as, region);
    return (KeyMetadata as { Arn: string }).Arn;
  }

  test("generates a data key under an alias name", async () => {
    const keyArn = await createKey();
    await answer(["kms", "create-alias", "--alias-name", "alias/finance", "--target-key-id", keyArn]);

    const dataKey = await answer("kms generate-data-key --key-id alias/finance --key-spec AES_256".split(" "));

    expect(dataKey.KeyId).toBe(keyArn);
    expect(Buffer.from(String(dataKey.Plaintext), "base64")).toHaveLength(32);
    writeFileSync(join(files, "data-key"), Buffer.from(String(dataKey.CiphertextBlob), "base64"));
    const decrypted = await answer(["kms", "decrypt", "--ciphertext-blob", `fileb://${join(files, "data-key")}`]);
    expect(decrypted.Plaintext).toBe(dataKey.Plaintext);
  });

  test("generates a data key under an alias ARN, of the caller's account or of one that shares the key", async () => {
    const keyArn = await createKey(["--policy", sharedWith(account)], owner, "us-west-2");
    const alias = ["--alias-name", "alias/ExampleAlias", "--target-key-id", keyArn];
    await answer(["kms", "create-alias", ...alias], owner, "us-west-2");
    const command =
      "kms generate-data-key --key-id arn:aws:kms:us-west-2:444455556666:alias/ExampleAlias --key-spec AES_256".split(
        " ",
      );

    expect((await answer(command, owner, "us-west-2")).KeyId).toBe(keyArn);
    expect((await answer(command, account, "us-west-2")).KeyId).toBe(keyArn);
    const elsewhere = await aws(command, owner, "us-east-1");
    expect(elsewhere.exitCode).toBe(254);
    expect(elsewhere.stderr).toContain(
      "An error occurred (NotFoundException) when calling the GenerateDataKey operation: Invalid arn us-west-2",
    );
  });

  test.each(["us-west-2", "eu-central-1", "ap-southeast-2"])("creates alias/new-app in %s", async (region) => {
    const keyArn = await createKey([], account, region);
    const command = ["--region", region, "kms", "create-alias", "--alias-name", "alias/new-app"];

    // The flag that a page of AWS shows; the CLI knows another.
    const asPrinted = await aws([...command, "--key-id", keyArn]);
    expect(asPrinted.exitCode).toBe(252);
    expect(asPrinted.stderr).toContain("the following arguments are required: --target-key-id");

    await answer([...command, "--target-key-id", keyArn]);
    const { KeyMetadata } = await answer(["--region", region, "kms", "describe-key", "--key-id", "alias/new-app"]);
    expect(KeyMetadata).toMatchObject({ Arn: keyArn, KeyState: "Enabled" });
  });

  test("signs with RSASSA_PSS_SHA_384 under an alias, and OpenSSL believes it", async () => {
    const keyArn = await createKey(["--key-spec", "RSA_2048", "--key-usage", "SIGN_VERIFY"]);
    await answer(["kms", "create-alias", "--alias-name", "alias/new-app", "--target-key-id", keyArn]);
    const message = Buffer.from("a message to sign");
    const signing = ["--message-type", "RAW", "--signing-algorithm", "RSASSA_PSS_SHA_384"];
    const what = ["--key-id", "alias/new-app", "--message", message.toString("base64"), ...signing];

    const signed = await answer(["kms", "sign", ...what]);

    expect(signed).toMatchObject({ KeyId: keyArn, SigningAlgorithm: "RSASSA_PSS_SHA_384" });
    const { PublicKey } = await answer(["kms", "get-public-key", "--key-id", "alias/new-app"]);
    const key = createPublicKey({ key: Buffer.from(String(PublicKey), "base64"), format: "der", type: "spki" });
    const signature = Buffer.from(String(signed.Signature), "base64");
    expect(verify("sha384", message, { key, padding: 6, saltLength: 48 }, signature)).toBe(true);
    writeFileSync(join(files, "signature"), signature);
    const verified = await answer(["kms", "verify", ...what, "--signature", `fileb://${join(files, "signature")}`]);
    expect(verified).toEqual({ KeyId: keyArn, SignatureValid: true, SigningAlgorithm: "RSASSA_PSS_SHA_384" });
  });

  test("lists aliases with five members, both dates among them, over pages of one", async () => {
    const region = "ca-central-1";
    const keyArn = await createKey([], account, region);
    for (const name of ["alias/one", "alias/two"])
      await answer(["kms", "create-alias", "--alias-name", name, "--target-key-id", keyArn], account, region);

    const { Aliases } = await answer(["kms", "list-aliases", "--key-id", keyArn, "--page-size", "1"], account, region);

    const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
    expect(Aliases).toEqual(
      ["alias/one", "alias/two"].map((AliasName) => ({
        AliasName,
        AliasArn: `arn:aws:kms:${region}:${account}:${AliasName}`,
        TargetKeyId: keyArn.split("/")[1],
        CreationDate: date,
        LastUpdatedDate: date,
      })),
    );
  });

  test("prints what --query and --output ask for", async () => {
    const keyArn = await createKey(["--description", "for the query"]);
    const format = ["--query", "KeyMetadata.[Arn,Description]", "--output", "text"];

    const { stdout } = await aws(["kms", "describe-key", "--key-id", keyArn, ...format]);

    expect(stdout).toBe(`${keyArn}\tfor the query\n`);
  });

  test("reports a refusal in the words of KMS", async () => {
    const { exitCode, stdout, stderr } = await aws(["kms", "describe-key", "--key-id", "alias/nothing"]);

    expect({ exitCode, stdout }).toEqual({ exitCode: 254, stdout: "" });
    expect(stderr.trim()).toBe(
      "An error occurred (NotFoundException) when calling the DescribeKey operation: " +
        `Alias arn:aws:kms:us-east-1:${account}:alias/nothing is not found.`,
    );
  });
});
