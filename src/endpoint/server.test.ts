// The endpoint over real HTTP: good requests, accounts and Regions, reset, and every kind of hostile request.
import { once } from "node:events";
import { Agent, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EndpointError } from "./endpoint-error.ts";
import { createHttpServer } from "./http-server.ts";
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

  test("need not name a host", async () => {
    const answer = await sendRaw(
      url,
      `${head.replace("Host: x\r\n", "")}Connection: close\r\nContent-Length: 2\r\n\r\n{}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*"Keys":\[\]/s);
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

  test("are enabled on the first call to them, once, when they are opt-in Regions", async () => {
    const there = { region: "eu-central-2" };
    const calls = Array.from({ length: 10 }, () => send(url, "ListAliases", {}, there));
    const names = (await Promise.all(calls)).map(({ json }) => (json.Aliases as unknown[] | undefined)?.length);
    expect(new Set(names)).toEqual(new Set([14]));
    const KeyId = await createKey(url, {}, there);
    const { Keys } = await call<{ Keys: unknown[] }>(url, "ListKeys", {}, there);
    expect(Keys).toMatchObject([{ KeyArn: `arn:aws:kms:eu-central-2:111122223333:key/${KeyId}` }]);
    expect(await createKey(url, {}, { account: "444455556666", region: "ap-southeast-3" })).toBeTruthy();
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

  test("count the keys and aliases of customers, not those of AWS", async () => {
    await call(url, "DescribeKey", { KeyId: "alias/aws/s3" }); // makes AWS create its key
    expect(await health()).toEqual({ status: "ok", accounts: 1, keys: 0, aliases: 0 });
    await call(url, "CreateAlias", { AliasName: "alias/finance", TargetKeyId: await createKey(url) });
    expect(await health()).toEqual({ status: "ok", accounts: 1, keys: 1, aliases: 1 });
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
    ["PUT", "/_sandbox/clock"],
    ["POST", "/_sandbox/health"],
    ["GET", "/_sandbox/"],
  ])("refuse %s %s", async (method, path) => {
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
  });
});

describe("the sandbox clock", () => {
  const clock = (body?: string | Uint8Array<ArrayBuffer>) =>
    fetch(`${url}/_sandbox/clock`, body === undefined ? {} : { method: "POST", body });
  const time = async (answer: Promise<Response>): Promise<number> => {
    const { now } = (await (await answer).json()) as { now: string };
    expect(now).toBe(new Date(now).toISOString());
    return Date.parse(now);
  };
  const day = 24 * 60 * 60;

  test("shows real time until it is moved, and goes on from where it was moved to", async () => {
    const before = Date.now();
    const shown = await time(clock());
    expect(shown).toBeGreaterThanOrEqual(before);
    const moves = [1, 2, 3].map((days) => time(clock(JSON.stringify({ advanceSeconds: days * day }))));
    const moved = Math.max(...(await Promise.all(moves)));
    expect(moved - shown - 6 * day * 1000).toBeGreaterThanOrEqual(0);
    expect(await time(clock())).toBeGreaterThanOrEqual(moved);
    expect(await time(clock())).toBeLessThanOrEqual(Date.now() + 6 * day * 1000);
  });

  test("lets a deletion fall due", async () => {
    const KeyId = await createKey(url);
    await call(url, "ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    await clock(JSON.stringify({ advanceSeconds: 7 * day - 60 }));
    expect((await send(url, "DescribeKey", { KeyId })).status).toBe(200);
    await clock(JSON.stringify({ advanceSeconds: 60 }));
    expect((await send(url, "DescribeKey", { KeyId })).json.__type).toBe("NotFoundException");
  });

  test.each([
    "",
    "{",
    "null",
    "7",
    "[7]",
    "{}",
    '{"advanceSeconds":0}',
    '{"advanceSeconds":-1}',
    '{"advanceSeconds":1.5}',
    '{"advanceSeconds":"7"}',
    '{"advanceSeconds":null}',
    '{"advanceSeconds":[7]}',
    '{"advanceSeconds":1e300}',
    '{"advanceSeconds":3153600001}',
    '{"advanceSeconds":7,"unit":"days"}',
    '{"__proto__":{"advanceSeconds":7}}',
    new Uint8Array([0xff, 0xfe]),
  ])("is not moved by %j", async (body) => {
    const answer = await clock(body);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      {
        __type: "ValidationException",
        message: 'The body must be {"advanceSeconds": n} with a whole number of seconds from 1 to 3153600000.',
      },
    ]);
    expect(await time(clock())).toBeLessThanOrEqual(Date.now());
  });

  test("ends with the year 9999", async () => {
    const far = await startEndpoint({ port: 0, now: () => Date.parse("9999-01-01T00:00:00Z") });
    const answer = await fetch(`${far.url}/_sandbox/clock`, {
      method: "POST",
      body: JSON.stringify({ advanceSeconds: 400 * day }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: "The sandbox clock ends with the year 9999." });
    await far.close();
  });

  test("goes back to real time at a reset", async () => {
    await clock(JSON.stringify({ advanceSeconds: day }));
    await fetch(`${url}/_sandbox/reset`, { method: "POST" });
    expect(await time(clock())).toBeLessThanOrEqual(Date.now());
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
    ["no HTTP", "hello\r\n\r\n", "400 Bad Request", "MalformedHttpRequestException"],
    ["TLS", Buffer.from("16030100a5010000a1", "hex"), "400 Bad Request", "MalformedHttpRequestException"],
    [
      "a length that is no number",
      `${head}Content-Length: many\r\n\r\n`,
      "400 Bad Request",
      "MalformedHttpRequestException",
    ],
    [
      "two lengths",
      `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      "400 Bad Request",
      "MalformedHttpRequestException",
    ],
    [
      "endless headers",
      `${head}X: ${"x".repeat(20_000)}\r\n\r\n`,
      "431 Request Header Fields Too Large",
      "RequestEntityTooLargeException",
    ],
  ])("is refused on the bare connection: %s", async (_, bytes, status, type) => {
    const answer = await sendRaw(url, bytes);
    expect(answer.split("\r\n")[0]).toBe(`HTTP/1.1 ${status}`);
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
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n.*"__type":"RequestTimeoutException"/s);
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

  test("is not held by idle connections, nor by half a request", async () => {
    const other = await startEndpoint({ port: 0 });
    await (await fetch(`${other.url}/_sandbox/health`)).text(); // fetch keeps its connection
    const { hostname, port } = new URL(other.url);
    const ends: Promise<unknown>[] = [];
    for (const bytes of ["", "POST / HT", head, `${head}Content-Length: 2\r\n\r\n{`]) {
      const socket = connect(Number(port), hostname).on("error", () => undefined);
      await once(socket, "connect");
      socket.write(bytes);
      ends.push(once(socket, "close"));
    }
    await send(other.url, "ListKeys", {}); // by now the halves have been read
    const before = performance.now();
    await other.close();
    expect(performance.now() - before).toBeLessThan(1_000);
    await Promise.all(ends);
    await expect(fetch(other.url)).rejects.toThrow();
  });

  test("waits for the answers that are under way, all of one connection", async () => {
    const waiting: (() => void)[] = [];
    const { server, stop } = createHttpServer(async ({ path, body }) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return { status: 200, headers: { "x-path": path }, body };
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // it listens on a port
    const one = (path: string): string => `POST ${path} HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`;
    const answers = sendRaw(`http://127.0.0.1:${port}`, one("/a"), one("/b"), one("/c").slice(0, -1));
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    const stopped = stop();
    for (const answer of waiting.reverse()) answer();
    expect((await answers).match(/x-path: \/\w|\{\}/g)).toEqual(["x-path: /a", "{}", "x-path: /b", "{}"]);
    await stopped;
  });
});
