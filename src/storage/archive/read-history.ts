// Exports how the history of a file is read: commits without gaps whose diffs lead to the records of the file.
import {
  type Change,
  type Commit,
  type Diff,
  enums,
  type KeyUse,
  type SandboxChange,
  type SandboxEvent,
  type TrailEvent,
  tableNames,
} from "#kms/index.ts";
import { recordKey } from "#storage/record-key.ts";
import type { TableRecords } from "#storage/workspace-contents.ts";
import { archiveHistoryLimit } from "./archive-format.ts";
import { encodeRecord } from "./export-archive.ts";
import { fail, flag, list, object, oneOf, plainJson, type Read, structure, text, wholeNumber } from "./fields.ts";
import { recordReaders } from "./record-fields.ts";
import { account, artefactId, clockOffsetMs, region, time } from "./record-values.ts";

const eventTime = text({ pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, what: "a time like 2026-01-15T10:00:00Z" });
const anyText = text({ max: 10_000 });
const jsonObject: Read<TrailEvent["requestParameters"]> = (value, path) =>
  value === null ? null : object(plainJson(value, path), path);

const trailEvent = structure<TrailEvent>({
  eventVersion: oneOf(["1.08"]),
  userIdentity: structure<TrailEvent["userIdentity"]>({
    type: anyText,
    arn: { optional: anyText },
    accountId: anyText,
    invokedBy: { optional: anyText },
  }),
  eventTime,
  eventSource: oneOf(["kms.amazonaws.com"]),
  eventName: anyText,
  awsRegion: anyText,
  sourceIPAddress: anyText,
  userAgent: anyText,
  errorCode: { optional: anyText },
  errorMessage: { optional: anyText },
  requestParameters: jsonObject,
  responseElements: jsonObject,
  additionalEventData: { optional: structure<NonNullable<TrailEvent["additionalEventData"]>>({ grantId: anyText }) },
  requestID: anyText,
  eventID: anyText,
  readOnly: flag,
  resources: {
    optional: list(
      structure<NonNullable<TrailEvent["resources"]>[number]>({
        accountId: anyText,
        type: oneOf(["AWS::KMS::Key"]),
        ARN: anyText,
      }),
    ),
  },
  eventType: oneOf(["AwsApiCall", "AwsServiceEvent"]),
  serviceEventDetails: { optional: jsonObject },
  managementEvent: (value, path) => (value === true ? value : fail(path, "must be true")),
  recipientAccountId: anyText,
  eventCategory: oneOf(["Management"]),
});

/** What is kept of an event that was the last use of a key. */
export const keyUse = structure<KeyUse>({
  eventName: oneOf(enums.KeyLastUsageTrackingOperation),
  eventTime,
  eventID: anyText,
  requestID: anyText,
});

type ChangeOf<T extends SandboxChange["type"]> = Extract<SandboxChange, { type: T }>;
const changeReaders: { readonly [T in SandboxChange["type"]]: Read<ChangeOf<T>> } = {
  AddAccount: structure<ChangeOf<"AddAccount">>({ type: oneOf(["AddAccount"]), account, name: anyText }),
  RenameAccount: structure<ChangeOf<"RenameAccount">>({ type: oneOf(["RenameAccount"]), account, name: anyText }),
  EnableRegion: structure<ChangeOf<"EnableRegion">>({ type: oneOf(["EnableRegion"]), account, region }),
  DisableRegion: structure<ChangeOf<"DisableRegion">>({ type: oneOf(["DisableRegion"]), account, region }),
  MoveClock: structure<ChangeOf<"MoveClock">>({ type: oneOf(["MoveClock"]), offsetMs: clockOffsetMs }),
  KeepArtefact: structure<ChangeOf<"KeepArtefact">>({
    type: oneOf(["KeepArtefact"]),
    account,
    region,
    artefactId,
  }),
  RemoveArtefact: structure<ChangeOf<"RemoveArtefact">>({
    type: oneOf(["RemoveArtefact"]),
    account,
    region,
    artefactId,
  }),
  OpenWorkspace: structure<ChangeOf<"OpenWorkspace">>({ type: oneOf(["OpenWorkspace"]), source: anyText }),
};
const changeType = oneOf(Object.keys(changeReaders) as SandboxChange["type"][]); // the table has every type

