// Exports how a view calls KMS: it names the operation and its input; account, Region and principal are added here.
import { useMemo } from "react";
import { type Call, type Inputs, KmsError, type OperationName, type Outputs } from "#kms/index.ts";
import { logCall } from "./call-log.ts";
import { usePlace } from "./location.ts";
import { useSandbox } from "./sandbox.ts";

interface CallOptions {
  /** The page's Region if absent. */
  readonly region?: string;
}

export type CallKms = <N extends OperationName>(
  operation: N,
  input: Inputs[N],
  options?: CallOptions,
) => Promise<Outputs[N]>;

/** Some calls that belong together: one click of the user. */
export interface Action {
  readonly call: CallKms;
  /** The log ids of the calls made so far, for the flash's "View API calls". */
  calls(): readonly string[];
}

/** The user who is signed in to an account. Simulated: its administrator, always. */
export function principalOf(account: string): string {
  return `arn:aws:iam::${account}:user/Admin`;
}

/** Begins an action. @throws (from `call`) KmsError; anything else is a bug and belongs to the error boundary. */
export function useAction(): () => Action {
  const { engine } = useSandbox();
  const { account, region } = usePlace();
  return useMemo(
    () => () => {
      const ids: string[] = [];
      return {
        calls: () => ids,
        async call(operation, input, options = {}) {
          const call: Call<typeof operation> = {
            operation,
            input,
            account,
            region: options.region ?? region,
            principal: principalOf(account),
          };
          const at = Date.now();
          const started = performance.now();
          const done = (): { at: number; durationMs: number; call: Call } => ({
            at,
            durationMs: performance.now() - started,
            call: call as unknown as Call, // a call of one operation is a call
          });
          try {
            const output = await engine.call(call);
            ids.push(logCall({ ...done(), output }));
            return output;
          } catch (error) {
            if (error instanceof KmsError) ids.push(logCall({ ...done(), error }));
            throw error;
          }
        },
      };
    },
    [engine, account, region],
  );
}
