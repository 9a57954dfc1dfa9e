import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KmsError } from "#kms/contract/kms-error.ts";
import { pageOf } from "./paging.ts";

const names = fc.uniqueArray(fc.string({ unit: "binary", maxLength: 5 }), { maxLength: 40 });
const pages = (all: readonly string[], limit: number): string[][] => {
  const sorted = [...all].sort();
  const answer: string[][] = [];
  let marker: string | undefined;
  do {
    const page = pageOf<string>({ list: "L", limit, marker }, (from, visit) => {
      for (const name of sorted) if (name >= from && !visit(name, name)) return;
    });
    answer.push(page.entries);
    marker = page.nextMarker;
  } while (marker !== undefined);
  return answer;
};

describe("pageOf", () => {
  test("gives every entry once and in order, in full pages but for the last", () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 10 }), (all, limit) => {
        const answer = pages(all, limit);
        expect(answer.flat()).toEqual([...all].sort());
        expect(answer.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
        expect(answer).toHaveLength(Math.max(1, Math.ceil(all.length / limit)));
      }),
    );
  });

  test("refuses every marker that it did not write for this list", () => {
    const { nextMarker = "" } = pageOf<string>({ list: "other", limit: 1, marker: undefined }, (_from, visit) => {
      for (const name of ["a", "b"]) if (!visit(name, name)) return;
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant(nextMarker)), (marker) => {
        expect(() => pageOf<string>({ list: "L", limit: 1, marker }, () => undefined)).toThrow(KmsError);
      }),
    );
  });
});
