// Exports lookupEvents: CloudTrail's LookupEvents over the sandbox's own trail.
import type { AwsPlace, LookedUpEvent, LookupEventsPage, LookupEventsQuery } from "#cli/aws/aws-host.ts";
import type { TrailEvent } from "#kms/index.ts";
import type { TrailPosition } from "#storage/trail.ts";
import type { Workspace } from "#storage/workspace.ts";

const pageSize = 50;
const readAtOnce = 200;

/**
 * Events of the place's account and Region, newest first.
 * Simulated: the token is a position in the trail, and a token that is none begins at the newest event.
 */
export async function lookupEvents(
  { recentEvents }: Pick<Workspace, "recentEvents">,
  query: LookupEventsQuery,
  { region, profile }: AwsPlace,
): Promise<LookupEventsPage> {
  const wanted = Math.min(Math.max(query.maxResults ?? pageSize, 1), pageSize);
  const Events: LookedUpEvent[] = [];
  let before = positionOf(query.nextToken);
  for (;;) {
    const entries = await recentEvents(readAtOnce, before);
    for (const { event, position } of entries) {
      before = position;
      if (event.eventSource === "sandbox") continue;
      if (event.awsRegion !== region || event.recipientAccountId !== profile.account) continue;
      const told = toldOf(event);
      if (!fits(told, query)) continue;
      Events.push(told);
      if (Events.length === wanted) return { Events, NextToken: btoa(JSON.stringify(before)) };
    }
    if (entries.length < readAtOnce) return { Events };
  }
}

function toldOf(event: TrailEvent): LookedUpEvent {
  const username = event.userIdentity.arn?.split("/").at(-1);
  return {
    EventId: event.eventID,
    EventName: event.eventName,
    ReadOnly: String(event.readOnly),
    EventTime: Date.parse(event.eventTime) / 1000,
    EventSource: event.eventSource,
    ...(username === undefined ? {} : { Username: username }),
    Resources: (event.resources ?? []).map(({ type, ARN }) => ({ ResourceType: type, ResourceName: ARN })),
    CloudTrailEvent: JSON.stringify(event),
  };
}

function fits(event: LookedUpEvent, { attribute, startTime, endTime }: LookupEventsQuery): boolean {
  if (startTime !== undefined && event.EventTime < startTime) return false;
  if (endTime !== undefined && event.EventTime > endTime) return false;
  if (!attribute) return true;
  const { key, value } = attribute;
  switch (key) {
    case "EventId":
    case "EventName":
    case "ReadOnly":
    case "EventSource":
    case "Username":
      return event[key] === value;
    case "ResourceName":
    case "ResourceType":
      return event.Resources.some((resource) => resource[key] === value);
    default:
      return false; // nothing here has an access key
  }
}

function positionOf(token: string | undefined): TrailPosition | undefined {
  if (token === undefined) return undefined;
  try {
    const { commit, event } = JSON.parse(atob(token)) as Partial<Record<keyof TrailPosition, unknown>>; // checked below
    return typeof commit === "number" && typeof event === "number" ? { commit, event } : undefined;
  } catch {
    return undefined;
  }
}
