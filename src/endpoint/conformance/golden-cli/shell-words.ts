// Exports how a real shell splits a command line, so that both CLIs get the words that people mean.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Command } from "./real-cli.ts";

// `aws` stands for itself here: it prints its words, and the variables that it would see.
const program = `
aws() {
  printf '%s\\0' "$#" "$@"
  local name
  for name in \${!AWS_@}; do printf '%s\\0' "$name" "\${!name}"; done
}
eval "$LINE"`;

const known = new Map<string, Promise<Command>>();

/** @param line `AWS_REGION=eu-west-1 aws kms describe-key --key-id $KEY` @param kept what `$KEY` and its like stand for */
export function shellWords(line: string, kept: Readonly<Record<string, string>>): Promise<Command> {
  const used = Object.entries(kept).filter(([name]) => line.includes(`$${name}`));
  // Most lines come twice, once for each CLI; a shell is started once.
  const asked = JSON.stringify([line, used]);
  const words = known.get(asked) ?? split(line, Object.fromEntries(used));
  known.set(asked, words);
  return words;
}

async function split(line: string, variables: Readonly<Record<string, string>>): Promise<Command> {
  const { stdout } = await promisify(execFile)("/bin/bash", ["--norc", "-c", program], {
    env: { ...variables, LINE: line, LC_ALL: "C.UTF-8" },
  });
  const [count = "0", ...fields] = stdout.split("\0").slice(0, -1);
  const words = fields.splice(0, Number(count));
  const seen: Record<string, string> = {};
  for (let at = 0; at + 1 < fields.length; at += 2) seen[fields[at] ?? ""] = fields[at + 1] ?? "";
  return { words, variables: seen };
}
