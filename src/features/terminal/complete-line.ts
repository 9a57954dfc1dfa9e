// Exports completeLine: what Tab makes of the text before the cursor. `aws` lines are completed by the CLI's own library,
// first words to commands, and the rest to files.
import { type CompletionSources, completeAws } from "#cli/aws/complete.ts";

export interface LineSources extends CompletionSources {
  /** Absolute paths of the home folder, a folder with a slash at its end. */
  readonly paths: Iterable<string>;
  readonly cwd: string;
  readonly home: string;
}

export interface Completion {
  /** Where in the text the word begins that is completed. */
  readonly from: number;
  /** What stands in its place; the word itself where nothing is known to follow. */
  readonly text: string;
  /** What it could become, when there is more than one. */
  readonly candidates: readonly string[];
}

/** @param text what stands before the cursor */
export function completeLine(text: string, sources: LineSources): Completion {
  const { words, partial, from } = lastCommand(text);
  const prefix = /^(?:fileb?:\/\/)/.exec(partial)?.[0] ?? "";
  const [command] = words;
  const found =
    command === undefined
      ? commands.filter((name) => name.startsWith(partial))
      : prefix === "" && command === "aws"
        ? [...completeAws(words.slice(1), partial, sources)]
        : files(partial.slice(prefix.length), sources).map((path) => prefix + path);
  const [only] = found;
  if (only === undefined) return { from, text: text.slice(from), candidates: [] };
  if (found.length === 1) {
    const end = /[/=]$/.test(only) ? "" : " ";
    return { from, text: quoted(only) + end, candidates: [] };
  }
  const common = commonBeginning(found);
  return { from, text: common.length > partial.length ? quoted(common) : text.slice(from), candidates: found };
}

/** What a first word is completed to. */
const commands = [
  ...["aws", "base64", "cat", "cd", "clear", "cp", "cut", "date", "diff", "echo", "env", "exit", "export", "find"],
  ...["grep", "head", "help", "history", "jq", "ls", "mkdir", "mv", "printf", "pwd", "rm", "sed", "seq", "sha256sum"],
  ...["sleep", "sort", "tail", "tee", "touch", "tr", "tree", "uniq", "unset", "wc", "xargs", "xxd"],
] as const;

interface LastCommand {
  readonly words: readonly string[];
  readonly partial: string;
  readonly from: number;
}

/** The words of the command that the cursor stands in, without their quotes, and the word that it stands at the end of. */
function lastCommand(text: string): LastCommand {
  let words: string[] = [];
  let word = "";
  let from: number | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (quote !== undefined) {
      if (char === quote) quote = undefined;
      else word += char;
    } else if (char === "\\") {
      at += 1;
      if (text[at] === "\n") continue;
      from ??= at - 1;
      word += text[at] ?? "";
    } else if (char === "'" || char === '"') {
      quote = char;
      from ??= at;
    } else if (/[;&|(\n`]/.test(char)) {
      words = [];
      word = "";
      from = undefined;
    } else if (/[\s<>]/.test(char)) {
      // VARIABLE=value in front of a command is none of its words.
      if (from !== undefined && !(words.length === 0 && /^[A-Za-z_]\w*=/.test(word))) words.push(word);
      word = "";
      from = undefined;
    } else {
      from ??= at;
      word += char;
    }
  }
  return { words, partial: word, from: from ?? text.length };
}

/** Files and folders that begin so, spelt as the user spells them; folders end with a slash. */
function files(partial: string, { paths, cwd, home }: LineSources): string[] {
  const slash = partial.lastIndexOf("/") + 1;
  const spelt = partial.slice(0, slash);
  const expanded = spelt.replace(/^~\//, `${home}/`);
  const folder = resolve(expanded.startsWith("/") ? expanded : `${cwd}/${expanded}`);
  const beginning = folder + partial.slice(slash);
  const found = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(beginning) || path === folder) continue;
    const rest = path.slice(folder.length);
    const end = rest.indexOf("/");
    const name = end < 0 ? rest : rest.slice(0, end + 1);
    // As in bash, a hidden file must be asked for.
    if (name !== "" && (!name.startsWith(".") || partial.slice(slash).startsWith("."))) found.add(spelt + name);
  }
  return [...found].sort().slice(0, 100);
}

function resolve(folder: string): string {
  const parts: string[] = [];
  for (const part of folder.split("/"))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  return parts.length === 0 ? "/" : `/${parts.join("/")}/`;
}

function commonBeginning(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  let { length } = first;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

const quoted = (word: string): string => word.replace(/[\s'"\\$&|;()<>*?`#]/g, "\\$&");
