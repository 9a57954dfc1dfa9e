// Exports a call as code for the AWS SDK for JavaScript v3.
import { type Shape, shapes } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { isoTime, type RenderedCall, renderedMembers } from "./rendered-call.ts";

const maxLine = 100;

/**
 * A TypeScript module for Node that makes the call: import, client in the Region, command. Blobs are Buffers made from
 * base64, timestamps Dates. Secrets of the input stand in it in the clear.
 */
export function sdkCode(call: RenderedCall): string {
  const command = `${call.operation}Command`;
  const members = renderedMembers(call).map(({ name, shape, value }) => property(name, literal(value, shape, 4)));
  const input = members.length === 0 ? "{}" : braced("{", members, "}", 2);
  return [
    `import { ${command}, KMSClient } from "@aws-sdk/client-kms";`,
    "",
    `const client = new KMSClient({ region: ${JSON.stringify(call.region)} });`,
    "const response = await client.send(",
    `  new ${command}(${input}),`,
    ");",
    "",
  ].join("\n");
}

/** The value as an expression. `shape` names its shape in the contract; undefined where the contract knows none. */
function literal(value: unknown, shape: string | undefined, indent: number): string {
  const known = shape === undefined ? undefined : shapes[shape];
  if (value instanceof Uint8Array) return `Buffer.from(${JSON.stringify(encodeBase64(value))}, "base64")`;
  if (typeof value === "number") return known?.type === "timestamp" ? date(value) : String(value);
  if (Array.isArray(value)) {
    const member = known?.type === "list" ? known.member : undefined;
    const entries = value.map((entry: unknown) => literal(entry, member, indent + 2));
    return fits(entries, indent) ? `[${entries.join(", ")}]` : braced("[", entries, "]", indent);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const properties = Object.entries(value).map(([name, entry]: [string, unknown]) =>
    property(name, literal(entry, known && shapeWithin(known, name), indent + 2)),
  );
  if (properties.length === 0) return "{}";
  return fits(properties, indent) ? `{ ${properties.join(", ")} }` : braced("{", properties, "}", indent);
}

function shapeWithin(shape: Shape, name: string): string | undefined {
  if (shape.type === "map") return shape.value;
  return shape.type === "structure" && Object.hasOwn(shape.members, name) ? shape.members[name]?.shape : undefined;
}

function date(seconds: number): string {
  const time = isoTime(seconds);
  return time === undefined ? `new Date(${seconds * 1000})` : `new Date(${JSON.stringify(time)})`;
}

function property(name: string, value: string): string {
  // In a literal a plain `__proto__` is no property but the prototype.
  const key = name === "__proto__" ? '["__proto__"]' : /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `${key}: ${value}`;
}

function fits(parts: readonly string[], indent: number): boolean {
  return !parts.some((part) => part.includes("\n")) && indent + parts.join(", ").length + 24 <= maxLine;
}

function braced(open: string, parts: readonly string[], close: string, indent: number): string {
  const inner = " ".repeat(indent + 2);
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${" ".repeat(indent)}${close}`;
}
