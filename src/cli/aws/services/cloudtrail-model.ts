// Exports LookupEvents of CloudTrail as the contract has operations of KMS: its members and how it pages.
import type { CommandModel } from "#cli/aws/args/command-model.ts";

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
