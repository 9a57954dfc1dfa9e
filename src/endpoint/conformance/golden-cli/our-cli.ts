// Exports our own AWS CLI on an engine of this process, with the files of a folder.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type AwsHost, FileError } from "#cli/aws/aws-host.ts";
import { type AwsResult, runAws } from "#cli/aws/run-aws.ts";
import type { Engine, Inputs } from "#kms/index.ts";
import type { Command } from "./real-cli.ts";

/** @param folder where commands run, with `home` in it @param profiles name -> account, as the files of `home` have them */
export function ourCli(
  engine: Pick<Engine, "call">,
  folder: string,
  profiles: Readonly<Record<string, string>>,
): (command: Command) => Promise<AwsResult> {
  const place = (path: string): string => resolve(folder, path.replace(/^~(?=\/)/, "home"));
  const known = Object.entries(profiles).map(
    ([name, account]) => [name, { account, principal: `arn:aws:iam::${account}:user/Admin` }] as const,
  );
  return ({ words, variables }) => {
    const host: AwsHost = {
      call: (operation, input, { region, profile }) =>
        engine.call({ ...profile, region, operation, input: input as Inputs[typeof operation] }), // the engine validates it
      readFile: (path) => told(path, async () => new Uint8Array(await readFile(place(path)))),
      writeFile: (path, bytes) =>
        told(path, async () => {
          await mkdir(dirname(place(path)), { recursive: true });
          await writeFile(place(path), bytes);
        }),
      env: variables,
      profiles: new Map(known),
      lookupEvents: async () => ({ Events: [] }),
    };
    return runAws(words, host);
  };
}

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") throw new FileError(code, path);
    throw error;
  }
}
