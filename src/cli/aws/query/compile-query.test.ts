// Results and messages were seen from the Python library that AWS CLI 2.9.19 uses.
import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";

const answer = {
  Aliases: [
    { AliasName: "alias/a", CreationDate: "2025-01-01" },
    { AliasName: "alias/b", CreationDate: "2026-01-01", TargetKeyId: "k" },
    { AliasName: "alias/c" },
  ],
  Nested: [
    [1, 2],
    [3, [4]],
  ],
  Zero: 0,
};

describe("a query", () => {
  test.each([
    ["Aliases[].AliasName", ["alias/a", "alias/b", "alias/c"]],
    ["Aliases[?TargetKeyId=='k'].AliasName | [0]", "alias/b"],
    ["Aliases[?starts_with(AliasName, `alias/a`)] | length(@)", 1],
    ["Aliases[?CreationDate>'2025-06'].[AliasName, TargetKeyId]", [["alias/b", "k"]]],
    ["max_by(Aliases[?CreationDate], &CreationDate).AliasName", "alias/b"],
    ["sort_by(Aliases, &AliasName)[-1].AliasName", "alias/c"],
    ["Aliases[::-1].AliasName", ["alias/c", "alias/b", "alias/a"]],
    ['Aliases[0].{Name: AliasName, "the date": CreationDate}', { Name: "alias/a", "the date": "2025-01-01" }],
    ["Nested[]", [1, 2, 3, [4]]],
    ["Nested[][]", [1, 2, 3, 4]],
    ["Aliases[0].*", ["alias/a", "2025-01-01"]],
    ["!Zero", false],
    ["Missing.Further || 'none'", "none"],
    ["constructor", null],
    ["Aliases.AliasName", null],
    ["join(', ', Aliases[:2].AliasName)", "alias/a, alias/b"],
  ])("%s", (expression, result) => {
    expect(compileQuery(expression)(answer)).toEqual(result);
  });
});

describe("an expression that is none", () => {
  test.each([
    ["", "Invalid JMESPath expression: cannot be empty."],
    ["Aliases[", 'Invalid jmespath expression: Incomplete expression:\n"Aliases["\n         ^'],
    [
      "foo bar",
      'Unexpected token: bar: Parse error at column 4, token "bar" (UNQUOTED_IDENTIFIER), for expression:\n"foo bar"\n     ^',
    ],
    ["'abc", "Bad jmespath expression: Unclosed ' delimiter:\n'abc\n^"],
    ["a-b", "Bad jmespath expression: Unknown token '-':\na-b\n ^"],
    ["{a:}", 'invalid token: Parse error at column 3, token "}" (RBRACE), for expression:\n"{a:}"\n    ^'],
    [
      "a[b]",
      'Expecting: star, got: unquoted_identifier: Parse error at column 2, token "b" (UNQUOTED_IDENTIFIER), for expression:\n"a[b]"\n   ^',
    ],
    [
      "@.",
      `Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: eof: Parse error at column 2, token "" (EOF), for expression:\n"@."\n   ^`,
    ],
  ])("%j", (expression, why) => {
    expect(() => compileQuery(expression)).toThrow(
      expect.objectContaining({ exitCode: 252, stderr: `\nBad value for --query ${expression}: ${why}\n` }),
    );
  });
});

describe("a query that does not fit the answer", () => {
  test.each([
    ["nosuch(@)", "Unknown function: nosuch()"],
    ["length()", "Expected 1 argument for function length(), received 0"],
    [
      "length(Missing)",
      `In function length(), invalid type for value: None, expected one of: ['string', 'array', 'object'], received: "null"`,
    ],
    [
      "sum(Aliases[].AliasName)",
      `In function sum(), invalid type for value: alias/a, expected one of: ['array-number'], received: "str"`,
    ],
    [
      "sort_by(Aliases, &Foo)",
      `In function sort_by(), invalid type for value: {'AliasName': 'alias/a', 'CreationDate': '2025-01-01'}, expected one of: ['string', 'number'], received: "null"`,
    ],
    ["Aliases[::0]", "slice step cannot be zero"],
    ["Zero < 'a'", "'<' not supported between instances of 'int' and 'str'"],
  ])("%s", (expression, why) => {
    expect(() => compileQuery(expression)(answer)).toThrow(
      expect.objectContaining({ exitCode: 255, stderr: `\n${why}\n` }),
    );
  });
});
