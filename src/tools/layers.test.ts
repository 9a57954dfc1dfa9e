// Plants one breach of each layer rule and expects the check to name it: a check that never fails proves nothing.
import { describe, expect, test } from "vitest";
import { checkLayers } from "./layers.ts";

/** What the check says about one file. */
function rulesBrokenBy(path: string, text: string): string[] {
  return checkLayers([{ path, text }]).violations.map(({ rule }) => rule);
}

const breaches: readonly (readonly [path: string, text: string, rule: string])[] = [
  ["src/lib/bytes.ts", 'import { a } from "#kms/index.ts";', "lib may not import kms"],
  ["src/lib/bytes.ts", 'import { openDB } from "idb";', "lib may not import the package idb"],
  ["src/lib/bytes.test.ts", 'import { a } from "#storage/a.ts";', "lib may not import storage"],
  ["src/kms/model/key.ts", 'import type { A } from "#store/world-store.ts";', "kms/model may not import store"],
  [
    "src/kms/model/key.ts",
    'import { a } from "../state/world.ts";',
    "a folder is left by #folder/file.ts, never by ../",
  ],
  [
    "src/kms/model/key.ts",
    'import { a } from "#kms/index.ts";',
    "kms/index.ts is the door for outsiders; insiders import the file itself",
  ],
  [
    "src/kms/model/key.ts",
    'import { p256 } from "@noble/curves/nist.js";',
    "kms/model may not import the package @noble/curves",
  ],
  ["src/kms/crypto/aes.ts", 'import BTree from "sorted-btree";', "kms/crypto may not import the package sorted-btree"],
  [
    "src/kms/model/key.ts",
    'import { createHash } from "node:crypto";',
    "kms/model may not import the package node:crypto",
  ],
  ["src/kms/operations/encrypt.ts", 'import { a } from "./decrypt.ts";', "operations are strangers to each other"],
  [
    "src/kms/operations/encrypt.ts",
    'import { a } from "#kms/operations/sign.ts";',
    "operations are strangers to each other",
  ],
  ["src/kms/dispatch/ports.ts", 'import { a } from "#testing/engine.ts";', "testing is imported by tests only"],
  [
    "src/protocol/answer.ts",
    'import { a } from "#kms/model/key.ts";',
    "outsiders import the engine through #kms/index.ts only",
  ],
  [
    "src/protocol/answer.test.ts",
    'import { a } from "#kms/model/key.ts";',
    "outsiders import the engine through #kms/index.ts only",
  ],
  ["src/protocol/answer.ts", 'import { a } from "#storage/loader.ts";', "protocol may not import storage"],
  ["src/storage/loader.ts", 'import { a } from "#protocol/answer.ts";', "storage may not import protocol"],
  ["src/store/use-call.ts", 'import { a } from "#storage/loader.ts";', "store may not import storage"],
  ["src/store/use-call.ts", 'import { openDB } from "idb";', "store may not import the package idb"],
  ["src/cli/run.ts", 'import { a } from "#store/use-call.ts";', "cli may not import store"],
  ["src/lessons/player.ts", 'import { useState } from "react";', "lessons may not import the package react"],
  ["src/ui/form.tsx", 'import { a } from "#kms/index.ts";', "ui may not import kms"],
  [
    "src/ui/form.tsx",
    'import { a } from "@tanstack/react-table";',
    "ui may not import the package @tanstack/react-table",
  ],
  ["src/ui/form.test.tsx", 'import { a } from "#kms/index.ts";', "ui may not import kms"],
  [
    "src/features/keys/page.tsx",
    'import { create } from "zustand";',
    "features/keys may not import the package zustand",
  ],
  [
    "src/features/keys/page.tsx",
    'import { a } from "@aws-sdk/client-kms";',
    "features/keys may not import the package @aws-sdk/client-kms",
  ],
  [
    "src/features/keys/page.tsx",
    'import { ReactFlow } from "@xyflow/react";',
    "features/keys may not import the package @xyflow/react",
  ],
  [
    "src/features/keys/page.tsx",
    'import { a } from "#features/aliases/page.tsx";',
    "features are strangers to each other",
  ],
  [
    "src/features/keys/page.test.tsx",
    'import { a } from "#features/aliases/page.tsx";',
    "features are strangers to each other",
  ],
  ["src/features/keys/page.tsx", 'import { a } from "#app/routes.ts";', "features/keys may not import app"],
  ["src/app/shell.tsx", 'import { a } from "#tools/layers.ts";', "app may not import tools"],
  ["src/app/shell.tsx", 'import { a } from "#endpoint/server.ts";', "app may not import endpoint"],
  ["src/main.tsx", 'import { a } from "#testing/engine.ts";', "testing is imported by tests only"],
  ["src/main.tsx", 'import { openDB } from "idb";', "main.tsx may not import the package idb"],
  ["src/endpoint/server.ts", 'import { a } from "#ui/form.tsx";', "endpoint may not import ui"],
  ["src/testing/engine.ts", 'import { a } from "#store/use-call.ts";', "testing may not import store"],
  ["src/tools/coverage.ts", 'import { a } from "#app/routes.ts";', "tools may not import app"],
  ["src/newcomer/a.ts", 'import { a } from "#lib/bytes.ts";', "newcomer may not import lib"],
];

test.each(breaches)("names the breach in %s: %s", (path, text, rule) => {
  expect(rulesBrokenBy(path, text)).toEqual([rule]);
});

describe("sees every way to import", () => {
  test.each([
    'import "#app/a.ts";',
    'import type { A } from "#app/a.ts";',
    'export { a } from "#app/a.ts";',
    'export * from "#app/a.ts";',
    'export const a = () => import("#app/a.ts");',
    'export type A = import("#app/a.ts").A;',
    'import Work from "#app/a.ts?worker"; export { Work };',
  ])("%s", (text) => {
    expect(rulesBrokenBy("src/lib/a.ts", text)).toEqual(["lib may not import app"]);
  });
});

test("passes files that keep the rules, and says how many imports it read", () => {
  const files = [
    {
      path: "src/kms/state/table.ts",
      text: 'import BTree from "sorted-btree"; import { a } from "#lib/invariant.ts";',
    },
    { path: "src/kms/operations/index.ts", text: 'import { encrypt } from "./encrypt.ts";' },
    { path: "src/kms/operations/encrypt.ts", text: 'import { a } from "#kms/model/key.ts";' },
    {
      path: "src/kms/operations/encrypt.test.ts",
      text: 'import { encrypt } from "./encrypt.ts"; import "#testing/engine.ts";',
    },
    {
      path: "src/features/keys/page.tsx",
      text: 'import { a } from "#kms/index.ts"; import { b } from "#features/keys/columns.ts";',
    },
    { path: "src/ui/data-table/use-table.ts", text: 'import { useTable } from "@tanstack/react-table";' },
    { path: "src/protocol/sdk.test.ts", text: 'import { KMSClient } from "@aws-sdk/client-kms";' },
  ];
  expect(checkLayers(files)).toEqual({ violations: [], importsRead: 10 });
});

test("refuses a file that it cannot read", () => {
  expect(() => checkLayers([{ path: "src/lib/a.ts", text: "import { from ;" }])).toThrow("src/lib/a.ts");
});
