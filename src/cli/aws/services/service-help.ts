// Exports `help` for the services beside KMS.
import { helpPage } from "./help-page.ts";

const commands = {
  sts: ["get-caller-identity   account, ARN and user ID that calls are made with"],
  configure: [
    "list                       profile and Region that the next line runs with, and where they come from",
    "get <name>                 one setting, for example region",
    "set <name> <value>         keeps a setting in ~/.aws/config",
    "list-profiles              names for --profile",
  ],
  cloudtrail: [
    "lookup-events   events of KMS in this Region, newest first",
    "                [--lookup-attributes AttributeKey=EventName,AttributeValue=Encrypt]",
    "                [--start-time <value>] [--end-time <value>] [--max-results <value>] [--next-token <value>]",
    "                [--starting-token <value>] [--page-size <value>] [--max-items <value>]",
  ],
} as const;

/** What of the service is here; its other commands are not simulated. */
export function serviceHelp(service: keyof typeof commands): string {
  return helpPage(service, [
    ["NAME", [`${service} -`]],
    ["DESCRIPTION", ["The sandbox simulates these commands only."]],
    ["AVAILABLE COMMANDS", commands[service]],
  ]);
}
