// Exports the Call: the one form in which a click, a terminal line, an SDK request and a lesson reach the engine.
import type { Inputs, OperationName } from "#kms/contract/types.gen.ts";

/** Who calls, and where. */
export interface Caller {
  readonly account: string;
  readonly region: string;
  /** ARN of the IAM principal. */
  readonly principal: string;
}

/** `input` is hostile until the contract has been held against it. */
export interface Call<N extends OperationName = OperationName> extends Caller {
  readonly operation: N;
  readonly input: Inputs[N];
  /** Who says it called, for the trail; the console if absent. */
  readonly userAgent?: string;
}
