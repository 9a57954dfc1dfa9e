// Exports the AccessDeniedException texts, as quoted from AWS.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { OperationName } from "#kms/contract/types.gen.ts";
import type { Caller } from "#kms/dispatch/call.ts";

/** A foreign account never learns whether a key exists: denied and missing are answered alike. */
export function noAccessToForeignKey(caller: Caller, operation: OperationName | string): KmsError {
  return denied(
    caller,
    operation,
    "this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access",
  );
}

/** The key policy of a key of the caller's own account does not allow the action. */
export function noResourcePolicyAllows(caller: Caller, operation: string, resource: string): KmsError {
  return denied(
    caller,
    operation,
    `resource: ${resource} because no resource-based policy allows the kms:${operation} action`,
  );
}

/** Decrypt without KeyId of a ciphertext whose key the caller cannot reach. */
export function noAccessToCiphertextKey(caller: Caller, operation: string): KmsError {
  return denied(
    caller,
    operation,
    "the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access",
  );
}

function denied(caller: Caller, operation: string, what: string): KmsError {
  return new KmsError(
    "AccessDeniedException",
    `User: ${caller.principal} is not authorized to perform: kms:${operation} on ${what}`,
  );
}
