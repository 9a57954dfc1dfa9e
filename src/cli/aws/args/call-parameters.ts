// Exports the parameters of a call from the options that were given: files read, values unpacked, a whole input merged in.
import type { Paging } from "#cli/aws/out/paginate.ts";
import { cliInput } from "./cli-input.ts";
import type { OperationArgument } from "./operation-arguments.ts";
import { type ParameterHost, parameterFile } from "./parameter-file.ts";
import type { Given } from "./parse-known.ts";
import type { Value } from "./python-value.ts";
import { shapeOf } from "./shape-of.ts";
import { unpackValue } from "./unpack-value.ts";

/**
 * The members of the input as the CLI has them before it checks them: blobs are still base64 (or bytes from `fileb://`),
 * times still text. What options say wins over --cli-input-json and --cli-input-yaml.
 * @throws UsageError
 */
export async function callParameters(
  known: readonly OperationArgument[],
  values: ReadonlyMap<string, Given>,
  host: ParameterHost,
): Promise<{ readonly parameters: ReadonlyMap<string, Value>; readonly paging: Paging }> {
  const parameters = new Map<string, Value>();
  const loaded = new Map<string, Given | Uint8Array>();
  for (const { name, target, member } of known) {
    const given = values.get(target);
    if (given === undefined || name !== target) continue; // --no-enabled shares what --enabled has
    const value = await loadedValue(name, given, host);
    loaded.set(name, value);
    if (member) parameters.set(member.name, unpackValue(name, shapeOf(member.shape), value));
  }
  for (const [name, value] of cliInput(values, loaded)) if (!parameters.has(name)) parameters.set(name, value);
  return { parameters, paging: pagingOf(loaded) };
}

function pagingOf(loaded: ReadonlyMap<string, Given | Uint8Array>): Paging {
  const token = loaded.get("--starting-token");
  const pageSize = loaded.get("--page-size");
  const maxItems = loaded.get("--max-items");
  return {
    ...(typeof token === "string" && { startingToken: token }),
    ...(typeof pageSize === "number" && { pageSize }),
    ...(typeof maxItems === "number" && { maxItems }),
  };
}

/** A list of one word may name a file as a single value does, and then is what the file holds, not a list of it. */
async function loadedValue(option: string, given: Given, host: ParameterHost): Promise<Given | Uint8Array> {
  const word = typeof given === "object" && given.length === 1 ? given[0] : given;
  return (typeof word === "string" ? await parameterFile(option, word, host) : undefined) ?? given;
}
