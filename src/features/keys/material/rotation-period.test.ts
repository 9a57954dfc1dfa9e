import { describe, expect, it } from "vitest";
import { shapes } from "#kms/index.ts";
import { parseRotationDays, rotationDaysProblem } from "./rotation-period.ts";

describe("the rotation period", () => {
  it("has the limits that the API has", () => {
    expect(shapes.RotationPeriodInDaysType).toMatchObject({ min: 90, max: 2560 });
    expect([89, 90, 2560, 2561].map(String).map(parseRotationDays)).toEqual([undefined, 90, 2560, undefined]);
  });

  it.each(["", "365.5", "-365", "1e3", " 365"])("is a whole number, which %j is not", (typed) => {
    expect(rotationDaysProblem(typed)).toBe("Enter a whole number from 90 to 2560.");
  });
});
