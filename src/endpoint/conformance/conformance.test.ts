// The AWS SDK for JavaScript v3 over HTTP, through every operation: its happy path and each of its declared errors.
import type { OperationName } from "#kms/index.ts";
import { aliasCalls } from "./alias-calls.ts";
import { type Conformance, testConformance } from "./conformance.ts";
import { encryptionCalls } from "./encryption-calls.ts";
import { grantCalls } from "./grant-calls.ts";
import { importCalls } from "./import-calls.ts";
import { keyCalls } from "./key-calls.ts";
import { keyStoreCalls } from "./key-store-calls.ts";
import { multiRegionCalls } from "./multi-region-calls.ts";
import { policyAndTagCalls } from "./policy-and-tag-calls.ts";
import { rotationCalls } from "./rotation-calls.ts";
import { signatureCalls } from "./signature-calls.ts";

/** An operation that is missing here is a type error. */
const calls = {
  ...aliasCalls,
  ...encryptionCalls,
  ...grantCalls,
  ...importCalls,
  ...keyCalls,
  ...keyStoreCalls,
  ...multiRegionCalls,
  ...policyAndTagCalls,
  ...rotationCalls,
  ...signatureCalls,
} satisfies Readonly<Record<OperationName, Conformance>>;

for (const [name, conformance] of Object.entries(calls)) testConformance(name as OperationName, conformance); // a key of the table
