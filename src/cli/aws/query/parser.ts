// Exports the parser of JMESPath: an expression becomes a function from value to value.
// The grammar and its precedences are those of the specification; messages are the Python library's.
import { pythonText } from "#cli/aws/out/printable.ts";
import { compare, deepEqual, isFalse, sliceOf } from "./evaluate.ts";
import { callFunction, Expref, type Operand } from "./functions.ts";
import { QueryError, shownToken, type Token, tokenize } from "./lexer.ts";
import { chain, fieldNode, flatten, identity, listOf, type Node, plain, projection, valueProjection } from "./nodes.ts";

const power: Readonly<Record<string, number>> = {
  ...{ pipe: 1, or: 2, and: 3, eq: 5, gt: 5, lt: 5, gte: 5, lte: 5, ne: 5, flatten: 9 },
  ...{ star: 20, filter: 21, dot: 40, not: 45, lbrace: 50, lbracket: 55, lparen: 60 },
};
/** Seen: where AWS CLI 2.9.19 gives up, since its language does. An expression takes two steps, one in brackets three. */
const mostSteps = 980;

/** Tokens of less power end a projection. */
const projectionStop = 10;

/** @throws QueryError for an expression that is none; what it returns throws one where the value does not fit. */
export function parseQuery(expression: string): (value: Operand) => Operand {
  const parser = new Parser(expression);
  return parser.whole().run;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private steps = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  whole(): Node {
    const node = this.expression(0);
    const left = this.token();
    if (left.type !== "eof") throw this.refuse(left, `Unexpected token: ${pythonText(left.value)}`);
    return node;
  }

  private token(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? { type: "eof", value: "", start: [...this.text].length };
  }

  private next(): Token {
    const token = this.token();
    this.at += 1;
    return token;
  }

  private refuse(token: Token, why: string): QueryError {
    const mark = `${" ".repeat(token.start + 1)}^`;
    return new QueryError(
      `${why}: Parse error at column ${token.start}, token ${shownToken(token)}, for expression:\n"${this.text}"\n${mark}`,
    );
  }

  private incomplete(): QueryError {
    const mark = `${" ".repeat([...this.text].length + 1)}^`;
    return new QueryError(`Invalid jmespath expression: Incomplete expression:\n"${this.text}"\n${mark}`);
  }

  private match(...types: readonly string[]): Token {
    const token = this.token();
    if (types.includes(token.type)) return this.next();
    if (token.type === "eof") throw this.incomplete();
    const expected = types.length === 1 ? types[0] : `['${types.join("', '")}']`;
    throw this.refuse(token, `Expecting: ${expected}, got: ${token.type}`);
  }

  private expression(least: number): Node {
    this.steps += 2;
    if (this.steps >= mostSteps) throw new QueryError("maximum recursion depth exceeded");
    const node = this.unlimited(least);
    this.steps -= 2;
    return node;
  }

  private unlimited(least: number): Node {
    let node = this.beginning(this.next());
    for (let token = this.token(); least < (power[token.type] ?? 0); token = this.token()) {
      this.at += 1;
      node = this.continuation(token, node);
    }
    return node;
  }

  private beginning(token: Token): Node {
    switch (token.type) {
      case "literal":
        return { run: () => token.value };
      case "unquoted_identifier":
        return fieldNode(String(token.value));
      case "quoted_identifier":
        if (this.token().type === "lparen")
          throw this.refuse({ ...this.token(), start: 0 }, "Quoted identifier not allowed for function names.");
        return fieldNode(String(token.value));
      case "star":
        return valueProjection(identity, this.token().type === "rbracket" ? identity : this.projected("star"));
      case "filter":
        return this.filter(identity);
      case "lbrace":
        return this.multiSelectHash();
      case "lparen": {
        const node = this.expression(0);
        this.match("rparen");
        // A name in parentheses is no longer the name of a function.
        return { run: node.run };
      }
      case "flatten":
        return projection(flatten(identity), this.projected("flatten"));
      case "not": {
        const node = this.expression(power.not ?? 0);
        return { run: (value) => isFalse(node.run(value)) };
      }
      case "lbracket":
        if (["number", "colon"].includes(this.token().type)) return this.indexed(identity);
        if (this.token().type === "star" && this.token(1).type === "rbracket") {
          this.at += 2;
          return projection(identity, this.projected("star"));
        }
        return this.multiSelectList();
      case "current":
        return { run: (value) => value };
      case "expref": {
        const node = this.expression(0);
        return { run: () => new Expref(node.run) };
      }
      case "eof":
        throw this.incomplete();
      default:
        throw this.refuse(token, "invalid token");
    }
  }

  private continuation(token: Token, left: Node): Node {
    switch (token.type) {
      case "dot":
        if (this.token().type !== "star") return chain(left, this.afterDot(power.dot ?? 0));
        this.at += 1;
        return valueProjection(left, this.projected("dot"));
      case "pipe":
        return chain(left, this.expression(power.pipe ?? 0));
      case "or":
      case "and":
        return this.choice(token.type, left);
      case "lparen":
        return this.call(left);
      case "filter":
        return this.filter(left);
      case "flatten":
        return projection(flatten(left), this.projected("flatten"));
      case "lbracket":
        if (["number", "colon"].includes(this.token().type)) return this.indexed(left);
        this.match("star");
        this.match("rbracket");
        return projection(left, this.projected("star"));
      case "eq":
      case "ne":
      case "gt":
      case "gte":
      case "lt":
      case "lte":
        return this.comparison(token.type, left);
      default:
        throw this.refuse(token, "invalid token");
    }
  }

  /** The first value where it settles the matter, the second otherwise. */
  private choice(type: "or" | "and", left: Node): Node {
    const right = this.expression(power[type] ?? 0);
    return {
      run(value) {
        const first = left.run(value);
        return isFalse(first) === (type === "or") ? right.run(value) : first;
      },
    };
  }

  private comparison(type: "eq" | "ne" | "gt" | "gte" | "lt" | "lte", left: Node): Node {
    const right = this.expression(power[type] ?? 0);
    if (type === "eq") return { run: (value) => deepEqual(left.run(value), right.run(value)) };
    if (type === "ne") return { run: (value) => !deepEqual(left.run(value), right.run(value)) };
    return { run: (value) => compare(type, left.run(value), right.run(value)) };
  }

  private call(left: Node): Node {
    const { field: name } = left;
    if (name === undefined) {
      const before = this.token(-2);
      throw this.refuse(before, `Invalid function name '${pythonText(before.value)}'`);
    }
    const parts: Node[] = [];
    while (this.token().type !== "rparen") {
      parts.push(this.expression(0));
      if (this.token().type === "comma") this.at += 1;
    }
    this.match("rparen");
    return {
      run: (value) =>
        callFunction(
          name,
          parts.map((part) => part.run(value)),
        ),
    };
  }

  private filter(left: Node): Node {
    const condition = this.expression(0);
    this.match("rbracket");
    const right = this.token().type === "flatten" ? identity : this.projected("filter");
    const kept = { run: (list: Operand) => listOf(list)?.filter((entry) => !isFalse(condition.run(entry))) ?? null };
    return projection(chain(left, kept), right);
  }

  /** `[0]`, or a slice, which projects unless an index stands right before it. */
  private indexed(left: Node): Node {
    if (this.token().type !== "colon" && this.token(1).type !== "colon") {
      const index = Number(this.next().value);
      this.match("rbracket");
      return { run: (value) => listOf(left.run(value))?.at(index) ?? null, isIndexed: true };
    }
    const parts = this.sliceParts();
    const sliced: Node = { run: (value) => sliceOf(listOf(left.run(value)), parts) };
    return left.isIndexed ? { run: sliced.run, isIndexed: true } : projection(sliced, this.projected("star"));
  }

  private sliceParts(): readonly (number | undefined)[] {
    const parts: (number | undefined)[] = [undefined, undefined, undefined];
    for (let index = 0; this.token().type !== "rbracket"; ) {
      const token = this.token();
      if (token.type === "colon") index += 1;
      else if (token.type === "number") parts[index] = Number(token.value);
      if ((token.type !== "colon" && token.type !== "number") || index === 3) throw this.refuse(token, "syntax error");
      this.at += 1;
    }
    this.match("rbracket");
    return parts;
  }

  private multiSelectList(): Node {
    const parts = [this.expression(0)];
    while (this.token().type !== "rbracket") {
      this.match("comma");
      parts.push(this.expression(0));
    }
    this.match("rbracket");
    return { run: (value) => (value === null ? null : parts.map((part) => plain(part.run(value)))) };
  }

  private multiSelectHash(): Node {
    const parts: (readonly [string, Node])[] = [];
    for (;;) {
      const name = String(this.match("quoted_identifier", "unquoted_identifier").value);
      this.match("colon");
      parts.push([name, this.expression(0)]);
      if (this.token().type === "comma") this.at += 1;
      else if (this.token().type === "rbrace") break;
    }
    this.match("rbrace");
    return {
      run: (value) =>
        value === null ? null : Object.fromEntries(parts.map(([name, part]) => [name, plain(part.run(value))])),
    };
  }

  private projected(of: string): Node {
    const token = this.token();
    if ((power[token.type] ?? 0) < projectionStop) return identity;
    if (token.type === "lbracket" || token.type === "filter") {
      // What follows works on each entry, so it begins anew.
      return this.expression(power[of] ?? 0);
    }
    if (token.type !== "dot") throw this.refuse(token, "syntax error");
    this.at += 1;
    return this.afterDot(power[of] ?? 0);
  }

  private afterDot(least: number): Node {
    const token = this.token();
    if (["quoted_identifier", "unquoted_identifier", "star"].includes(token.type)) return this.expression(least);
    if (token.type !== "lbracket" && token.type !== "lbrace") {
      const allowed = "['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace']";
      throw this.refuse(token, `Expecting: ${allowed}, got: ${token.type}`);
    }
    this.at += 1;
    return token.type === "lbracket" ? this.multiSelectList() : this.multiSelectHash();
  }
}
