// Exports the entry of an operation that the contract has and this KMS does not answer yet.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { OperationName } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";

/** Simulated: AWS has no such answer. */
export function notImplemented<N extends OperationName>(operation: N): Operation<N> {
  return {
    access: "read",
    resolve() {
      throw new KmsError("NotImplementedException", `This KMS sandbox does not answer ${operation} yet.`);
    },
  };
}
