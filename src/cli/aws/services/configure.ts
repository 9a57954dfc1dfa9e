// Exports `aws configure`: list, get, set, list-profiles, over the files and the environment of the shell.
import { type Argument, parseKnown } from "#cli/aws/args/parse-known.ts";
import { UsageError, unknownOptions } from "#cli/aws/args/usage-error.ts";
import type { LineContext } from "#cli/aws/line-context.ts";
import { requireProfile } from "#cli/aws/settings.ts";
import { type ConfigFile, configPath, writeSetting } from "./config-file.ts";
import { serviceHelp } from "./service-help.ts";

const subcommands = ["list", "get", "set", "list-profiles", "help"];
const secretNames: readonly string[] = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];

/** @throws UsageError */
export async function runConfigure(words: readonly string[], context: LineContext): Promise<string> {
  const { values, rest } = parseKnown(words, [
    { name: "subcommand", target: "subcommand", takes: "maybe one", choices: subcommands },
  ]);
  const subcommand = values.get("subcommand");
  if (subcommand === "help" || rest[0] === "help") return serviceHelp("configure");
  switch (subcommand) {
    case "list":
      return list(positionals(rest, []), context);
    case "get":
      return get(positionals(rest, ["varname"])[0] ?? "", context);
    case "set":
      return await set(positionals(rest, ["varname", "value"]), context);
    case "list-profiles":
      return listProfiles(positionals(rest, []), context);
    default:
      // Simulated: the real one asks four questions on the terminal.
      throw new UsageError(
        "aws configure asks for its values one by one, which does not work here. Use: aws configure set region <Region>",
        255,
      );
  }
}

function positionals(words: readonly string[], names: readonly string[]): readonly string[] {
  const known = names.map((name): Argument => ({ name, target: name, takes: "one", required: true }));
  const { values, rest } = parseKnown(words, known);
  if (rest.length > 0) throw unknownOptions(rest);
  return names.map((name) => String(values.get(name)));
}

function list(_: readonly string[], { globals, settings, host }: LineContext): string {
  requireProfile(settings, host);
  const row = (name: string, value = "<not set>", type = "None", location = "None"): string =>
    `${name.padStart(10)} ${value.padStart(24)} ${type.padStart(16)}    ${location}\n`;
  const setting = (name: string, variables: readonly string[], configured: string | undefined): string => {
    const variable = variables.find((candidate) => host.env[candidate] !== undefined);
    if (variable !== undefined) return row(name, host.env[variable], "env", `['${variables.join("', '")}']`);
    return configured === undefined ? row(name) : row(name, configured, "config-file", configPath("config", host.env));
  };
  const profile =
    globals.profile === undefined
      ? setting("profile", ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"], undefined)
      : row("profile", globals.profile, "manual", "--profile");
  // Simulated: profiles of the sandbox need no keys; what is shown is the end of the account ID.
  const known = host.profiles.get(settings.profileName);
  const credentials = ["aws_access_key_id", "aws_secret_access_key"].map((name, i): string => {
    const label = i === 0 ? "access_key" : "secret_key";
    const kept = settings.scoped.get(name);
    if (kept !== undefined && !known) return row(label, masked(kept), "shared-credentials-file", "");
    return known ? row(label, masked(known.account), "sandbox", "") : row(label);
  });
  const region = setting("region", ["AWS_REGION", "AWS_DEFAULT_REGION"], settings.scoped.get("region"));
  return [
    row("Name", "Value", "Type", "Location"),
    row("----", "-----", "----", "--------"),
    profile,
    ...credentials,
    region,
  ].join("");
}

function masked(secret: string): string {
  return `${"*".repeat(16)}${secret.slice(-4)}`;
}

function get(name: string, { settings, host }: LineContext): string {
  const { profileName, setting } = target(name, settings.profileName);
  if (!name.includes(".")) requireProfile(settings, host);
  const section = profileName === "default" ? "default" : `profile ${profileName}`;
  const value = settings.credentials.get(profileName)?.get(setting) ?? settings.config.get(section)?.get(setting);
  // A value that is not there is said by the exit code alone.
  if (value === undefined) throw new SilentFailure();
  return `${value}\n`;
}

async function set(words: readonly string[], { settings, host }: LineContext): Promise<string> {
  const [name = "", value = ""] = words;
  const { profileName, setting } = target(name, settings.profileName);
  const file: ConfigFile = secretNames.includes(setting) ? "credentials" : "config";
  const section = file === "credentials" || profileName === "default" ? profileName : `profile ${profileName}`;
  await writeSetting(file, section, { name: setting, value }, host);
  return "";
}

/** `region`, `default.region`, `profile.dev.region`. Simulated: settings within settings (`s3.addressing_style`) are not here. */
function target(name: string, current: string): { profileName: string; setting: string } {
  const parts = name.split(".");
  if (parts.length === 1) return { profileName: current, setting: name };
  const [first = "", second = "", third] = parts;
  if (first === "default" && parts.length === 2) return { profileName: first, setting: second };
  if (first === "profile" && third !== undefined && parts.length === 3) return { profileName: second, setting: third };
  throw new UsageError(`${name}: settings within settings are not kept here`, 255);
}

function listProfiles(_: readonly string[], { settings, host }: LineContext): string {
  const own = [...settings.config.keys(), ...settings.credentials.keys()].map((name) => name.replace(/^profile /, ""));
  return [...new Set([...host.profiles.keys(), ...own])].map((name) => `${name}\n`).join("");
}

/** Exit code 1, and not a word. */
class SilentFailure extends UsageError {
  override readonly stderr = "";
  constructor() {
    super("", 1);
  }
}
