// Exports `aws cloudtrail lookup-events` over the sandbox's own trail.
import { type Argument, parseKnown } from "#cli/aws/args/parse-known.ts";
import { JsonError, parsePythonJson } from "#cli/aws/args/python-json.ts";
import { notAnInteger, pythonInt, type Value } from "#cli/aws/args/python-value.ts";
import { parseShorthand, ShorthandError } from "#cli/aws/args/shorthand.ts";
import { epochSeconds } from "#cli/aws/args/timestamp.ts";
import { parameterError, UsageError, unknownOptions } from "#cli/aws/args/usage-error.ts";
import type { AwsPlace, LookedUpEvent, LookupEventsQuery } from "#cli/aws/aws-host.ts";
import type { LineContext } from "#cli/aws/line-context.ts";
import { askForPages, type Pager } from "#cli/aws/out/paginate.ts";
import { isoformat, type PrintableObject } from "#cli/aws/out/printable.ts";
import { placeOf } from "#cli/aws/settings.ts";
import { serviceHelp } from "./service-help.ts";

const pager: Pager = { limit: "MaxResults", inputToken: "NextToken", outputToken: "NextToken", resultKey: "Events" };

const one = (name: string): Argument => ({ name, target: name, takes: "one" });
const integer = (name: string): Argument => ({ ...one(name), integer: true });
const options: readonly Argument[] = [
  { ...one("--lookup-attributes"), takes: "any" },
  ...[one("--start-time"), one("--end-time"), one("--event-category"), one("--max-results"), one("--next-token")],
  ...[one("--starting-token"), integer("--page-size"), integer("--max-items")],
];

/**
 * `aws cloudtrail lookup-events`: one attribute, a span of time, pages of at most 50. Simulated: only events of KMS are in
 * the trail; other operations of CloudTrail are not here.
 * @throws UsageError
 */
export async function runCloudTrail(words: readonly string[], context: LineContext): Promise<string> {
  const choices = ["lookup-events", "help"];
  const { values: chosen, rest: own } = parseKnown(words, [
    { name: "operation", target: "operation", takes: "one", required: true, choices },
  ]);
  if (chosen.get("operation") === "help" || own[0] === "help") return serviceHelp("cloudtrail");
  const { values, rest } = parseKnown(own, options);
  if (rest.length > 0) throw unknownOptions(rest);
  const textOf = (name: string): string | undefined => (values.has(name) ? String(values.get(name)) : undefined);
  const numberOf = (name: string): number | undefined => (values.has(name) ? Number(values.get(name)) : undefined);
  const attributes = values.get("--lookup-attributes");
  const query: LookupEventsQuery = {
    ...(typeof attributes === "object" ? attributeOf(attributes) : {}),
    ...timeOf("startTime", "StartTime", textOf("--start-time")),
    ...timeOf("endTime", "EndTime", textOf("--end-time")),
  };
  const place = placeOf(context.globals, context.settings, context.host);
  const ask = async (asked: ReadonlyMap<string, Value>): Promise<PrintableObject> =>
    await lookUp({ ...query, ...pageOf(asked) }, place, context);
  const byHand = new Map<string, Value>();
  const [limit, token] = [textOf("--max-results"), textOf("--next-token")];
  if (limit !== undefined) byHand.set("MaxResults", integerOf(limit));
  if (token !== undefined) byHand.set("NextToken", token);
  if (byHand.size > 0 || !context.globals.paginate) return context.print("LookupEvents", await ask(byHand));
  const [startingToken, pageSize, maxItems] = [
    textOf("--starting-token"),
    numberOf("--page-size"),
    numberOf("--max-items"),
  ];
  const paging = {
    ...(startingToken === undefined ? {} : { startingToken }),
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(maxItems === undefined ? {} : { maxItems }),
  };
  return context.print("LookupEvents", await askForPages(pager, byHand, paging, ask));
}

/** A member of the request, unlike the CLI's own options: what is no integer is told of by Python itself. */
function integerOf(text: string): number {
  const number = pythonInt(text);
  if (number === undefined) throw new UsageError(notAnInteger(text), 255);
  return Number(number);
}

async function lookUp(query: LookupEventsQuery, place: AwsPlace, { host }: LineContext): Promise<PrintableObject> {
  if (query.maxResults !== undefined && query.maxResults < 1)
    throw validation(`Invalid value for parameter MaxResults, value: ${query.maxResults}, valid min value: 1`);
  const { Events, NextToken } = await host.lookupEvents(query, place);
  return { Events: Events.map(shownEvent), ...(NextToken === undefined ? {} : { NextToken }) };
}

/** In the order of CloudTrail's model. */
function shownEvent(event: LookedUpEvent): PrintableObject {
  const { EventId, EventName, ReadOnly, AccessKeyId, EventTime, EventSource, Username, Resources, CloudTrailEvent } =
    event;
  return {
    EventId,
    EventName,
    ReadOnly,
    ...(AccessKeyId === undefined ? {} : { AccessKeyId }),
    EventTime: isoformat(EventTime),
    EventSource,
    ...(Username === undefined ? {} : { Username }),
    Resources: Resources.map((resource) => ({ ...resource })),
    CloudTrailEvent,
  };
}

function pageOf(asked: ReadonlyMap<string, Value>): Pick<LookupEventsQuery, "maxResults" | "nextToken"> {
  const [limit, token] = [asked.get("MaxResults"), asked.get("NextToken")];
  return {
    ...(typeof limit === "number" ? { maxResults: limit } : {}),
    ...(typeof token === "string" ? { nextToken: token } : {}),
  };
}

function timeOf(name: "startTime" | "endTime", member: string, text: string | undefined): LookupEventsQuery {
  if (text === undefined) return {};
  const seconds = epochSeconds(text);
  if (seconds !== undefined) return { [name]: seconds };
  throw validation(
    `Invalid type for parameter ${member}, value: ${text}, type: <class 'str'>, valid types: <class 'datetime.datetime'>, timestamp-string`,
  );
}

/** CloudTrail takes one attribute only; the option is a list all the same. */
function attributeOf(words: readonly string[]): LookupEventsQuery {
  const attributes = words.flatMap((word) => attributesIn(word));
  const [attribute] = attributes;
  if (!(attribute instanceof Map)) return {};
  const names = ["AttributeKey", "AttributeValue"];
  const problems = [
    ...names
      .filter((name) => !attribute.has(name))
      .map((name) => `Missing required parameter in LookupAttributes[0]: "${name}"`),
    ...[...attribute.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `Unknown parameter in LookupAttributes[0]: "${name}", must be one of: ${names.join(", ")}`),
  ];
  if (problems.length > 0) throw validation(problems.join("\n"));
  return { attribute: { key: String(attribute.get("AttributeKey")), value: String(attribute.get("AttributeValue")) } };
}

function attributesIn(word: string): readonly Value[] {
  try {
    if (!/^\s*[[{]/.test(word)) return [parseShorthand(word)];
    const value = parsePythonJson(word, "ordered");
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    if (error instanceof ShorthandError) throw parameterError("--lookup-attributes", error.message);
    if (error instanceof JsonError)
      throw parameterError("--lookup-attributes", `Invalid JSON: ${error.message}\nJSON received: ${word}`);
    throw error;
  }
}

function validation(problems: string): UsageError {
  return new UsageError(`Parameter validation failed:\n${problems}`);
}
