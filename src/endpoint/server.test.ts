// The endpoint over real HTTP: good requests, accounts and Regions, reset, and every kind of hostile request.
import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EndpointError } from "./endpoint-error.ts";
import { type Endpoint, startEndpoint } from "./server.ts";
import { call, createKey, send, sendRaw } from "./test-client.ts";

let endpoint: Endpoint;
let url: string;
beforeEach(async () => {
  endpoint = await startEndpoint({ port: 0, strict: true });
  url = endpoint.url;
});
afterEach(() => endpoint.close());

const head =
  "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: TrentService.ListKeys\r\n";
const stillAnswers = async (): Promise<void> => expect((await send(url, "ListKeys", {})).status).toBe(200);

describe("a good request", () => {
  test("is answered as KMS answers", async () => {
    const KeyId = await createKey(url);
    await call(url, "CreateAlias", { AliasName: "alias/finance", TargetKeyId: KeyId });
    const { CiphertextBlob } = await call(url, "Encrypt", { KeyId: "alias/finance", Plaintext: "aGVsbG8=" });
    expect(await call(url, "Decrypt", { CiphertextBlob })).toMatchObject({ Plaintext: "aGVsbG8=" });
    const { status, json, headers } = await send(url, "DescribeKey", { KeyId: "alias/nothing" });
    expect(status).toBe(400);
    expect(json.__type).toBe("NotFoundException");
    expect(headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("shares its connection with the next one", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let i = 0; i < 5; i += 1) {
      const asked = request(`${url}/_sandbox/health`, { agent }).end();
      const [response] = await once(asked, "response");
      ports.add(asked.socket?.localPort);
      response.resume();
      await once(response, "end");
    }
    agent.destroy();
    expect(ports.size).toBe(1);
  });

  test("may follow another before that is answered", async () => {
    const one = `${head}Content-Length: 2\r\n\r\n{}`;
    const last = `${head}Connection: close\r\nContent-Length: 2\r\n\r\n{}`;
    const answers = await sendRaw(url, one + one + last);
    expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
  });

  test("may come in pieces", async () => {
    const body = JSON.stringify({ Limit: 5 });
    const answer = await sendRaw(
      url,
      `${head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n`,
      ...[...body].map((letter) => `1\r\n${letter}\r\n`),
      "0\r\n\r\n",
    );
    expect(answer).toContain('"Keys":[]');
  });
});

describe("accounts and Regions", () => {
  test("are those of the signature, and an account is there as soon as it calls", async () => {
    const there = { account: "444455556666", region: "us-west-2" };
    const KeyId = await createKey(url, {}, there);
    const keys = async (sent: object) => (await call<{ Keys: unknown[] }>(url, "ListKeys", {}, sent)).Keys;
    expect(await keys(there)).toMatchObject([{ KeyArn: `arn:aws:kms:us-west-2:444455556666:key/${KeyId}` }]);
    expect(await keys({ account: "444455556666", region: "eu-west-1" })).toEqual([]);
    expect(await keys({})).toEqual([]);
  });

  test("are made once when many calls come at the same time", async () => {
    const calls = Array.from({ length: 10 }, () => send(url, "ListKeys", {}, { account: "999900001111" }));
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  test("are the default ones for other access key IDs, and unknown Regions are refused", async () => {
    expect(await createKey(url, {}, { account: "AKIAIOSFODNN7EXAMPLE" })).toBeTruthy();
    expect((await call<{ Keys: unknown[] }>(url, "ListKeys", {})).Keys).toHaveLength(1);
    const nowhere = await send(url, "ListKeys", {}, { region: "moon-1" });
    expect(nowhere.json.__type).toBe("UnrecognizedClientException");
  });

  test("take another default account", async () => {
    const other = await startEndpoint({ port: 0, account: "222233334444" });
    await call(other.url, "CreateKey", {}, { account: "AKIA" });
    const { Keys } = await call<{ Keys: unknown[] }>(other.url, "ListKeys", {}, { account: "222233334444" });
    expect(Keys).toHaveLength(1);
    await other.close();
  });
});

describe("the sandbox's own paths", () => {
  const health = async () => (await fetch(`${url}/_sandbox/health`)).json();

  test("tell how it is, and empty it", async () => {
    await createKey(url);
    expect(await health()).toMatchObject({ status: "ok", accounts: 1, keys: 1 });
    expect((await fetch(`${url}/_sandbox/reset`, { method: "POST" })).status).toBe(200);
    expect(await health()).toMatchObject({ status: "ok", accounts: 1, keys: 0 });
    await createKey(url);
  });

  test("empty it between calls, not during them", async () => {
    const makes = Array.from({ length: 20 }, () => send(url, "CreateKey", {}));
    const reset = fetch(`${url}/_sandbox/reset`, { method: "POST" });
    const more = Array.from({ length: 20 }, () => send(url, "CreateKey", {}));
    const answers = await Promise.all([...makes, ...more]);
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    expect((await reset).status).toBe(200);
  });

  test.each([
    ["GET", "/_sandbox/reset"],
    ["POST", "/_sandbox/health"],
    ["GET", "/_sandbox/"],
  ])("refuse %s %s", async (method, path) => {
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
  });
});

describe("a hostile request", () => {
  test.each([
    ["broken JSON", "ListKeys", "{", {}, 400, "SerializationException"],
    ["an unknown operation", "Nothing", {}, {}, 400, "UnknownOperationException"],
    ["a member of every object", "constructor", {}, {}, 400, "UnknownOperationException"],
    ["another content type", "ListKeys", {}, { "content-type": "text/plain" }, 404, "UnknownOperationException"],
    ["half a signature", "ListKeys", {}, { authorization: "AWS4-HMAC-SHA256 x" }, 400, "IncompleteSignatureException"],
    ["a page of another site", "ListKeys", {}, { origin: "https://example.com" }, 403, "AccessDeniedException"],
    ["a page without an address", "ListKeys", {}, { origin: "null" }, 403, "AccessDeniedException"],
  ] as const)("is refused: %s", async (_, operation, body, headers, status, type) => {
    const answer = await send(url, operation, body, { headers });
    expect([answer.status, answer.json.__type]).toEqual([status, type]);
    expect(JSON.stringify(answer.json)).not.toMatch(/\bat |\.ts/);
  });

  test.each(["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])("is refused: %s", async (method) => {
    const response = await fetch(url, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
  });

  test("may not reset the sandbox from a page", async () => {
    const response = await fetch(`${url}/_sandbox/reset`, {
      method: "POST",
      headers: { origin: "http://localhost:4173" },
    });
    expect(response.status).toBe(403);
  });

  test("is refused before its body is read when that is announced as too long", async () => {
    const answer = await sendRaw(url, `${head}Connection: close\r\nContent-Length: 1048577\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*RequestEntityTooLargeException/s);
    await stillAnswers();
  });

  test("is refused when a body of unknown length becomes too long, and the connection goes on", async () => {
    const piece = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const next = `${head}Connection: close\r\nContent-Length: 2\r\n\r\n{}`;
    const answer = await sendRaw(url, `${head}Transfer-Encoding: chunked\r\n\r\n`, piece.repeat(17), "0\r\n\r\n", next);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  });

  test("is cut off when it never stops sending", async () => {
    const piece = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    const answer = await sendRaw(url, `${head}Transfer-Encoding: chunked\r\n\r\n`, ...Array<string>(32).fill(piece));
    expect(answer).not.toContain("200 OK");
    await stillAnswers();
  });

  test.each([
    ["no HTTP", "hello\r\n\r\n", 400, "MalformedHttpRequestException"],
    ["TLS", Buffer.from("16030100a5010000a1", "hex"), 400, "MalformedHttpRequestException"],
    ["a length that is no number", `${head}Content-Length: many\r\n\r\n`, 400, "MalformedHttpRequestException"],
    ["two lengths", `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400, "MalformedHttpRequestException"],
    ["endless headers", `${head}X: ${"x".repeat(20_000)}\r\n\r\n`, 431, "RequestEntityTooLargeException"],
  ])("is refused on the bare connection: %s", async (_, bytes, status, type) => {
    const answer = await sendRaw(url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(`"__type":"${type}"`);
    await stillAnswers();
  });

  test.each([
    ["headers", head],
    ["a body", `${head}Content-Length: 10\r\n\r\n{`],
  ])("is refused when it takes too long: %s that never end", async (_, bytes) => {
    const times = { headersMs: 50, requestMs: 100, keepAliveMs: 1_000 };
    const hasty = await startEndpoint({ port: 0, times });
    const answer = await sendRaw(hasty.url, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"__type":"RequestTimeoutException"/s);
    await hasty.close();
  });

  test("may be aborted at any moment", async () => {
    const { hostname, port } = new URL(url);
    for (const bytes of [
      "",
      "POST",
      head,
      `${head}Content-Length: 10\r\n\r\n{`,
      `${head}Content-Length: 2\r\n\r\n{}`,
    ]) {
      const socket = connect(Number(port), hostname);
      await once(socket, "connect");
      socket.write(bytes);
      socket.resetAndDestroy();
      await once(socket, "close");
    }
    await stillAnswers();
  });
});

describe("start and stop", () => {
  test("a taken port is told in a sentence", async () => {
    const port = Number(new URL(url).port);
    const second = startEndpoint({ port });
    await expect(second).rejects.toThrow(EndpointError);
    await expect(second).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program.`);
    await expect(startEndpoint({ port: 0, host: "203.0.113.1" })).rejects.toThrow("is no address of this machine");
  });

  test("what is under way is answered, idle connections are let go", async () => {
    const other = await startEndpoint({ port: 0 });
    const idle = await fetch(`${other.url}/_sandbox/health`);
    await idle.text();
    const { hostname, port } = new URL(other.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write(`${head}Content-Length: 2\r\n\r\n{`);
    await send(other.url, "ListKeys", {}); // by now the half request has been read
    const closed = other.close();
    socket.write("}");
    let answer = "";
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString();
    });
    await once(socket, "close");
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*connection: close/is);
    await closed;
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
