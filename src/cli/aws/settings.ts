// Exports the settings that a line runs with: profile, Region, output format, from options, environment and config file.
import { type GlobalOptions, type OutputFormat, outputFormats } from "./args/global-options.ts";
import { UsageError } from "./args/usage-error.ts";
import type { AwsHost, AwsPlace, Profile } from "./aws-host.ts";
import { readSections, type Sections } from "./services/config-file.ts";

export interface Settings {
  readonly profileName: string;
  /** Whether the line or the environment named it. */
  readonly isNamed: boolean;
  /** The settings of the profile in both files. */
  readonly scoped: ReadonlyMap<string, string>;
  readonly config: Sections;
  readonly credentials: Sections;
}

/** Settings of the profile that the line means. Source: AWS CLI 2.9; the line wins over the environment. */
export async function readSettings(globals: GlobalOptions, host: AwsHost): Promise<Settings> {
  const named = globals.profile ?? host.env.AWS_PROFILE ?? host.env.AWS_DEFAULT_PROFILE;
  const profileName = named ?? "default";
  const [config, credentials] = [await readSections("config", host), await readSections("credentials", host)];
  const section = profileName === "default" ? "default" : `profile ${profileName}`;
  const scoped = new Map([...(config.get(section) ?? []), ...(credentials.get(profileName) ?? [])]);
  return { profileName, isNamed: named !== undefined, scoped, config, credentials };
}

/** @throws UsageError 255 for a profile that neither the host nor a file knows. */
export function requireProfile({ profileName, isNamed, scoped }: Settings, host: AwsHost): void {
  if (!isNamed || host.profiles.has(profileName) || scoped.size > 0) return;
  throw new UsageError(`The config profile (${profileName}) could not be found`, 255);
}

/** undefined where nothing names a Region. An empty name in the environment counts as named, as it does there. */
export function regionOf(globals: GlobalOptions, settings: Settings, host: AwsHost): string | undefined {
  return globals.region ?? host.env.AWS_REGION ?? host.env.AWS_DEFAULT_REGION ?? settings.scoped.get("region");
}

/**
 * Who calls, and where. A profile of the user's own making stands for the account that its access key ID is, as with the
 * sandbox's endpoint.
 * @throws UsageError 253 without credentials or Region, 255 for an unknown profile or a Region that is none
 */
export function placeOf(globals: GlobalOptions, settings: Settings, host: AwsHost): AwsPlace {
  requireProfile(settings, host);
  const region = regionOf(globals, settings, host);
  if (!region)
    throw new UsageError(
      'You must specify a region. You can also configure your region by running "aws configure".',
      253,
    );
  if (!/^(?![0-9]+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/.test(region))
    throw new UsageError(`Provided region_name '${region}' doesn't match a supported format.`, 255);
  const profile = host.profiles.get(settings.profileName) ?? ownProfile(settings);
  if (!profile)
    throw new UsageError(
      'Unable to locate credentials. You can configure credentials by running "aws configure".',
      253,
    );
  return { region, profile };
}

function ownProfile({ scoped }: Settings): Profile | undefined {
  const account = scoped.get("aws_access_key_id");
  if (account === undefined || !/^\d{12}$/.test(account)) return undefined;
  return { account, principal: `arn:aws:iam::${account}:user/Admin` };
}

/** @throws UsageError 255 for a format that there is not; the line itself has been checked before. */
export function outputFormatOf(globals: GlobalOptions, settings: Settings, host: AwsHost): OutputFormat {
  const named = globals.output ?? host.env.AWS_DEFAULT_OUTPUT ?? settings.scoped.get("output") ?? "json";
  const format = outputFormats.find((known) => known === named);
  if (format !== undefined) return format;
  throw new UsageError(`Unknown output type: ${named}`, 255);
}
