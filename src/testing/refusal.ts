// Exports what a refused call answered, so that a test compares code and text and nothing else.
import { KmsError } from "#kms/index.ts";

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** The refusal of a call. Rejects when the call was answered, and with the error itself when that is none of KMS's. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (error instanceof KmsError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("the call was answered, but a refusal was expected");
}
