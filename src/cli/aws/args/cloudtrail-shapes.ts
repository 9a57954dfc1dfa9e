// Exports the shapes of LookupEvents of CloudTrail, beside those of the contract of KMS.
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
