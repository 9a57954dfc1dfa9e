// The contract against the installed AWS SDK: what a newer SDK adds (an operation, a member, an error, a value) or takes away
// is named here, line by line, until kms-model.json follows. Reads the package alone; no network.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as sdk from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import type { Members } from "./shape.ts";
import { enums, operations, shapes } from "./shapes.gen.ts";

type Module = Readonly<Record<string, unknown>>;

/** The SDK's own notation of a schema: a number for what is simple, a list that begins with a kind for the rest. */
const simpleTypes: Readonly<Record<number, string>> = {
  0: "string",
  1: "integer",
  2: "boolean",
  4: "timestamp",
  21: "blob",
};
const kinds = { list: 1, map: 2, structure: 3, operation: 9, error: -3 } as const;
const listOf = 64;
const mapOf = 128;

const isOfKind = (value: unknown, kind: number): value is readonly unknown[] =>
  Array.isArray(value) && value[0] === kind;

/** What a reference stands for: a thunk, a pair of a thunk and traits, a named simple type with traits, or the thing itself. */
function resolved(reference: unknown): unknown {
  if (typeof reference === "function") return resolved((reference as () => unknown)());
  if (Array.isArray(reference) && typeof reference[0] === "function") return resolved(reference[0]);
  if (Array.isArray(reference) && reference[0] === 0) return resolved(reference[4]);
  return reference;
}

function sdkLines(path: string, reference: unknown): string[] {
  const schema = resolved(reference);
  if (typeof schema === "number") {
    if (schema >= mapOf) return [`${path}{}: ${simpleTypes[schema - mapOf]}`];
    if (schema >= listOf) return [`${path}[]: ${simpleTypes[schema - listOf]}`];
    return [`${path}: ${simpleTypes[schema]}`];
  }
  if (isOfKind(schema, kinds.list)) return sdkLines(`${path}[]`, schema[4]);
  if (isOfKind(schema, kinds.map)) return sdkLines(`${path}{}`, schema[5]);
  if (!isOfKind(schema, kinds.structure)) throw new Error(`${path}: the SDK says ${JSON.stringify(schema)}`);
  const [, , , , names, members, required = 0] = schema as [0, 0, 0, 0, string[], unknown[], number?]; // the SDK's tuple
  return names.flatMap((name, i) => sdkLines(`${path}.${name}${i < required ? " (required)" : ""}`, members[i]));
}

function contractLines(path: string, members: Members): string[] {
  return Object.entries(members).flatMap(([name, { shape, required }]) =>
    shapeLines(`${path}.${name}${required ? " (required)" : ""}`, shape),
  );
}

function shapeLines(path: string, shapeName: string): string[] {
  const shape = shapes[shapeName];
  if (shape?.type === "structure") return contractLines(path, shape.members);
  if (shape?.type === "list") return shapeLines(`${path}[]`, shape.member);
  if (shape?.type === "map") return shapeLines(`${path}{}`, shape.value);
  return [`${path}: ${shape?.type}`];
}

const enumValues = (name: string, values: Iterable<unknown>) => Array.from(values, (value) => `enum ${name}: ${value}`);

/** Everything the module says of the service, a line for each fact. */
function factsOfSdk(module: Module): string[] {
  return Object.entries(module).flatMap(([name, value]) => {
    if (isOfKind(value, kinds.operation)) {
      const [, , operation, , input, output] = value as [0, 0, string, 0, unknown, unknown]; // the SDK's tuple
      const answers =
        resolved(output) === "unit" ? [] : [`${operation} answers`, ...sdkLines(`${operation} output`, output)];
      return [operation, ...sdkLines(`${operation} input`, input), ...answers];
    }
    if (isOfKind(value, kinds.error) && name !== "KMSServiceException$") return [`error ${name.slice(0, -1)}`];
    if (typeof value === "object" && value !== null && Object.entries(value).every(([key, text]) => key === text))
      return enumValues(name, Object.values(value));
    return [];
  });
}

function factsOfContract(): string[] {
  const errors = new Set(Object.values(operations).flatMap((operation): readonly string[] => operation.errors));
  return [
    ...Object.entries(operations).flatMap(([name, { input, output }]) => [
      name,
      ...contractLines(`${name} input`, input),
      ...(output === null ? [] : [`${name} answers`, ...contractLines(`${name} output`, output)]),
    ]),
    ...Array.from(errors, (code) => `error ${code}`),
    ...Object.entries(enums).flatMap(([name, values]) => enumValues(name, values)),
  ];
}

function difference(module: Module): { onlyInSdk: string[]; onlyInContract: string[] } {
  const inSdk = new Set(factsOfSdk(module));
  const inContract = new Set(factsOfContract());
  return {
    onlyInSdk: [...inSdk].filter((fact) => !inContract.has(fact)).sort(),
    onlyInContract: [...inContract].filter((fact) => !inSdk.has(fact)).sort(),
  };
}

describe("the contract and the installed AWS SDK", () => {
  test("know the same operations, members, errors and values", () => {
    expect(factsOfSdk(sdk).length).toBeGreaterThan(700);
    expect(difference(sdk)).toEqual({ onlyInSdk: [], onlyInContract: [] });
  });

  test("differ by name as soon as the SDK has an operation or a member more", () => {
    const [kind, namespace, name, traits, members, schemas] = sdk.DescribeKeyRequest$ as unknown as unknown[][]; // a tuple
    const request = [kind, namespace, name, traits, [...(members ?? []), "Depth"], [...(schemas ?? []), 1], 1];
    const newer = {
      ...sdk,
      DescribeKey$: [9, "com.amazonaws.kms", "DescribeKey", 0, () => request, () => sdk.DescribeKeyResponse$],
      ShredKey$: [9, "com.amazonaws.kms", "ShredKey", 0, () => request, () => "unit"],
    };

    expect(difference(newer).onlyInSdk).toEqual([
      "DescribeKey input.Depth: integer",
      "ShredKey",
      "ShredKey input.Depth: integer",
      "ShredKey input.GrantTokens[]: string",
      "ShredKey input.KeyId (required): string",
    ]);
  });

  test.each(Object.entries(operations))("declare the same errors of %s", (name, { errors }) => {
    const folder = join(
      dirname(createRequire(import.meta.url).resolve("@aws-sdk/client-kms")),
      "../dist-types/commands",
    );
    const declaration = readFileSync(join(folder, `${name}Command.d.ts`), "utf8");
    const thrown = Array.from(
      declaration.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g),
      ([, code]) => code,
    );
    expect(thrown.sort()).toEqual([...errors].sort());
  });
});
