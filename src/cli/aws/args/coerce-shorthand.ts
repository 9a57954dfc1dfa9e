// Exports the fitting of parsed shorthand to the contract: a single value where a list belongs, texts that are numbers.
import type { Shape } from "#kms/index.ts";
import { notAnInteger, pythonInt, type Value } from "./python-value.ts";
import { shapeOf } from "./shape-of.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The value with what its shape asks for: `Operations=Decrypt` becomes a list of one. What does not fit stays as it is, for
 * the check of the parameters to name.
 * @throws UsageError for an integer that is none
 */
export function coerceShorthand(shape: Shape, value: Value): Value {
  switch (shape.type) {
    case "structure":
      return value instanceof Map
        ? new Map(
            Array.from(value, ([name, entry]) => {
              const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
              return [name, member ? coerceMember(shapeOf(member.shape), entry) : entry];
            }),
          )
        : value;
    case "map":
      return value instanceof Map
        ? new Map(Array.from(value, ([name, entry]) => [name, coerceMember(shapeOf(shape.value), entry)]))
        : value;
    case "list":
      return Array.isArray(value) ? value.map((entry: Value) => coerceMember(shapeOf(shape.member), entry)) : value;
    case "integer":
      return integer(value);
    case "boolean":
      return typeof value === "string" && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === "true" : value;
    default:
      return value;
  }
}

/** Within another value a list may be written without its brackets. */
function coerceMember(shape: Shape, value: Value): Value {
  return shape.type === "list" && !Array.isArray(value) ? [value] : coerceShorthand(shape, value);
}

function integer(value: Value): Value {
  const number = typeof value === "string" ? pythonInt(value) : undefined;
  if (typeof value === "string" && number === undefined) throw new UsageError(notAnInteger(value), 255);
  return number ?? value;
}
