// Exports needsMore: whether what has been typed goes on in the next line, as bash decides before it runs anything.

/** What is open: a quote, a substitution, a group, or a compound command with the word that ends it. */
type Open = "'" | '"' | "`" | ")" | "}" | "fi" | "done" | "esac";

const openers = new Map<string, Open>([
  ["if", "fi"],
  ["for", "done"],
  ["while", "done"],
  ["until", "done"],
  ["case", "esac"],
  ["{", "}"],
]);
const closers: ReadonlySet<string> = new Set<Open>(["fi", "done", "esac", "}"]);
/** After these words stands a command again. */
const leaders: ReadonlySet<string> = new Set(["then", "else", "elif", "do", "!", "time", ...openers.keys()]);

/** True for an open quote, substitution, here-document or compound command, and after `\`, `|`, `&&` and `||`. */
export function needsMore(text: string): boolean {
  const open: Open[] = [];
  const documents: { readonly end: string; readonly isIndented: boolean }[] = [];
  let isCommandPlace = true;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 256);
    const char = text[at] ?? "";
    const inside = open.at(-1);
    if (inside === "'") {
      const end = text.indexOf("'", at);
      if (end < 0) return true;
      open.pop();
      at = end + 1;
    } else if (char === "\\") {
      if (at + 1 === text.length || (text[at + 1] === "\n" && at + 2 === text.length)) return true;
      at += 2;
      if (text[at - 1] !== "\n") isCommandPlace = false;
    } else if (inside === '"') {
      if (char === '"') open.pop();
      else if (rest.startsWith("$(")) open.push(")");
      else if (char === "`") open.push("`");
      if (open.at(-1) === ")" || open.at(-1) === "`") isCommandPlace = true;
      at += rest.startsWith("$(") ? 2 : 1;
    } else if (char === "'" || char === '"') {
      open.push(char);
      isCommandPlace = false;
      at += 1;
    } else if (char === "`") {
      if (inside === "`") open.pop();
      else open.push("`");
      isCommandPlace = inside !== "`";
      at += 1;
    } else if (char === "(") {
      open.push(")");
      isCommandPlace = true;
      at += 1;
    } else if (char === ")") {
      if (inside === ")") open.pop();
      // In a `case` it ends a pattern, and a command follows; behind `name()` stands the body of a function.
      isCommandPlace = inside === "esac" || text[at - 1] === "(";
      at += 1;
    } else if (char === "#" && isWordStart(text, at)) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (char === "\n") {
      at = afterDocuments(text, at + 1, documents);
      if (at < 0) return true;
      documents.length = 0;
      isCommandPlace = true;
    } else if (/^[;&|]/.test(char)) {
      isCommandPlace = true;
      at += 1;
    } else if (rest.startsWith("<<<")) at += 3;
    else if (rest.startsWith("<<")) {
      const [whole = "<<", dash, quoted, plain] =
        /^<<(-?)[ \t]*(?:["']([^"'\n]*)["']|([^\s;&|<>()]+))?/.exec(rest) ?? [];
      const end = quoted ?? plain;
      if (end !== undefined) documents.push({ end: end.replace(/\\/g, ""), isIndented: dash === "-" });
      at += whole.length;
    } else if (/\s/.test(char)) at += 1;
    else {
      const [word = char] = /^[^\s;&|()<>"'`\\#]+/.exec(rest) ?? [];
      if (isCommandPlace && isWordStart(text, at)) {
        const opener = openers.get(word);
        if (opener) open.push(opener);
        else if (closers.has(word) && open.at(-1) === word) open.pop();
      }
      isCommandPlace = isCommandPlace && leaders.has(word);
      at += word.length;
    }
  }
  return open.length > 0 || documents.length > 0 || /(?:\||&&)[ \t]*$/.test(text);
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s;&|()`]/.test(text[at - 1] ?? "");
}

/** Where the text goes on after its here-documents; -1 when one has no end yet. */
function afterDocuments(
  text: string,
  from: number,
  documents: readonly { readonly end: string; readonly isIndented: boolean }[],
): number {
  let at = from;
  for (const { end, isIndented } of documents) {
    for (;;) {
      if (at >= text.length) return -1;
      const lineEnd = text.indexOf("\n", at);
      const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
      at = lineEnd < 0 ? text.length : lineEnd + 1;
      if ((isIndented ? line.replace(/^\t+/, "") : line) === end) break;
    }
  }
  return at;
}
