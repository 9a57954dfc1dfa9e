import { expect, test } from "vitest";
import { availableModules } from "./available-modules.ts";
import { CompileError, compile } from "./compile.ts";
import { sampleCodes } from "./sample-codes.ts";

test("types go, imports become require, and every line stays where it is", () => {
  const code = compile(
    'import { KMS } from "@aws-sdk/client-kms";\ninterface A {\n  x: 1;\n}\nconst a: A = await f(KMS);\n',
  );
  expect(code).toContain("require('@aws-sdk/client-kms')");
  expect(code.split("\n")).toHaveLength(6);
  expect(code.split("\n")[4]).toMatch(/^const a *= await f\(_clientkms\.KMS\);$/);
});

test("an error of syntax names its line", () => {
  expect(() => compile("const a = 1;\nconst b = ;")).toThrow(CompileError);
  expect(() => compile("const a = 1;\nconst b = ;")).toThrow(/^SyntaxError: .* \(main\.ts:2\)$/);
});

test("each sample compiles and imports only what the playground has", () => {
  for (const [id, source] of Object.entries(sampleCodes)) {
    const required = [...compile(source).matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name);
    expect(required.length, id).toBeGreaterThan(0);
    for (const name of required) expect(availableModules).toContain(name);
  }
});
