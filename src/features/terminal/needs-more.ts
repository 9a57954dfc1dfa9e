// Exports createScanner: tells line by line whether what has been typed goes on in the next one, as bash decides before it runs
// anything. It keeps what is open, and so reads each line once however many came before.

/** What is open: a quote, a substitution, arithmetic, a group, or a compound command with the word that ends it. */
type Open = "'" | "$'" | '"' | "`" | ")" | "))" | "${" | "}" | "fi" | "done" | "esac";

interface HereDocument {
  readonly end: string;
  readonly isIndented: boolean;
}

export interface Scanner {
  /** Takes the next line. @returns whether all lines so far are complete, and can run or be refused */
  add(line: string): boolean;
}

const openers = new Map<string, Open>([
  ["if", "fi"],
  ["for", "done"],
  ["select", "done"],
  ["while", "done"],
  ["until", "done"],
  ["case", "esac"],
  ["{", "}"],
]);
const closers: ReadonlySet<string> = new Set<Open>(["fi", "done", "esac", "}"]);
/** After these words stands a command again. */
const leaders = new Set(["then", "else", "elif", "do", "!", "time", "if", "while", "until", "{"]);
/** These take a name first. */
const naming = new Set(["for", "select", "function"]);

export function createScanner(): Scanner {
  return new LineScanner();
}

class LineScanner implements Scanner {
  readonly #open: Open[] = [];
  /** Those that begin at the end of this line, and then those that are being read. */
  #documents: HereDocument[] = [];
  #isCommandPlace = true;
  /** The last word, when it wants a name behind it. */
  #wantsName: string | undefined;
  /** `|`, `&&` or `||` stood last. */
  #wantsCommand = false;
  #isBroken = false;
  #line = "";
  #at = 0;

  add(line: string): boolean {
    const [document] = this.#documents;
    if (document) {
      if ((document.isIndented ? line.replace(/^\t+/, "") : line) === document.end) this.#documents.shift();
      return this.#isComplete();
    }
    this.#line = line;
    this.#at = 0;
    let isContinued = false;
    while (this.#at < line.length) {
      const char = line[this.#at] ?? "";
      const inside = this.#open.at(-1);
      if (inside === "'") this.#skipTo("'");
      else if (char === "\\") {
        isContinued = this.#at + 1 === line.length;
        this.#at += 2;
        if (!isContinued) this.#word("");
      } else if (inside === "$'") {
        if (char === "'") this.#open.pop();
        this.#at += 1;
      } else if (inside === '"') this.#quoted(char);
      else if (inside === "))" || inside === "${") this.#inBraces(char, inside);
      else this.#command(char);
    }
    if (isContinued) return false;
    // Within a quote the line break is text.
    if (!["'", "$'", '"', "${", "))"].includes(this.#open.at(-1) ?? "")) {
      this.#isCommandPlace = true;
      this.#wantsName = undefined;
    }
    return this.#isComplete();
  }

  #isComplete(): boolean {
    return this.#isBroken || (this.#open.length === 0 && this.#documents.length === 0 && !this.#wantsCommand);
  }

  #skipTo(end: string): void {
    const found = this.#line.indexOf(end, this.#at);
    if (found >= 0) this.#open.pop();
    this.#at = found < 0 ? this.#line.length : found + 1;
  }

