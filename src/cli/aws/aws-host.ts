// Exports what the `aws` command needs from the place that it runs in: calls, files, environment, profiles, the trail.
import type { OperationName, Place } from "#kms/index.ts";

/** Whose credentials a profile stands for. */
export interface Profile {
  readonly account: string;
  readonly principal: string;
}

export interface AwsPlace {
  readonly region: string;
  readonly profile: Profile;
}

/** What LookupEvents of CloudTrail is asked. Times are epoch seconds. */
export interface LookupEventsQuery {
  readonly attribute?: { readonly key: string; readonly value: string };
  readonly startTime?: number;
  readonly endTime?: number;
  readonly maxResults?: number;
  readonly nextToken?: string;
}

/** One event of LookupEvents; its time is epoch seconds, the record stands in it as a JSON text. */
export interface LookedUpEvent {
  readonly EventId: string;
  readonly EventName: string;
  readonly ReadOnly: string;
  readonly AccessKeyId?: string;
  readonly EventTime: number;
  readonly EventSource: string;
  readonly Username?: string;
  readonly Resources: readonly { readonly ResourceType?: string; readonly ResourceName?: string }[];
  readonly CloudTrailEvent: string;
}

export interface LookupEventsPage {
  readonly Events: readonly LookedUpEvent[];
  readonly NextToken?: string;
}

/** Why a file could not be read or written. The host throws it. */
export class FileError extends Error {
  override readonly name = "FileError";
  constructor(
    readonly code: "ENOENT" | "EISDIR" | "EACCES",
    readonly path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** What there is of an alias name or key ID that was not found. */
export interface Surroundings {
  /** Regions in which the account has it. */
  readonly regions: readonly string[];
  /** Aliases of the place that begin with the same letter, some thousand at most; none for a key ID. */
  readonly aliases: readonly string[];
}

export interface AwsHost {
  /** One KMS call; bytes as Uint8Array, as the engine's own inputs and outputs. @throws KmsError */
  call(operation: OperationName, input: unknown, place: AwsPlace): Promise<unknown>;
  /** Paths come as they were typed, `~` included. @throws FileError */
  readFile(path: string): Promise<Uint8Array>;
  /** Makes missing folders. @throws FileError */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE, AWS_DEFAULT_OUTPUT ... */
  readonly env: Readonly<Record<string, string>>;
  /** "default" is always there. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** LookupEvents of CloudTrail over the sandbox's trail, newest first. */
  lookupEvents(query: LookupEventsQuery, place: AwsPlace): Promise<LookupEventsPage>;
  /** For hints only: looking leaves no event. Absent: nothing is known. */
  lookAround?(name: string, place: Place): Promise<Surroundings>;
}
