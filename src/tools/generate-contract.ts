// Makes src/kms/contract/{shapes.gen.ts,types.gen.ts} from the pinned service model kms-model.json.
// `npm run contract` writes them; the test beside it proves that what is committed is what the pin makes.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface ModelShape {
  readonly shape?: string;
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: string;
  readonly ref?: string;
  readonly sensitive?: boolean;
  readonly member?: ModelShape;
  readonly key?: ModelShape;
  readonly value?: ModelShape;
}
interface ModelMember extends ModelShape {
  readonly name: string;
  readonly shape: string;
  readonly required: boolean;
}
interface ModelOperation {
  readonly input: readonly ModelMember[] | null;
  readonly output: readonly ModelMember[] | null;
  readonly errors: readonly string[];
}
interface Model {
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly structures: Readonly<Record<string, { readonly members: readonly ModelMember[] }>>;
  readonly enums: Readonly<Record<string, { readonly values: readonly string[] }>>;
  readonly errors: Readonly<Record<string, { readonly fault: string }>>;
}

const contractFolder = new URL("../kms/contract/", import.meta.url);
const banner = "// Generated from kms-model.json by `npm run contract`. Do not edit.\n\n";

/** Reads the pinned service model. */
function readModel(): Model {
  return JSON.parse(readFileSync(new URL("kms-model.json", contractFolder), "utf8")) as Model;
}

function shapeTable(model: Model): Map<string, string> {
  const table = new Map<string, string>();
  const note = (shape: ModelShape): string => {
    const name = shape.shape ?? shape.type;
    if (shape.type === "structure") return shape.ref ?? name;
    const row: Record<string, unknown> = { type: shape.type };
    for (const fact of ["min", "max", "pattern", "sensitive"] as const)
      if (shape[fact] !== undefined) row[fact] = shape[fact];
    if (shape.enum) row.values = shape.enum;
    if (shape.member) row.member = note(shape.member);
    if (shape.key) row.key = note(shape.key);
    if (shape.value) row.value = note(shape.value);
    const text = JSON.stringify(row).replace(/"values":"(\w+)"/, '"values":enums.$1');
    const known = table.get(name);
    if (known !== undefined && known !== text) throw new Error(`shape ${name} has two meanings: ${known} and ${text}`);
    table.set(name, text);
    return name;
  };
  for (const { members } of Object.values(model.structures)) members.forEach(note);
  for (const { input, output } of Object.values(model.operations)) [...(input ?? []), ...(output ?? [])].forEach(note);
  for (const [name, { members }] of Object.entries(model.structures))
    table.set(name, `{"type":"structure","members":${memberTable(members)}}`);
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function memberTable(members: readonly ModelMember[]): string {
  const rows = members.map((member) => {
    const shape = member.type === "structure" ? (member.ref ?? member.shape) : member.shape;
    return `${member.name}:${JSON.stringify(member.required ? { shape, required: true } : { shape })}`;
  });
  return `{${rows.join(",")}}`;
}

/** The runtime tables: enums, shapes, operations and errors, as TypeScript source. */
export function shapesSource(model: Model = readModel()): string {
  const enums = Object.entries(model.enums).map(([name, { values }]) => `  ${name}: ${JSON.stringify(values)},`);
  const shapes = [...shapeTable(model)].map(([name, text]) => `  ${name}: ${text},`);
  const operations = Object.entries(model.operations).map(([name, operation]) => {
    const output = operation.output ? memberTable(operation.output) : "null";
    return `  ${name}: {input:${memberTable(operation.input ?? [])},output:${output},errors:${JSON.stringify(operation.errors)}},`;
  });
  const faults = Object.entries(model.errors).map(([name, { fault }]) => `  ${name}: ${JSON.stringify(fault)},`);
  return [
    banner,
    "import type { OperationContract, Shape } from './shape.ts';\n\n",
    `export const enums = {\n${enums.join("\n")}\n} as const;\n\n`,
    `export const shapes: Readonly<Record<string, Shape>> = {\n${shapes.join("\n")}\n};\n\n`,
    `export const operations = {\n${operations.join("\n")}\n} as const satisfies Readonly<Record<string, OperationContract>>;\n\n`,
    `/** Each modelled error and whose fault it is. */\nexport const errorFaults = {\n${faults.join("\n")}\n} as const;\n`,
  ].join("");
}

function typeOf(shape: ModelShape): string {
  switch (shape.type) {
    case "string":
      return shape.enum ?? "string";
    case "blob":
      return "Uint8Array";
    case "boolean":
      return "boolean";
    case "integer":
    case "long":
    case "timestamp":
      return "number";
    case "structure":
      return shape.ref ?? "never";
    case "list":
      return `readonly ${shape.member ? typeOf(shape.member) : "never"}[]`;
    case "map":
      return `Readonly<Record<string, ${shape.value ? typeOf(shape.value) : "never"}>>`;
    default:
      throw new Error(`no TypeScript type for ${shape.type}`);
  }
}

function interfaceSource(name: string, members: readonly ModelMember[]): string {
  if (members.length === 0) return `export type ${name} = Readonly<Record<string, never>>;\n`;
  const lines = members.map((m) => `  readonly ${m.name}${m.required ? "" : "?"}: ${typeOf(m)};`);
  return `export interface ${name} {\n${lines.join("\n")}\n}\n`;
}

/** The types: one interface per structure, input and output; blobs are bytes, timestamps epoch seconds. */
export function typesSource(model: Model = readModel()): string {
  const enumTypes = Object.keys(model.enums).map((name) => `export type ${name} = (typeof enums.${name})[number];`);
  const parts = Object.entries(model.structures).map(([name, { members }]) => interfaceSource(name, members));
  const inputs: string[] = [];
  const outputs: string[] = [];
  for (const [name, { input, output }] of Object.entries(model.operations)) {
    parts.push(interfaceSource(`${name}Input`, input ?? []));
    inputs.push(`  readonly ${name}: ${name}Input;`);
    if (output) parts.push(interfaceSource(`${name}Output`, output));
    outputs.push(`  readonly ${name}: ${output ? `${name}Output` : "undefined"};`);
  }
  return [
    banner,
    "import type { enums } from './shapes.gen.ts';\n\n",
    `${enumTypes.join("\n")}\n\n`,
    parts.join("\n"),
    `\nexport interface Inputs {\n${inputs.join("\n")}\n}\n`,
    `\nexport interface Outputs {\n${outputs.join("\n")}\n}\n`,
    "\nexport type OperationName = keyof Inputs;\n",
  ].join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("shapes.gen.ts", contractFolder), shapesSource());
  writeFileSync(new URL("types.gen.ts", contractFolder), typesSource());
}
