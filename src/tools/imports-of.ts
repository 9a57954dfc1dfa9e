// Exports importsOf: every module that a TypeScript file names, type-only and dynamic imports included.
import { parseSync } from "vite";

/**
 * The module specifiers in a source file, in order: static and dynamic imports, re-exports, `import("x").Type`, and
 * `new URL("./x", import.meta.url)`; without a Vite suffix such as `?worker`.
 * @throws when the file does not parse, since an unread file would pass every check.
 */
export function importsOf(path: string, text: string): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: string[] = [];
  visit(program, found);
  return found.map((specifier) => specifier.replace(/\?.*$/, ""));
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const child of node) visit(child, found);
  else if (isNode(node)) {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push(specifier);
    for (const child of Object.values(node)) if (typeof child === "object") visit(child, found);
  }
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return literal(node.source);
    case "NewExpression":
      return isNode(node.callee) && node.callee.name === "URL" ? relativeUrl(node.arguments) : undefined;
    default:
      return undefined;
  }
}

function relativeUrl(callArguments: unknown): string | undefined {
  if (!Array.isArray(callArguments) || callArguments.length !== 2) return undefined;
  const specifier = literal(callArguments[0]);
  return specifier?.startsWith("./") ? specifier : undefined;
}

function literal(node: unknown): string | undefined {
  return isNode(node) && typeof node.value === "string" ? node.value : undefined;
}
