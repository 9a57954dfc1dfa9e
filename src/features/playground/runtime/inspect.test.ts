import { expect, test } from "vitest";
import { inspect, inspectAll } from "./inspect.ts";

test("values are shown as a console shows them", () => {
  class Answer {
    KeyId = "alias/a";
  }
  const shown: readonly (readonly [unknown, string])[] = [
    ["text", "text"],
    [{ a: "text", b: 1n, c: undefined, "d-e": null }, '{ a: "text", b: 1n, c: undefined, "d-e": null }'],
    [new Answer(), 'Answer { KeyId: "alias/a" }'],
    [Object.create(null), "[no prototype] {}"],
    [[1, [2, [3, [4, [5]]]]], "[ 1, [ 2, [ 3, [ 4, [...] ] ] ] ]"],
    [new Uint8Array([1, 171]), "Uint8Array(2) [ 01 ab ]"],
    [new Uint8Array(), "Uint8Array(0) []"],
    [new ArrayBuffer(50), `ArrayBuffer(50) [ ${"00 ".repeat(48)}... 2 more bytes ]`],
    [new Map([["a", 1]]), 'Map(1) { "a" => 1 }'],
    [new URL("https://example.com/a?b"), "URL https://example.com/a?b"],
    [new Headers({ a: "b" }), 'Headers { "a" => "b" }'],
    [new URLSearchParams("a=b"), 'URLSearchParams { "a" => "b" }'],
    [new Set([1]), "Set(1) { 1 }"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [new Date(Number.NaN), "Invalid Date"],
    [function named() {}, "[function named]"],
    [Answer, "[class Answer]"],
    [Symbol("s"), "Symbol(s)"],
  ];
  for (const [value, text] of shown) expect(inspect(value)).toBe(text);
});

test("long values go over several lines, and very long ones are cut", () => {
  expect(inspect({ a: "x".repeat(50), b: "y".repeat(50) })).toBe(
    `{\n  a: "${"x".repeat(50)}",\n  b: "${"y".repeat(50)}"\n}`,
  );
  expect(inspect(Array.from({ length: 102 }, () => 0))).toContain("... 2 more");
  expect(inspectAll(["x".repeat(1_000_000)])).toHaveLength(10_000);
});

test("an error has its name, message, frames, members and cause", () => {
  const error = Object.assign(new Error("late", { cause: new RangeError("early") }), { name: "Oops", code: 7 });
  error.stack = "Error: late\n    at main.ts:3";
  expect(inspect(error)).toMatch(/^Oops: late\n {4}at main\.ts:3 \{ code: 7 \}\n {2}\[cause\]: RangeError: early\n/);
  expect(inspect(new AggregateError([new Error("a"), new Error("b")], "all"))).toMatch(
    /^AggregateError: all\n.*\[error\]: Error: a\n.*\[error\]: Error: b\n/s,
  );
});

test("an error of the SDK is one line with its request ID, not the whole response", () => {
  const error = Object.assign(new Error("not found"), {
    name: "NotFoundException",
    $response: {},
    $fault: "client",
    $metadata: { httpStatusCode: 400, requestId: "4711" },
  });
  error.stack = "Error: not found";
  expect(inspect(error)).toBe("NotFoundException: not found (request ID: 4711)");
});

test("nothing that a value does breaks the console", () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  expect(inspect(circular)).toBe("{ self: [circular] }");
  const hostile = {
    get trap(): never {
      throw new Error("trap");
    },
  };
  expect(inspect(hostile)).toBe("<a value that cannot be shown>");
  expect(inspect(new Proxy({}, { getPrototypeOf: () => null }))).toBe("[no prototype] {}");
});
