// Exports the environment of the code: the Region and credentials that it need not name, as a program on a server finds them
// in AWS_REGION and AWS_ACCESS_KEY_ID.
import type { PlaygroundEnvironment } from "#features/playground/messages.ts";

let current: PlaygroundEnvironment = { region: "", account: "" };

export function setEnvironment(environment: PlaygroundEnvironment): void {
  current = environment;
}

/** Simulated: no secret exists; an access key ID of 12 digits names the account. */
export function environmentConfig() {
  return { region: current.region, credentials: { accessKeyId: current.account, secretAccessKey: "sandbox" } };
}

export function environmentVariables(): Record<string, string> {
  return {
    AWS_REGION: current.region,
    AWS_DEFAULT_REGION: current.region,
    AWS_ACCESS_KEY_ID: current.account,
    AWS_SECRET_ACCESS_KEY: "sandbox",
  };
}
