// Exports LookupEvents of CloudTrail as the contract has operations of KMS: members, shapes, and how it pages.
import type { CommandModel } from "#cli/aws/args/command-model.ts";
import type { Shape } from "#kms/index.ts";

/** Source: CloudTrail's public service model; sizes that it leaves to the service are checked by lookup-events itself. */
export const cloudTrailShapes: Readonly<Record<string, Shape>> = {
  LookupAttributesList: { type: "list", member: "LookupAttribute" },
  LookupAttribute: {
    type: "structure",
    members: {
      AttributeKey: { shape: "LookupAttributeKey", required: true },
      AttributeValue: { shape: "EventText", required: true },
    },
  },
  LookupAttributeKey: {
    type: "string",
    values: [
      ...["EventId", "EventName", "ReadOnly", "Username", "ResourceType", "ResourceName", "EventSource", "AccessKeyId"],
    ],
  },
  EventCategory: { type: "string", values: ["insight"] },
  EventText: { type: "string" },
  EventTime: { type: "timestamp" },
  MaxResults: { type: "integer", min: 1 },
  EventsList: { type: "list", member: "Event" },
  Event: {
    type: "structure",
    members: {
      EventId: { shape: "EventText" },
      EventName: { shape: "EventText" },
      ReadOnly: { shape: "EventText" },
      AccessKeyId: { shape: "EventText" },
      EventTime: { shape: "EventTime" },
      EventSource: { shape: "EventText" },
      Username: { shape: "EventText" },
      Resources: { shape: "ResourceList" },
      CloudTrailEvent: { shape: "EventText" },
    },
  },
  ResourceList: { type: "list", member: "Resource" },
  Resource: {
    type: "structure",
    members: { ResourceType: { shape: "EventText" }, ResourceName: { shape: "EventText" } },
  },
};

export const lookupEventsModel: CommandModel = {
  input: {
    LookupAttributes: { shape: "LookupAttributesList" },
    StartTime: { shape: "EventTime" },
    EndTime: { shape: "EventTime" },
    EventCategory: { shape: "EventCategory" },
    MaxResults: { shape: "MaxResults" },
    NextToken: { shape: "EventText" },
  },
  output: { Events: { shape: "EventsList" }, NextToken: { shape: "EventText" } },
  pager: { limit: "MaxResults", inputToken: "NextToken", outputToken: "NextToken", resultKey: "Events" },
};
