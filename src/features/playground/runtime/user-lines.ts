// Exports inUserLines, which makes a stack trace speak of the user's file: the compiler keeps every line where it is.

/** What the user's code is called in messages. */
export const userFile = "main.ts";

/**
 * @param text may contain stack traces
 * @param url of the script that holds the user's code
 * @returns the same with `main.ts:<line>` for places in that script, and without the frames of the runtime and the SDKs
 */
export function inUserLines(text: string, url: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s+at /.test(line) || line.includes(url))
    .join("\n")
    .replaceAll(new RegExp(`${escapePattern(url)}:(\\d+)(?::\\d+)?`, "g"), `${userFile}:$1`);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
