import { describe, expect, test } from "vitest";
import { appendEntry, emptyLog, printableText, shownLines, textOf } from "./output-log.ts";

const noLinks = () => undefined;
const shown = (text: string, log = emptyLog) => appendEntry(log, { kind: "output", text }, noLinks);
const texts = (log: typeof emptyLog) => log.entries.map(({ parts }) => textOf(parts));

describe("the text of an output", () => {
  test("is free of colour sequences, and control characters are seen", () => {
    expect(printableText("\x1b[31mred\x1b[0m \x1b]0;title\x07\x00\x01\x7f\r\n\tend")).toBe("red ␀␁␡\n\tend");
  });
  test("carries links to what exists", () => {
    const log = appendEntry(emptyLog, { kind: "output", text: "see alias/a, alias/b" }, (name) =>
      name === "alias/a" ? "?x#/y" : undefined,
    );
    expect(log.entries[0]?.parts).toEqual(["see ", { text: "alias/a", href: "?x#/y" }, ", alias/b"]);
  });
});

describe("the log", () => {
  test("drops what was before the screen was cleared", () => {
    expect(texts(shown("old\n\x1b[2J\x1b[Hnew\n", shown("first\n")))).toEqual(["new"]);
    expect(texts(shown("\x1b[2J\x1b[H", shown("first\n")))).toEqual([]);
  });
  test("keeps the last lines of one long output and counts the others", () => {
    const log = shown(Array.from({ length: shownLines + 10 }, (_, i) => `line ${i}\n`).join(""));
    expect(log.dropped).toBe(10);
    expect(texts(log)[0]?.split("\n")).toHaveLength(shownLines);
    expect(texts(log)[0]?.endsWith(`line ${shownLines + 9}`)).toBe(true);
  });
  test("drops the oldest entries beyond its bounds", () => {
    let log = emptyLog;
    for (let i = 0; i < shownLines / 2 + 2; i += 1) log = shown(`${i}a\n${i}b\n`, log);
    expect(log.dropped).toBe(4);
    expect(texts(log)[0]).toBe("2a\n2b");
  });
  test("holds a single line of any length to its bounds", () => {
    const log = shown("x".repeat(3_000_000));
    expect(texts(log)[0]?.length).toBeLessThanOrEqual(1_000_000);
  });
  test("is as quick with 16 MB of control characters as the page must be", () => {
    const started = performance.now();
    const log = shown("\0".repeat(16 * 1024 * 1024));
    expect(texts(log)[0]?.[0]).toBe("␀");
    expect(performance.now() - started).toBeLessThan(1500);
  });
  test("counts what it shows and what it has dropped, entry by entry", () => {
    let log = emptyLog;
    for (let i = 0; i < 3 * shownLines; i += 1) log = shown(`${i}\n`, log);
    expect(log).toMatchObject({ lines: shownLines, dropped: 2 * shownLines });
    expect(log.characters).toBe(texts(log).join("").length);
    expect(log.entries).toHaveLength(shownLines);
  });
  test("an output of nothing is no entry", () => {
    expect(shown("").entries).toEqual([]);
  });
});
