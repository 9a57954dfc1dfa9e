// Exports the samples of an input or an answer that --generate-cli-skeleton prints, made from the contract.
import type { Members } from "#kms/index.ts";
import type { CommandModel } from "./command-model.ts";
import type { Value } from "./python-value.ts";
import { shapeOf } from "./shape-of.ts";
import { validateParameters } from "./validate-parameters.ts";

/** A JSON text to fill out for --cli-input-json: empty texts, first values of enums, one entry per list. */
export function inputSkeleton({ input }: CommandModel): string {
  return `${JSON.stringify(plain(structureSample(input, "input")), undefined, 4)}\n`;
}

/**
 * The same as YAML, for --cli-input-yaml, with what is required and which values there are as comments.
 * Simulated: the real comments also hold a sentence about each member from AWS's documentation.
 */
export function yamlSkeleton({ input }: CommandModel): string {
  return `${yamlMembers(input, "").join("\n")}\n`;
}

/**
 * The sample answer for --generate-cli-skeleton output, or undefined where an answer is empty.
 * @throws UsageError where the sample itself does not fit the contract: the real CLI fails on blobs and on texts that have
 * a smallest length, and so does this one
 */
export function outputSkeleton({ output: members }: CommandModel): unknown {
  if (members === null) return undefined;
  const sample = structureSample(members, "output");
  validateParameters(members, sample);
  return plain(sample);
}

/** An input has first values and empty texts, an output the names of its members as texts. */
type Direction = "input" | "output";

function structureSample(members: Members, direction: Direction): Map<string, Value> {
  return new Map(Object.entries(members).map(([name, { shape }]) => [name, sampleOf(shape, direction, name)]));
}

function sampleOf(shapeName: string, direction: Direction, name: string): Value {
  const shape = shapeOf(shapeName);
  switch (shape.type) {
    case "string":
      return direction === "output" ? name : (shape.values?.[0] ?? "");
    case "integer":
      return 0;
    case "boolean":
      return true;
    case "timestamp":
      return "1970-01-01T00:00:00";
    case "blob":
      return null;
    case "list":
      return [sampleOf(shape.member, direction, shape.member)];
    case "map":
      return new Map([["KeyName", sampleOf(shape.value, direction, "")]]);
    case "structure":
      return structureSample(shape.members, direction);
  }
}

function plain(value: Value): unknown {
  if (value instanceof Map) return Object.fromEntries(Array.from(value, ([name, entry]) => [name, plain(entry)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

function yamlMembers(members: Members, indent: string): readonly string[] {
  let isFirst = true;
  return Object.entries(members).flatMap(([name, { shape, required }]) => {
    const [first = "", ...more] = yamlValue(shape, indent);
    const comment = yamlComment(shape, required === true);
    // The first comment of a map stands one column further off.
    const gap = comment === "" ? "" : isFirst ? "  " : " ";
    if (comment !== "") isFirst = false;
    return [`${indent}${name}:${first}${gap}${comment}`, ...more];
  });
}

/** What stands behind the colon, and the lines below. */
function yamlValue(shapeName: string, indent: string): readonly string[] {
  const shape = shapeOf(shapeName);
  switch (shape.type) {
    case "string":
      return [` ${shape.values?.[0] ?? "''"}`];
    case "integer":
      return [" 0"];
    case "boolean":
      return [" true"];
    case "timestamp":
      return [" 1970-01-01 00:00:00"];
    case "blob":
      return [" !!binary ''"];
    case "list": {
      const member = shapeOf(shape.member);
      const lines =
        member.type === "structure"
          ? yamlMembers(member.members, `${indent}  `)
          : yamlValue(shape.member, `${indent}  `).map((line) => `${indent}  ${line.trimStart()}`);
      return ["", ...lines.map((line, i) => (i === 0 ? `${indent}- ${line.trimStart()}` : line))];
    }
    case "map":
      return ["", `${indent}  KeyName:${yamlValue(shape.value, `${indent}  `).join("\n")}`];
    case "structure":
      return ["", ...yamlMembers(shape.members, `${indent}  `)];
  }
}

function yamlComment(shapeName: string, isRequired: boolean): string {
  const shape = shapeOf(shapeName);
  const values = shape.type === "string" && shape.values ? [`Valid values are: ${shape.values.join(", ")}.`] : [];
  const parts = [...(isRequired ? ["[REQUIRED]"] : []), ...values];
  return parts.length === 0 ? "" : `# ${parts.join(" ")}`;
}
