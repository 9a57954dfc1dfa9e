import { expect, test } from "vitest";
import { type BytesFormat, readBytes, reformat } from "./read-bytes.ts";

const read = (format: BytesFormat, text: string) => readBytes({ format, text });

test("reads text as UTF-8", () => {
  expect(read("text", "é€")).toEqual({ bytes: new Uint8Array([0xc3, 0xa9, 0xe2, 0x82, 0xac]) });
});

test("reads base64 and hexadecimal digits with white space between them", () => {
  expect(read("base64", " SGVs\nbG8= ")).toEqual({ bytes: new TextEncoder().encode("Hello") });
  expect(read("hex", "48 65 6C\n6c 6f")).toEqual({ bytes: new TextEncoder().encode("Hello") });
});

test.each<[BytesFormat, string, string]>([
  ["base64", "SGVs-G8=", 'Position 5 is "-", which is no base64 digit (A-Z, a-z, 0-9, + and /).'],
  ["base64", "SGVs\nb😀8=", 'Position 7 is "😀", which is no base64 digit (A-Z, a-z, 0-9, + and /).'],
  ["base64", "SG=sbG8=", "Position 3 is padding (=), which may stand at the end only."],
  [
    "base64",
    "SGVsbG8",
    "Base64 comes in groups of four characters, but these are 7: some are missing, or the padding (=) at the end is.",
  ],
  [
    "base64",
    "SGVsbG9=",
    "The last group of four characters is not what base64 ends in: the text seems to be cut off or changed.",
  ],
  [
    "base64",
    "SGVsb===",
    "The last group of four characters is not what base64 ends in: the text seems to be cut off or changed.",
  ],
  ["hex", "48 6g", 'Position 5 is "g", which is no hexadecimal digit (0-9 and a-f).'],
  ["hex", "486", "Each byte takes two hexadecimal digits, but these are 3: one is missing."],
])("names what is wrong with %s %j", (format, text, problem) => {
  expect(read(format, text)).toEqual({ problem });
});

test("keeps the bytes when the format is changed, and the text where there is no other way", () => {
  const hello = { format: "text", text: "Hello" } as const;
  expect(reformat(hello, "base64")).toEqual({ format: "base64", text: "SGVsbG8=" });
  expect(reformat(reformat(hello, "base64"), "hex")).toEqual({ format: "hex", text: "48656c6c6f" });
  expect(reformat({ format: "hex", text: "ff" }, "text")).toEqual({ format: "text", text: "ff" });
  expect(reformat({ format: "base64", text: "?" }, "hex")).toEqual({ format: "hex", text: "?" });
});
