// Exports where the key fields of a form lead, now: the steps of each, and the key at their end.
import { type Caller, explainKeyId, findKey, parseKeyIdentifier, type ResolutionStep, type World } from "#kms/index.ts";
import type { FormKeys } from "./algorithm-choice.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import type { KeyField } from "./field.ts";
import type { FormValues } from "./form-values.ts";
import { operationTable } from "./operation-table.ts";

export interface KeyResolution {
  readonly field: KeyField;
  readonly keyId: string;
  /** None while the field is empty. */
  readonly steps: readonly ResolutionStep[];
}

export function resolveFormKeys(
  world: World,
  caller: Caller,
  operation: CryptoOperation,
  values: FormValues,
): readonly KeyResolution[] {
  return operationTable[operation].fields
    .filter((field) => field.kind === "key")
    .map((field) => {
      const keyId = (values.texts[field.member] ?? "").trim();
      return { field, keyId, steps: keyId ? explainKeyId(world, caller, operation, keyId) : [] };
    });
}

/** The keys that may be looked at: a key of another account only where its policy lets the caller use it. */
export function keysOf(world: World, caller: Caller, resolutions: readonly KeyResolution[]): FormKeys {
  return Object.fromEntries(
    resolutions.map(({ field, keyId, steps }) => {
      const access = steps.find(({ step }) => step === "access");
      const identifier = parseKeyIdentifier(keyId);
      const place = "account" in identifier ? identifier : caller;
      const found = access?.status === "ok" && access.keyId !== undefined;
      return [field.member, found ? findKey(world, place, access.keyId) : undefined];
    }),
  );
}
