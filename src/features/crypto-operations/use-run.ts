// Exports how a form is run: one call, whatever comes of it kept in the session.
import { useState } from "react";
import { type Inputs, KmsError } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useAction } from "#store/use-call.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import type { FormValues } from "./form-values.ts";
import type { Answer } from "./hand-over.ts";
import { type Run, setOutcome } from "./session.ts";

interface Running {
  readonly isRunning: boolean;
  /** `input` is held against the contract by the engine, like any other. Rejects only for a bug. */
  run(operation: CryptoOperation, input: Answer, request: FormValues): Promise<void>;
}

export function useRun(): Running {
  const begin = useAction();
  const { account, region } = usePlace();
  const [isRunning, setIsRunning] = useState(false);
  return {
    isRunning,
    async run(operation, input, request) {
      const action = begin();
      const started = performance.now();
      const ended = (): Run => ({
        ...{ operation, region, account, request },
        ...{ durationMs: performance.now() - started, calls: action.calls() },
      });
      setIsRunning(true);
      try {
        // The form is made from the contract, but only the engine can tell whether it fits.
        const answer: Answer = { ...(await action.call(operation, input as unknown as Inputs[CryptoOperation])) };
        setOutcome(operation, { type: "answered", run: ended(), answer });
      } catch (error) {
        if (!(error instanceof KmsError)) throw error;
        setOutcome(operation, { type: "refused", run: ended(), error });
      } finally {
        setIsRunning(false);
      }
    },
  };
}
