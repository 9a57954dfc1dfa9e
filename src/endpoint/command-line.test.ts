import { expect, test } from "vitest";
import { readCommandLine, UsageError } from "./command-line.ts";

test("reads every option", () => {
  const words = "--port 0 --host 0.0.0.0 --account 222233334444 --state a.json --seed b.json".split(" ");
  expect(readCommandLine(words)).toEqual({
    port: 0,
    host: "0.0.0.0",
    account: "222233334444",
    state: "a.json",
    seed: "b.json",
  });
  expect(readCommandLine([])).toEqual({});
  expect(readCommandLine(["--port", "1", "--help"])).toBe("help");
});

test.each([
  [["--port", "65536"], '"65536" is not a port'],
  [["--port", "4566x"], '"4566x" is not a port'],
  [["--account", "1234"], '"1234" is not an account ID'],
  [["--state="], "--state needs a value."],
  [["--state"], "argument missing"],
  [["--prot", "1"], "Unknown option '--prot'"],
  [["4566"], "Unexpected argument '4566'"],
])("refuses %j", (words, problem) => {
  expect(() => readCommandLine(words)).toThrow(UsageError);
  expect(() => readCommandLine(words)).toThrow(problem);
});
