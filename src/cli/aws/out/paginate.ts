// Exports the CLI's own paging: all pages as one answer, --max-items, --page-size, --starting-token and its token.
import type { Value } from "#cli/aws/args/python-value.ts";
import { UsageError } from "#cli/aws/args/usage-error.ts";
import { contract, type OperationName } from "#kms/index.ts";
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";
import { decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";
import { isList, type Printable, type PrintableObject } from "./printable.ts";

/** Asks for one page; `parameters` hold its marker and limit. */
type Ask = (parameters: ReadonlyMap<string, Value>) => Promise<PrintableObject>;

/** The CLI's own paging, as the line asks for it. */
export interface Paging {
  readonly startingToken?: string;
  readonly pageSize?: number;
  readonly maxItems?: number;
}

export interface Pages {
  /** As they came, cut to what is wanted. */
  readonly pages: readonly PrintableObject[];
  /** The member that holds the items. */
  readonly resultKey: string;
  /** What --starting-token takes to go on; absent at the end. */
  readonly resumeToken?: string;
}

/** How an operation pages: what to ask with, what it answers with. */
export interface Pager {
  readonly limit: string;
  readonly inputToken: string;
  readonly outputToken: string;
  /** The member that says whether more is to come; without one, the token says it. */
  readonly more?: string;
  /** The one list of the answer: Aliases, Keys, Grants ... */
  readonly resultKey: string;
}

/** Members of the request; a token may hold others, which the check of the request then refuses. */
type Token = Map<string, Value>;

/**
 * Asks for page after page until there is no more or --max-items is reached. Source: botocore's PageIterator, as seen with
 * AWS CLI 2.9: its token is base64 of {"Marker": ..., "boto_truncate_amount": ...}.
 * @throws UsageError for a starting token that is none
 */
export async function askForPages(
  pager: Pager,
  parameters: ReadonlyMap<string, Value>,
  { startingToken, pageSize, maxItems }: Paging,
  ask: Ask,
): Promise<Pages> {
  const { resultKey, inputToken } = pager;
  const start = startingToken === undefined ? undefined : parseToken(startingToken, inputToken);
  const request = new Map(parameters);
  let token: Token = start?.token ?? new Map([[inputToken, null]]);
  if (start) putToken(request, token);
  if (pageSize !== undefined) request.set(pager.limit, pageSize);
  const pages: PrintableObject[] = [];
  let skipped = start?.skip ?? 0;
  for (let seen = 0; ; skipped = 0) {
    const page = await ask(request);
    const all = page[resultKey] ?? [];
    const items = isList(all) ? all.slice(skipped) : [];
    const excess = maxItems === undefined ? 0 : seen + items.length - maxItems;
    // A negative end counts from the end of the list, in both languages.
    const kept = items.length - excess;
    pages.push({ ...page, [resultKey]: excess > 0 ? items.slice(0, kept) : items });
    if (excess > 0) {
      token.set("boto_truncate_amount", kept + skipped);
      return { pages, resultKey, resumeToken: encodeToken(token) };
    }
    seen += items.length;
    const isMore = pager.more === undefined || page[pager.more] === true;
    const next = isMore ? page[pager.outputToken] : undefined;
    if (typeof next !== "string" || next === "") return { pages, resultKey };
    token = new Map([[inputToken, next]]);
    if (maxItems !== undefined && seen === maxItems) return { pages, resultKey, resumeToken: encodeToken(token) };
    putToken(request, token);
  }
}

/** All pages as the one answer that json, yaml and table show. */
export function wholeAnswer({ pages, resultKey, resumeToken }: Pages): PrintableObject {
  const items: Printable[] = pages.flatMap((page) => {
    const part = page[resultKey];
    return part !== undefined && isList(part) ? part : [];
  });
  return { [resultKey]: items, ...(resumeToken === undefined ? {} : { NextToken: resumeToken }) };
}

/** How KMS pages, everywhere alike. */
export function kmsPager(operation: OperationName): Pager {
  const members = Object.keys(contract[operation].output ?? {});
  const resultKey = members.find((name) => name !== "NextMarker" && name !== "Truncated");
  if (resultKey === undefined) throw new Error(`the answer of ${operation} has no list`);
  return { limit: "Limit", inputToken: "Marker", outputToken: "NextMarker", more: "Truncated", resultKey };
}

function putToken(request: Map<string, Value>, token: Token): void {
  for (const [name, value] of token) {
    if (value !== null && value !== "None") request.set(name, value);
    else request.delete(name);
  }
}

function encodeToken(token: Token): string {
  const members = Array.from(token, ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return encodeBase64(encodeUtf8(`{${members.join(", ")}}`));
}

function parseToken(text: string, inputToken: string): { token: Token; skip: number } {
  const members = decodedToken(text);
  if (members === undefined) return parseOldToken(text, inputToken);
  const { boto_truncate_amount: skip, ...token } = members;
  return { token: new Map(Object.entries(token)), skip: typeof skip === "number" ? skip : 0 };
}

function decodedToken(text: string): Readonly<Record<string, Value>> | undefined {
  const bytes = decodeBase64(text);
  const json = bytes === undefined ? undefined : decodeUtf8(bytes);
  try {
    const value: unknown = json === undefined ? undefined : JSON.parse(json);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]: [string, unknown]) => [name, tokenMember(entry)]),
    );
  } catch {
    return undefined; // no JSON: then it is a token of the old kind
  }
}

function tokenMember(value: unknown): Value {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** `marker` or `marker___items to skip`. */
function parseOldToken(text: string, inputToken: string): { token: Token; skip: number } {
  const [marker = "", skip, ...others] = text.split("___");
  const count = skip === undefined ? 0 : Number(skip);
  if (others.length > 0 || !Number.isInteger(count)) throw new UsageError(`Bad starting token: ${text}`, 255);
  return { token: new Map([[inputToken, marker === "None" ? null : marker]]), skip: count };
}
