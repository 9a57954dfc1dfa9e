import { describe, expect, it } from "vitest";
import { shapes } from "#kms/index.ts";
import { descriptionLength, descriptionProblem } from "./description-problem.ts";

describe("the check of a description", () => {
  it("lets as many characters through as the API takes", () => {
    expect(shapes.DescriptionType).toMatchObject({ max: descriptionLength });
    expect(descriptionProblem("d".repeat(descriptionLength))).toBeUndefined();
  });

  it("says by how much a description is too long", () => {
    expect(descriptionProblem("d".repeat(8193))).toBe("8193 of 8192 characters.");
  });
});
