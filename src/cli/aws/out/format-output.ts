// Exports the text of an answer in the output format that was asked for.
import type { OutputFormat } from "#cli/aws/args/global-options.ts";
import type { Query } from "#cli/aws/query/compile-query.ts";
import { type Pages, wholeAnswer } from "./paginate.ts";
import { isObject, type Printable, type PrintableObject } from "./printable.ts";
import { formatTable } from "./table-format.ts";
import { formatText } from "./text-format.ts";
import { formatYaml } from "./yaml-format.ts";

interface OutputOptions {
  readonly format: OutputFormat;
  readonly query: Query | undefined;
  /** Name of the operation, which stands over tables. */
  readonly title: string;
}

/**
 * What goes to standard output. An empty answer prints nothing; `text` and `yaml-stream` run the query on each page, the
 * others on the whole. Source: AWS CLI 2.9, seen output.
 * @throws UsageError where the query does not fit the answer, or the table cannot be drawn
 */
export function formatOutput(answer: PrintableObject | Pages, { format, query, title }: OutputOptions): string {
  const queried = (value: Printable): Printable => (query ? query(value) : value);
  if (format === "text")
    return textParts(answer)
      .map((part) => formatText(queried(part)))
      .join("");
  if (format === "yaml-stream") {
    const pages = isPages(answer) ? answer.pages : [answer];
    return pages
      .map(queried)
      .map((page) => (isNothing(page) ? "" : formatYaml([page])))
      .join("");
  }
  const value = queried(isPages(answer) ? wholeAnswer(answer) : answer);
  if (isNothing(value)) return "";
  if (format === "yaml") return formatYaml(value);
  return format === "table" ? formatTable(title, value) : `${JSON.stringify(value, null, 4)}\n`;
}

/** Page by page only the list itself is shown, and the token to go on with as a page of its own. */
function textParts(answer: PrintableObject | Pages): Printable[] {
  if (!isPages(answer)) return [answer];
  const { pages, resultKey, resumeToken } = answer;
  const lists = pages.map((page) => ({ [resultKey]: page[resultKey] ?? null }));
  return resumeToken === undefined ? lists : [...lists, { NextToken: { NextToken: resumeToken } }];
}

function isPages(answer: PrintableObject | Pages): answer is Pages {
  // An answer holds plain members; no operation calls one of them `resultKey`.
  return "resultKey" in answer;
}

function isNothing(value: Printable): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
