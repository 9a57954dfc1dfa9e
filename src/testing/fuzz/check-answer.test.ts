import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { checkAnswer } from "./check-answer.ts";

const headers = { "x-amzn-requestid": "1" };
const answered = (status: number, body: string) => () =>
  checkAnswer("DescribeKey", { status, headers, body: encodeUtf8(body) });

describe("the check of an answer", () => {
  test("takes a success and a declared refusal", () => {
    expect(answered(200, '{"KeyMetadata":{}}')()).toEqual({ outcome: "success", body: { KeyMetadata: {} } });
    expect(answered(400, '{"__type":"NotFoundException","message":"x"}')().outcome).toBe("NotFoundException");
    expect(answered(400, '{"__type":"ValidationException"}')().outcome).toBe("ValidationException");
  });

  test.each([
    ["a server's fault", 500, '{"__type":"KMSInternalException"}'],
    ["an error that the operation does not declare", 400, '{"__type":"DisabledException"}'],
    ["a refusal without a type", 400, '{"message":"x"}'],
    ["a refusal that says more", 400, '{"__type":"NotFoundException","stack":"x"}'],
    ["no JSON", 400, "<html>"],
  ])("refuses %s", (_, status, body) => {
    expect(answered(status, body)).toThrow();
  });

  test("refuses an answer without a request id", () => {
    expect(() => checkAnswer("ListKeys", { status: 200, headers: {}, body: encodeUtf8("{}") })).toThrow("request id");
  });
});
