// Exports how a request is spoiled: values that no client sends, put anywhere into a body, and bodies and headers that are
// no request at all.
import { encodeUtf8 } from "#lib/bytes.ts";
import type { WireRequest } from "#protocol/wire-message.ts";
import type { Dice } from "./dice.ts";

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { KeyId: value };
  return value;
};

const hostileValues: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => 2 ** 53,
  () => -(2 ** 31),
  () => "",
  () => " ",
  () => "\0",
  () => "\ud800",
  () => "ключ 🔑 ‮",
  () => "__proto__",
  () => "constructor",
  () => "toString",
  () => "alias/",
  () => "alias/aws/s3",
  () => "alias/__proto__",
  () => "arn:aws:kms:us-east-1:111122223333:alias/",
  () => "arn:aws:kms:us-east-1:111122223333:key/../../keys",
  () => "arn:aws-cn:kms:eu-west-1:444455556666:key/x",
  () => "mrk-00000000000000000000000000000000",
  () => "=",
  () => "AAAA".repeat(2000),
  () => "x".repeat(9000),
  () => "é".repeat(300_000),
  () => [],
  () => {},
  () => [[[]]],
  () => [null],
  () => Array.from({ length: 3000 }, (_, i) => i),
  () => nested(5),
  () => nested(900),
  () => JSON.parse('{"__proto__": {"KeyId": "x"}, "constructor": {"prototype": {}}}'),
  () => ({ toString: "x", length: -1 }),
];

const hostileNames = ["", "__proto__", "constructor", "toString", "KeyId", "keyId", "GrantTokens", "DryRun", "ü", "0"];

export function hostileValue(dice: Dice): unknown {
  return dice.pick(hostileValues)();
}

/** The body with one to three of its values, members or entries spoiled. */
export function spoil(body: unknown, dice: Dice): unknown {
  let spoiled = body;
  for (let times = 1 + dice.below(3); times > 0; times--) spoiled = spoilOnce(spoiled, dice);
  return spoiled;
}

function spoilOnce(value: unknown, dice: Dice): unknown {
  if (typeof value !== "object" || value === null) return hostileValue(dice);
  const entries = Object.entries(value);
  const target = entries.length === 0 || dice.oneIn(12) ? undefined : dice.pick(entries)[0];
  const changed = entries.flatMap(([name, entry]): [string, unknown][] => {
    if (name !== target) return [[name, entry]];
    if (dice.oneIn(6)) return [];
    if (dice.oneIn(10)) return [[name.toLowerCase(), entry]];
    return [[name, dice.oneIn(3) ? hostileValue(dice) : spoilOnce(entry, dice)]];
  });
  if (target === undefined) changed.push([dice.pick(hostileNames), hostileValue(dice)]);
  return Array.isArray(value) ? changed.map(([, entry]) => entry) : Object.fromEntries(changed);
}

const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { "x-amz-target": "" },
  { "x-amz-target": "TrentService" },
  { "x-amz-target": "TrentService.__proto__" },
  { "x-amz-target": "TrentService.constructor" },
  { "x-amz-target": "TrentService.createKey" },
  { "x-amz-target": "TrentService.CreateKey\n" },
  { "x-amz-target": `TrentService.${"A".repeat(10_000)}` },
  { "x-amz-target": "DynamoDB_20120810.ListTables" },
  { "content-type": "" },
  { "content-type": "application/json" },
  { "content-type": "application/x-amz-json-1.1x" },
  { authorization: "" },
  { authorization: "Basic dXNlcjpwdw==" },
  { authorization: "AWS4-HMAC-SHA256 Credential=/////aws4_request" },
  { authorization: "AWS4-HMAC-SHA256 Credential=__proto__/20260115/__proto__/kms/aws4_request, Signature=0" },
  { authorization: `AWS4-HMAC-SHA256 ${"Credential=".repeat(2000)}` },
];

/** The request with its envelope or its bytes broken. */
export function breakRequest(request: WireRequest, dice: Dice): WireRequest {
  const { body } = request;
  switch (dice.below(7)) {
    case 0:
      return { ...request, headers: { ...request.headers, ...dice.pick(hostileHeaders) } };
    case 1:
      return { ...request, method: dice.pick(["GET", "PUT", "DELETE", "OPTIONS", "", "post"]) };
    case 2:
      return { ...request, path: dice.pick(["", "//", "/?x=1", "/../", "/keys", `/${"a".repeat(9000)}`, "/\0"]) };
    case 3:
      return { ...request, body: body.slice(0, dice.below(body.length + 1)) };
    case 4:
      return { ...request, body: dice.bytes(dice.below(300)) };
    case 5: {
      const flipped = Uint8Array.from(body);
      if (flipped.length > 0) flipped[dice.below(flipped.length)] = dice.below(256);
      return { ...request, body: flipped };
    }
    default:
      return { ...request, body: encodeUtf8(dice.pick(brokenBodies)()) };
  }
}

const brokenBodies: readonly (() => string)[] = [
  () => "",
  () => "null",
  () => "7",
  () => '"text"',
  () => "[]",
  () => "{}}",
  () => "\ufeff{}",
  () => '{"KeyId": NaN}',
  () => '{"KeyId": "a", "KeyId": "b"}',
  () => '{"__proto__": {"KeyId": "x"}}',
  () => '{"KeyId": 1e999}',
  () => "[".repeat(100_000),
  () => `{"KeyId": ${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
  () => `{"KeyId": "${"x".repeat(1_100_000)}"}`,
];
