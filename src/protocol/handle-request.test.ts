import { describe, expect, test, vi } from "vitest";
import { type Call, contract, type Engine, KmsError, type KmsErrorCode } from "#kms/index.ts";
import { decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";
import { createTestEngine, homeAccount, otherAccount } from "#testing/test-engine.ts";
import { createRequestHandler, type RequestHandler } from "./handle-request.ts";
import type { WireRequest } from "./wire-message.ts";

const options = { defaultAccount: homeAccount, defaultRegion: "us-east-1" };

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

async function send(
  handle: RequestHandler,
  operation: string,
  body: unknown,
  more: Partial<WireRequest> = {},
): Promise<Answer> {
  const {
    status,
    headers,
    body: bytes,
  } = await handle({
    method: "POST",
    path: "/",
    body: encodeUtf8(typeof body === "string" ? body : JSON.stringify(body)),
    ...more,
    headers: {
      "Content-Type": "application/x-amz-json-1.1",
      "X-Amz-Target": `TrentService.${operation}`,
      ...more.headers,
    },
  });
  return { status, headers, text: decodeUtf8(bytes) ?? "" };
}

const json = (answer: Answer): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;

function sandbox(): RequestHandler {
  return createRequestHandler(createTestEngine().engine, options);
}

/** An engine that notes its calls, or throws. */
function spy(thrown?: unknown): { calls: Call[]; engine: Pick<Engine, "call"> } {
  const calls: Call[] = [];
  const call = async (made: Call): Promise<never> => {
    calls.push(made);
    if (thrown !== undefined) throw thrown;
    return undefined as never; // stands for an answer without output
  };
  return { calls, engine: { call: call as unknown as Engine["call"] } }; // one answer for every operation
}

const signedBy = (accessKeyId: string, region: string): Record<string, string> => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260115/${region}/kms/aws4_request, SignedHeaders=host, Signature=ab`,
});

describe("a good request", () => {
  test("is answered 200 with JSON, a request id, base64 blobs and epoch seconds", async () => {
    const handle = sandbox();
    const created = await send(handle, "CreateKey", {});
    expect(created.status).toBe(200);
    expect(created.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect(created.headers["x-amzn-requestid"]).toMatch(/^[0-9a-f-]{36}$/);
    const { KeyMetadata } = json(created) as { KeyMetadata: { KeyId: string; CreationDate: unknown } };
    expect(KeyMetadata.CreationDate).toBe(1768471200);
    const encrypted = json(await send(handle, "Encrypt", { KeyId: KeyMetadata.KeyId, Plaintext: "aGVsbG8=" }));
    const decrypted = json(await send(handle, "Decrypt", { CiphertextBlob: encrypted.CiphertextBlob }));
    expect(decrypted.Plaintext).toBe("aGVsbG8=");
  });

  test("of an operation without output is answered with an empty body", async () => {
    const handle = sandbox();
    const { KeyMetadata } = json(await send(handle, "CreateKey", {})) as { KeyMetadata: { KeyId: string } };
    const answer = await send(handle, "CreateAlias", { AliasName: "alias/a", TargetKeyId: KeyMetadata.KeyId });
    expect(answer).toMatchObject({ status: 200, text: "" });
  });

  test("has an empty answer for exactly the 14 operations without output shape", async () => {
    const { engine } = spy();
    const silent = [];
    for (const name of Object.keys(contract)) {
      if (contract[name as keyof typeof contract].output !== null) continue; // a key of the table
      expect((await send(createRequestHandler(engine, options), name, {})).text).toBe("");
      silent.push(name);
    }
    expect(silent).toHaveLength(14);
  });

  test("may have an empty body, a charset and any case of header names", async () => {
    const answer = await send(sandbox(), "ListKeys", "", {
      headers: { "CONTENT-TYPE": "application/x-amz-json-1.1; charset=utf-8" },
    });
    expect(answer.status).toBe(200);
  });
});

describe("the caller", () => {
  test("is the default account and Region without a signature", async () => {
    const { calls, engine } = spy();
    await send(createRequestHandler(engine, options), "ListKeys", {});
    expect(calls[0]).toMatchObject({
      account: homeAccount,
      region: "us-east-1",
      principal: `arn:aws:iam::${homeAccount}:user/Admin`,
    });
  });

  test("is read from the credential scope: the Region, and the account where the access key ID is one", async () => {
    const { calls, engine } = spy();
    const handle = createRequestHandler(engine, options);
    await send(handle, "ListKeys", {}, { headers: signedBy(otherAccount, "eu-central-1") });
    await send(handle, "ListKeys", {}, { headers: signedBy("AKIAIOSFODNN7EXAMPLE", "us-west-2") });
    expect(calls).toMatchObject([
      { account: otherAccount, region: "eu-central-1", principal: `arn:aws:iam::${otherAccount}:user/Admin` },
      { account: homeAccount, region: "us-west-2" },
    ]);
  });

  test("is refused by the engine in a Region or account that does not exist", async () => {
    const elsewhere = await send(sandbox(), "ListKeys", {}, { headers: signedBy("999999999999", "us-east-1") });
    expect(elsewhere.status).toBe(400);
    expect(json(elsewhere).__type).toBe("UnrecognizedClientException");
  });

  test.each(["Bearer x", "AWS4-HMAC-SHA256 Credential=AKID", "", "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request"])(
    "is asked for a whole signature instead of %j",
    async (authorization) => {
      const answer = await send(sandbox(), "ListKeys", {}, { headers: { authorization } });
      expect(answer.status).toBe(400);
      expect(json(answer).__type).toBe("IncompleteSignatureException");
    },
  );

  test("is told to the trail with its user agent", async () => {
    const { calls, engine } = spy();
    const handle = createRequestHandler(engine, options);
    await send(handle, "ListKeys", {}, { headers: { "User-Agent": "aws-cli/2" } });
    await send(handle, "ListKeys", {}, { headers: { "User-Agent": "Mozilla", "X-Amz-User-Agent": "aws-sdk-js/3" } });
    expect(calls.map(({ userAgent }) => userAgent)).toEqual(["aws-cli/2", "aws-sdk-js/3"]);
  });
});

describe("a refusal", () => {
  test("is a 400 with type and message", async () => {
    const answer = await send(sandbox(), "DescribeKey", { KeyId: "alias/nothing" });
    expect(answer.status).toBe(400);
    expect(json(answer)).toEqual({
      __type: "NotFoundException",
      message: `Alias arn:aws:kms:us-east-1:${homeAccount}:alias/nothing is not found.`,
    });
  });

  test("has no message member where KMS sends no text", async () => {
    const handle = createRequestHandler(spy(new KmsError("InvalidCiphertextException")).engine, options);
    expect((await send(handle, "Decrypt", {})).text).toBe('{"__type":"InvalidCiphertextException"}');
  });

  test.each([
    ["KMSInternalException", 500],
    ["DependencyTimeoutException", 500],
    ["KeyUnavailableException", 500],
    ["AlreadyExistsException", 400],
    ["ThrottlingException", 400],
  ] satisfies [KmsErrorCode, number][])("%s is a %i", async (code, status) => {
    const handle = createRequestHandler(spy(new KmsError(code, "text")).engine, options);
    expect((await send(handle, "ListKeys", {})).status).toBe(status);
  });

  test("hides a bug from the caller and reports it", async () => {
    const bug = new Error("a secret detail");
    const reportBug = vi.fn();
    const answer = await send(createRequestHandler(spy(bug).engine, { ...options, reportBug }), "ListKeys", {});
    expect(answer).toMatchObject({ status: 500, text: '{"__type":"KMSInternalException"}' });
    expect(reportBug).toHaveBeenCalledWith(bug);
  });
});

describe("a bad request never reaches the engine", () => {
  const invalid = new Uint8Array([0x7b, 0xff, 0x7d]);
  const huge = new Uint8Array(1024 * 1024 + 1);
  test.each([
    [
      "an unknown operation",
      {},
      { headers: { "X-Amz-Target": "TrentService.Nothing" } },
      400,
      "UnknownOperationException",
    ],
    ["another service", {}, { headers: { "X-Amz-Target": "Other.ListKeys" } }, 400, "UnknownOperationException"],
    [
      "a member of every object",
      {},
      { headers: { "X-Amz-Target": "TrentService.toString" } },
      400,
      "UnknownOperationException",
    ],
    ["no target", {}, { headers: { "X-Amz-Target": "" } }, 400, "UnknownOperationException"],
    ["another method", {}, { method: "GET" }, 404, "UnknownOperationException"],
    ["another path", {}, { path: "/keys" }, 404, "UnknownOperationException"],
    ["another content type", {}, { headers: { "Content-Type": "application/json" } }, 404, "UnknownOperationException"],
    ["broken JSON", "{", {}, 400, "SerializationException"],
    ["endless nesting", "[".repeat(500_000), {}, 400, "SerializationException"],
    ["no object", "7", {}, 400, "SerializationException"],
    ["bytes that are no text", {}, { body: invalid }, 400, "SerializationException"],
    ["a body over 1 MiB", {}, { body: huge }, 413, "RequestEntityTooLargeException"],
    [
      "bad base64",
      { CiphertextBlob: "%" },
      { headers: { "X-Amz-Target": "TrentService.Decrypt" } },
      400,
      "SerializationException",
    ],
  ] as const)("%s", async (_, body, more, status, type) => {
    const { calls, engine } = spy();
    const answer = await send(createRequestHandler(engine, options), "ListKeys", body, more);
    expect(answer.status).toBe(status);
    expect(json(answer).__type).toBe(type);
    expect(calls).toEqual([]);
  });
});
