// Exports how a view calls KMS: it names the operation and its input; account, Region and principal are added here.
import { useMemo } from "react";
import { type Call, type Engine, type Inputs, KmsError, type OperationName, type Outputs } from "#kms/index.ts";
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

/**
 * Makes a call that stands in the log afterwards; `onLogged` is told its id there.
 * @throws KmsError; anything else is a bug.
 */
export async function loggedCall<N extends OperationName>(
  engine: Engine,
  call: Call<N>,
  onLogged?: (id: string) => void,
): Promise<Outputs[N]> {
  const at = Date.now();
  const started = performance.now();
  const log = (end: { readonly output: unknown } | { readonly error: KmsError }): void => {
    const durationMs = performance.now() - started;
    const id = logCall({ at, durationMs, call: call as unknown as Call, ...end }); // a call of one operation is a call
    onLogged?.(id);
  };
  try {
    const output = await engine.call(call);
    log({ output });
    return output;
  } catch (error) {
    if (error instanceof KmsError) log({ error });
    throw error;
  }
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
          return loggedCall(engine, call, (id) => ids.push(id));
        },
      };
    },
    [engine, account, region],
  );
}
