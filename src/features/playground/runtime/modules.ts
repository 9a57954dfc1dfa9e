// Exports requireModule: the packages that code in the playground can import.
import "./node-globals.ts";
import * as encryptionSdk from "@aws-crypto/client-browser";
import { Buffer } from "buffer/";
import { availableModules } from "#features/playground/available-modules.ts";
import * as clientKms from "./client-kms.ts";

const modules: ReadonlyMap<string, unknown> = new Map<(typeof availableModules)[number], unknown>([
  ["@aws-sdk/client-kms", clientKms],
  ["@aws-crypto/client-browser", encryptionSdk],
  ["buffer", { Buffer }],
]);

/** @throws Error that names what there is, for any other module */
export function requireModule(name: string): unknown {
  const found = modules.get(name);
  if (found !== undefined) return found;
  throw new Error(`Cannot find module '${name}'. The playground has ${availableModules.join(", ")}.`);
}