const sandboxEvent = structure<SandboxEvent>({
  eventSource: oneOf(["sandbox"]),
  eventTime,
  change: (value, path) => changeReaders[changeType(object(value, path).type, `${path}.type`)](value, path),
});

const event: Read<Commit["event"]> = (value, path) =>
  object(value, path).eventSource === "sandbox" ? sandboxEvent(value, path) : trailEvent(value, path);

/** @param migrated brings a record of the file to the newest form */
function diff(migrated: (table: string, record: unknown) => unknown): Read<Diff> {
  return (value, path) => {
    const tables = Object.entries(object(value, path)).map(([name, changes]) => {
      const table = oneOf(tableNames)(name, `${path}.${name}`);
      const read = (record: unknown, at: string) =>
        record === null ? null : recordReaders[table](migrated(table, record), at);
      const entries = Object.entries(object(changes, `${path}.${name}`)).map(([id, change]) => {
        const at = `${path}.${name}[${JSON.stringify(id)}]`;
        if (!Array.isArray(change) || change.length !== 2)
          return fail(at, "must be a list of a record before and one after");
        const both: Change<object> = [read(change[0], `${at}[0]`), read(change[1], `${at}[1]`)];
        // Such a change would stand under any id whatever.
        if (both.every((record) => record === null)) fail(at, "has no record before and no record after");
        for (const record of both)
          if (record && recordKey(table, record as never) !== id) fail(at, "is not the id of its record"); // read as a record of `table`
        return [id, both] as const;
      });
      return [table, Object.fromEntries(entries)] as const;
    });
    return Object.fromEntries(tables) as Diff; // each table with changes of its own records
  };
}

/** Reads one commit. @param migrated brings a record of the file to the newest form */
export function commitReader(migrated: (table: string, record: unknown) => unknown): Read<Commit> {
  return structure<Commit>({ seq: wholeNumber(1), at: time, event, diff: diff(migrated) });
}

/**
 * Reads the commits of a file.
 * @throws ArchiveError for a commit that is none, a gap, or a diff that does not lead to the records of `tables`
 */
export function readHistory(
  value: unknown,
  tables: TableRecords,
  migrated: (table: string, record: unknown) => unknown,
): readonly Commit[] {
  const path = "history";
  const commits = list(commitReader(migrated))(value, path);
  if (commits.length > archiveHistoryLimit) fail(path, `must have at most ${archiveHistoryLimit} commits`);
  commits.forEach(({ seq }, i) => {
    const before = commits[i - 1];
    if (before && seq !== before.seq + 1) fail(`${path}[${i}].seq`, `must be ${before.seq + 1}, not ${seq}`);
  });
  checkChain(commits, tables);
  return commits;
}

/** Walks back from the records of the file: what each diff says was there after it must be there. */
function checkChain(commits: readonly Commit[], tables: TableRecords): void {
  const textOf = (record: object | null): string | undefined =>
    record === null
      ? undefined
      : JSON.stringify(Object.entries(encodeRecord(record)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const present = new Map<string, string | undefined>();
  for (const table of tableNames)
    for (const record of tables[table]) present.set(`${table} ${recordKey(table, record as never)}`, textOf(record)); // a record of `table`
  for (const [i, commit] of [...commits.entries()].reverse())
    for (const [table, changes] of Object.entries(commit.diff))
      for (const [id, [before, after]] of Object.entries(changes)) {
        if (present.get(`${table} ${id}`) !== textOf(after))
          fail(`history[${i}].diff.${table}[${JSON.stringify(id)}]`, "does not lead to the records of this file");
        present.set(`${table} ${id}`, textOf(before));
      }
}
