import { expect, test } from "vitest";
import { decodeShared, encodeShared, maxSharedBytes, maxSharedCharacters } from "./share.ts";

test("code comes out of a link as it went in, in characters that a URL keeps", async () => {
  for (const code of ["x", "const grüße = `€ 𝄞`;\n".repeat(200)]) {
    const text = await encodeShared(code);
    expect(text).toMatch(/^[\w-]+$/);
    expect(await decodeShared(text ?? "")).toBe(code);
  }
});

test("code that is too long for a link is refused, however well it compresses", async () => {
  expect(await encodeShared("x".repeat(maxSharedBytes))).toBeDefined();
  expect(await encodeShared("x".repeat(maxSharedBytes + 1))).toBeUndefined();
  const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(maxSharedBytes / 2))).toString("hex");
  expect(await encodeShared(noise)).toBeUndefined(); // a digit of it carries half a byte
});

test("what no playground has written is not read", async () => {
  const good = (await encodeShared("console.log('a long enough text to be cut')")) ?? "";
  const hostile = [
    "",
    "===",
    "a b",
    good.slice(0, -8),
    `${good}!`,
    "A".repeat(maxSharedCharacters + 1),
    "AAAA",
    "_____",
  ];
  for (const text of hostile) expect(await decodeShared(text), text.slice(0, 20)).toBeUndefined();
});

test("a small link that unpacks to far more than the limit is given up", async () => {
  const bomb = new Blob(["\0".repeat(4_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString("base64url");
  expect(packed.length).toBeLessThan(maxSharedCharacters);
  expect(await decodeShared(packed)).toBeUndefined();
});
