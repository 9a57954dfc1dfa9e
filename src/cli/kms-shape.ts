// Exports the shapes of the contract by name.
import { type Shape, shapes } from "#kms/index.ts";

/** The shape of that name; the contract names no shape that it does not have. */
export function kmsShape(name: string): Shape {
  const shape = shapes[name];
  if (!shape) throw new Error(`the contract has no shape ${name}`);
  return shape;
}
