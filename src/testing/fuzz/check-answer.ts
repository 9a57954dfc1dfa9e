// Exports what any answer must look like on the wire, whatever was asked.
import { contract, type OperationName } from "#kms/index.ts";
import { decodeUtf8 } from "#lib/bytes.ts";
import type { WireResponse } from "#protocol/wire-message.ts";
import type { Input } from "./memory.ts";

/** The answer of the layers in front of KMS, which know no operation. */
const statuses: readonly number[] = [200, 400, 404, 413];

const modelled: ReadonlySet<string> = new Set(
  Object.values(contract).flatMap(({ errors }): readonly string[] => errors),
);

/** Refusals that stand for what is simulated otherwise than AWS does it; the engine names each of them with its operation. */
const departures: ReadonlySet<string> = new Set(["UnsupportedOperationException", "InvalidMarkerException"]);

export interface Answer {
  /** `success`, or the code of the error. */
  readonly outcome: string;
  readonly body: Input;
}

/** @throws Error for a status, a body or an error code that KMS does not answer with. */
export function checkAnswer(operation: OperationName, { status, headers, body }: WireResponse): Answer {
  if (!statuses.includes(status)) throw new Error(`${operation} was answered with the status ${status}`);
  if (!headers["x-amzn-requestid"]) throw new Error(`${operation} was answered without a request id`);
  const text = decodeUtf8(body);
  if (status === 200 && body.length === 0) return { outcome: "success", body: {} };
  const json = JSON.parse(text ?? "not UTF-8") as Input; // an object, or the next lines say no
  if (status === 200) return { outcome: "success", body: json };
  const { __type: code, message, ...rest } = json;
  if (
    typeof code !== "string" ||
    (message !== undefined && typeof message !== "string") ||
    Object.keys(rest).length > 0
  )
    throw new Error(`${operation} was refused with ${text}`);
  const declared: readonly string[] = contract[operation].errors;
  if (modelled.has(code) && !declared.includes(code) && !departures.has(code))
    throw new Error(`${operation} was refused with ${code}, which it does not declare`);
  return { outcome: code, body: json };
}
