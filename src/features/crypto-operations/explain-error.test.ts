import { expect, test } from "vitest";
import { contract, type KmsErrorCode } from "#kms/index.ts";
import { cryptoOperations } from "./crypto-operation.ts";
import { explainError } from "./explain-error.ts";

/** Errors of things that this sandbox does not have, or does not simulate. */
const unseen: ReadonlySet<string> = new Set([
  ...["DependencyTimeoutException", "InvalidGrantTokenException", "CustomKeyStoreNotFoundException"],
  "CustomKeyStoreInvalidStateException",
]);

test.each(cryptoOperations)("explains every error that %s can answer", (operation) => {
  const unexplained = contract[operation].errors.filter(
    (code) => !unseen.has(code) && explainError(operation, code as KmsErrorCode) === undefined, // the contract lists codes as text
  );
  expect(unexplained).toEqual([]);
});
