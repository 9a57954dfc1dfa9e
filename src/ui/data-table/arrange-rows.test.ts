import { expect, test } from "vitest";
import { type FilterToken, filterByQuery, filterByText, sortRows, textsOf } from "./arrange-rows.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
}

const rows: readonly Row[] = [
  { id: "1", name: "beta", tags: ["Alpha", "X"] },
  { id: "2", name: "Alpha", tags: [] },
  { id: "3", name: "alpha", tags: ["alphabet"] },
  { id: "4", name: "Gamma", tags: ["x"] },
];
const idsOf = (found: readonly Row[]): string => found.map(({ id }) => id).join("");
const properties = [{ key: "tag", label: "Tag", values: (row: Row) => row.tags }];
const query = (operation: "and" | "or", ...tokens: readonly FilterToken[]): string =>
  idsOf(filterByQuery(rows, { operation, tokens }, properties, ({ name }) => name));

test("rows are sorted without regard to letter case, and equal rows keep their places in both directions", () => {
  expect(idsOf(sortRows(rows, ({ name }) => name, false))).toBe("2314");
  expect(idsOf(sortRows(rows, ({ name }) => name, true))).toBe("4123");
});

test("numbers are sorted as numbers", () => {
  const numbers = [10, 9, 100];
  expect(sortRows(numbers, (n) => n, false)).toEqual([9, 10, 100]);
});

test("a text filter finds rows that hold the text, in any letter case and without the blanks around it", () => {
  const texts = textsOf(rows, ({ name }) => name);
  expect(idsOf(filterByText(rows, texts, " ALPH "))).toBe("23");
  expect(filterByText(rows, texts, "  ")).toBe(rows);
});

test.each([
  ["=", "alpha", "1"],
  ["!=", "alpha", "234"],
  [":", "alpha", "13"],
  ["!:", "alpha", "24"],
] as const)("a property %s %s lets the rows %s through", (operator, value, found) => {
  expect(query("and", { propertyKey: "tag", operator, value })).toBe(found);
});

test("tokens are joined by and, or by or; one without a property is looked for in the row's text", () => {
  const tokens = [
    { propertyKey: "tag", operator: "=", value: "x" },
    { operator: ":", value: "gam" },
  ] as const;
  expect(query("and", ...tokens)).toBe("4");
  expect(query("or", ...tokens, { operator: "=", value: "alpha" })).toBe("1234");
});

test("a query without tokens lets everything through", () => {
  expect(query("and")).toBe("1234");
});
