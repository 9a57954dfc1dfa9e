// Exports the shapes of all that lines can call: of KMS from the contract, of CloudTrail from its own model.
import { kmsShape } from "#cli/kms-shape.ts";
import type { Shape } from "#kms/index.ts";
import { cloudTrailShapes } from "./cloudtrail-shapes.ts";

/** The shape of that name; no model names a shape that it does not have. */
export function shapeOf(name: string): Shape {
  return cloudTrailShapes[name] ?? kmsShape(name);
}
