// Exports the reading of values that name a file: `file://` for text, `fileb://` for bytes.

import { type AwsHost, FileError } from "#cli/aws/aws-host.ts";
import { decodeUtf8 } from "#lib/bytes.ts";
import { quoted } from "./python-value.ts";
import { parameterError } from "./usage-error.ts";

export type ParameterHost = Pick<AwsHost, "readFile" | "env">;

/** As the system's own messages have them. */
const systemErrors = {
  ENOENT: "[Errno 2] No such file or directory",
  EISDIR: "[Errno 21] Is a directory",
  EACCES: "[Errno 13] Permission denied",
} as const satisfies Readonly<Record<FileError["code"], string>>;

/**
 * What the named file holds, or undefined where the value names none. Text is UTF-8 and its line ends become \n; nothing is cut
 * off at its end. `$NAME` in the path is replaced from the environment.
 * @throws UsageError for a file that cannot be read, or is no text behind `file://`
 */
export async function parameterFile(
  option: string,
  value: string,
  host: ParameterHost,
): Promise<string | Uint8Array | undefined> {
  const [, scheme, typed] = /^(fileb?:\/\/)(.*)$/s.exec(value) ?? [];
  if (typed === undefined) return undefined;
  const path = expandVariables(typed, host.env);
  const bytes = await readOrRefuse(option, value, path, host);
  if (scheme === "fileb://") return bytes;
  const text = decodeUtf8(bytes);
  if (text === undefined)
    throw parameterError(
      option,
      `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.`,
    );
  return text.replace(/\r\n?/g, "\n");
}

async function readOrRefuse(option: string, value: string, path: string, host: ParameterHost): Promise<Uint8Array> {
  try {
    return await host.readFile(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw parameterError(option, `Unable to load paramfile ${value}: ${systemErrors[error.code]}: ${quoted(path)}`);
  }
}

function expandVariables(path: string, env: Readonly<Record<string, string>>): string {
  return path.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (whole, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced ?? "";
    return Object.hasOwn(env, name) ? (env[name] ?? whole) : whole;
  });
}
