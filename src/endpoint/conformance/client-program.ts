// Exports how the tests run a client program from outside: the AWS CLI and Python with boto3, as Debian ships them.
import { type ExecFileException, execFile } from "node:child_process";
import { existsSync } from "node:fs";

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Debian's own places: another `aws` or `python3` on the PATH may be of any version. */
export const awsCli = "/usr/bin/aws";
export const python = "/usr/bin/python3";

/**
 * Whether the program is there. Said aloud when it is not; where CI is set, which installs it, that is a failure.
 * @param args of a call that succeeds only when the program can be used
 */
export async function isInstalled(program: string, args: readonly string[]): Promise<boolean> {
  if (existsSync(program) && (await run(program, args, {})).exitCode === 0) return true;
  const words = `${program} ${args.join(" ")} does not work here (Debian: apt-get install awscli python3-boto3)`;
  if (process.env.CI) throw new Error(words);
  process.stderr.write(`\nSKIPPED: ${words}\n`);
  return false;
}

/** Runs a program with these variables and no settings of whoever runs the tests. */
export function run(
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Finished> {
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: "/nonexistent",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
    AWS_SECRET_ACCESS_KEY: "any",
    PYTHONDONTWRITEBYTECODE: "1",
    ...variables,
  };
  return new Promise((resolve, reject) => {
    execFile(program, args, { env }, (error: ExecFileException | null, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}