  /** Opens what begins with `$` or a backquote here. @returns whether something does */
  #substitution(): boolean {
    const rest = this.#line.slice(this.#at, this.#at + 3);
    if (rest.startsWith("`")) {
      const isEnd = this.#open.at(-1) === "`";
      if (isEnd) this.#open.pop();
      else this.#open.push("`");
      this.#isCommandPlace = !isEnd;
      this.#at += 1;
    } else if (rest === "$((") this.#enter("))", 3);
    else if (rest.startsWith("$(")) this.#enter(")", 2);
    else if (rest.startsWith("${")) this.#enter("${", 2);
    else return false;
    return true;
  }

  #enter(open: Open, length: number): void {
    this.#open.push(open);
    this.#isCommandPlace = open === ")";
    this.#wantsCommand = false;
    this.#at += length;
  }

  #quoted(char: string): void {
    if (this.#substitution()) return;
    if (char === '"') {
      this.#open.pop();
      this.#isCommandPlace = false;
    }
    this.#at += 1;
  }

  /** Within arithmetic and `${...}` there are no commands, comments or here-documents. */
  #inBraces(char: string, inside: "))" | "${"): void {
    if (this.#substitution()) return;
    if (char === "'" || char === '"') this.#open.push(char);
    else if (inside === "${" && char === "}") this.#open.pop();
    else if (inside === "))") {
      // A parenthesis in an expression is counted as one more of the two that end it.
      if (char === "(") this.#open.push("))");
      else if (char === ")") {
        this.#open.pop();
        if (this.#line[this.#at + 1] === ")" && this.#open.at(-1) !== "))") this.#at += 1;
      }
    }
    this.#at += 1;
  }

  #command(char: string): void {
    const rest = this.#line.slice(this.#at, this.#at + 256);
    const inside = this.#open.at(-1);
    if (rest.startsWith("$'")) {
      this.#word("");
      this.#open.push("$'");
      this.#at += 2;
    } else if (this.#isQuoteOrSubstitution(char)) return;
    else if (rest.startsWith("((") && (this.#isCommandPlace || this.#wantsName === "for")) this.#enter("))", 2);
    else if (char === "(") this.#enter(")", 1);
    else if (char === ")") {
      if (inside === ")") this.#open.pop();
      // In a `case` it ends a pattern, and a command follows; behind `name()` stands the body of a function.
      this.#isCommandPlace = this.#open.at(-1) === "esac" || this.#line[this.#at - 1] === "(";
      this.#wantsCommand = false;
      this.#at += 1;
    } else if (char === "#" && this.#isWordStart()) this.#at = this.#line.length;
    else if (/^[;&|]/.test(char)) {
      const [operator = char] = /^(?:&&|\|\||\|&|&>>?|[;&|])/.exec(rest) ?? [];
      this.#isCommandPlace = true;
      this.#wantsName = undefined;
      this.#wantsCommand = operator === "&&" || operator.startsWith("|");
      this.#at += operator.length;
    } else if (rest.startsWith("<<<")) this.#at += 3;
    else if (rest.startsWith("<<")) this.#hereDocument(rest);
    else if (/\s/.test(char)) this.#at += 1;
    else {
      const [word = char] = /^(?:[^\s;&|()<>"'`\\#$]|\$(?![('{])|(?<=\S)#)+/.exec(rest) ?? [];
      const isWhole = this.#isWordStart();
      this.#at += word.length;
      this.#word(isWhole ? word : "");
    }
  }

  #isQuoteOrSubstitution(char: string): boolean {
    if (char !== "'" && char !== '"') {
      const isCommandPlace = this.#isCommandPlace;
      if (!this.#substitution()) return false;
      // What comes back from it is a word, unless a command begins in it.
      if (this.#open.at(-1) === "${" && isCommandPlace) this.#word("");
      return true;
    }
    this.#word("");
    this.#open.push(char);
    this.#at += 1;
    return true;
  }

  #word(word: string): void {
    this.#wantsCommand = false;
    if (this.#wantsName !== undefined) {
      // `for do` cannot become right any more.
      if (word === "do" && this.#wantsName !== "function") this.#isBroken = true;
      // Behind the name of a function stands its body.
      this.#isCommandPlace = this.#wantsName === "function";
      this.#wantsName = undefined;
      return;
    }
    if (!this.#isCommandPlace) return;
    const opener = openers.get(word);
    if (opener) this.#open.push(opener);
    else if (closers.has(word) && this.#open.at(-1) === word) this.#open.pop();
    this.#isCommandPlace = leaders.has(word);
    if (naming.has(word)) this.#wantsName = word;
  }

  #hereDocument(rest: string): void {
    const [whole = "<<", dash, quoted, plain] = /^<<(-?)[ \t]*(?:["']([^"'\n]*)["']|([^\s;&|<>()]+))?/.exec(rest) ?? [];
    const end = quoted ?? plain;
    if (end !== undefined) this.#documents.push({ end: end.replace(/\\/g, ""), isIndented: dash === "-" });
    this.#at += whole.length;
  }

  #isWordStart(): boolean {
    return this.#at === 0 || /[\s;&|()`]/.test(this.#line[this.#at - 1] ?? "");
  }
}
