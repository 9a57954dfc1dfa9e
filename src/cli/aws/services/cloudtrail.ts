// Exports `aws cloudtrail lookup-events` over the sandbox's own trail.
import { clientInput } from "#cli/aws/args/client-input.ts";
import { cloudTrailShapes } from "#cli/aws/args/cloudtrail-shapes.ts";
import { parseKnown } from "#cli/aws/args/parse-known.ts";
import type { Value } from "#cli/aws/args/python-value.ts";
import { readCommand } from "#cli/aws/args/read-command.ts";
import type { LookupEventsQuery } from "#cli/aws/aws-host.ts";
import type { LineContext } from "#cli/aws/line-context.ts";
import { askForPages } from "#cli/aws/out/paginate.ts";
import { type PrintableObject, printable } from "#cli/aws/out/printable.ts";
import { ServiceError } from "#cli/aws/service-error.ts";
import { placeOf } from "#cli/aws/settings.ts";
import { lookupEventsModel } from "./cloudtrail-model.ts";
import { serviceHelp } from "./service-help.ts";

const attributeKeys: readonly string[] =
  cloudTrailShapes.LookupAttributeKey?.type === "string" ? (cloudTrailShapes.LookupAttributeKey.values ?? []) : [];
const mostResults = 50;

/**
 * `aws cloudtrail lookup-events`: one attribute, a span of time, pages of at most 50. Simulated: only events of KMS are in
 * the trail, and none of them is an insight; other operations of CloudTrail are not here.
 * @throws UsageError, ServiceError
 */
export async function runCloudTrail(words: readonly string[], context: LineContext): Promise<string> {
  const choices = ["lookup-events", "help"];
  const { values: chosen, rest } = parseKnown(words, [
    { name: "operation", target: "operation", takes: "one", required: true, choices },
  ]);
  if (chosen.get("operation") === "help") return serviceHelp("cloudtrail");
  const { globals, settings, host, print } = context;
  const line = await readCommand(lookupEventsModel, rest, globals, host);
  const { input, output, pager } = lookupEventsModel;
  switch (line.kind) {
    case "help":
      return serviceHelp("cloudtrail");
    case "text":
      return line.stdout;
    case "sample":
      clientInput(input, line.parameters);
      return print("LookupEvents", printable(output ?? {}, line.answer));
  }
  const place = placeOf(globals, settings, host);
  const ask = async (asked: ReadonlyMap<string, Value>): Promise<PrintableObject> => {
    const query = queryOf(clientInput(input, asked));
    return printable(output ?? {}, query === "nothing" ? { Events: [] } : await host.lookupEvents(query, place));
  };
  const { parameters, paging } = line;
  return print(
    "LookupEvents",
    pager && paging ? await askForPages(pager, parameters, paging, ask) : await ask(parameters),
  );
}

/** What the input has, by the model. */
interface LookupEventsInput {
  readonly LookupAttributes?: readonly { readonly AttributeKey: string; readonly AttributeValue: string }[];
  readonly StartTime?: number;
  readonly EndTime?: number;
  readonly EventCategory?: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** Simulated: the codes are CloudTrail's, the sentences are ours, since no answer of it was recorded. */
function queryOf(input: LookupEventsInput): LookupEventsQuery | "nothing" {
  const { LookupAttributes = [], StartTime, EndTime, EventCategory, MaxResults, NextToken } = input;
  const refuse = (code: string, message: string): ServiceError => new ServiceError("LookupEvents", code, message);
  const [attribute, ...others] = LookupAttributes;
  if (others.length > 0) throw refuse("InvalidLookupAttributesException", "Only one lookup attribute can be given.");
  if (attribute && !attributeKeys.includes(attribute.AttributeKey))
    throw refuse(
      "InvalidLookupAttributesException",
      `${attribute.AttributeKey} is no lookup attribute. There are ${attributeKeys.join(", ")}.`,
    );
  if (MaxResults !== undefined && MaxResults > mostResults)
    throw refuse("InvalidMaxResultsException", `MaxResults can be 1 to ${mostResults}, not ${MaxResults}.`);
  if (EventCategory !== undefined && EventCategory !== "insight")
    throw refuse("InvalidEventCategoryException", `${EventCategory} is no event category. There is insight.`);
  if (StartTime !== undefined && EndTime !== undefined && StartTime > EndTime)
    throw refuse("InvalidTimeRangeException", "The start time lies behind the end time.");
  if (EventCategory === "insight") return "nothing";
  return {
    ...(attribute && { attribute: { key: attribute.AttributeKey, value: attribute.AttributeValue } }),
    ...(StartTime !== undefined && { startTime: StartTime }),
    ...(EndTime !== undefined && { endTime: EndTime }),
    ...(MaxResults !== undefined && { maxResults: MaxResults }),
    ...(NextToken !== undefined && { nextToken: NextToken }),
  };
}
