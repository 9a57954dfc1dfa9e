// Exports how the journal that a killed process has left is read.
import { createReadStream } from "node:fs";
import { applyDiff } from "#kms/index.ts";
import { ArchiveError, archiveHistoryLimit } from "#storage/archive/archive-format.ts";
import { schemaVersion } from "#storage/migrations/migrations.ts";
import { tableRecords, type WorkspaceContents, worldOf } from "#storage/workspace-contents.ts";
import { EndpointError, isErrno, reasonOf } from "./endpoint-error.ts";
import { type JournalHead, type JournalLine, lineReader, readHead } from "./journal-line.ts";

export interface JournalFound {
  /** The state file with the changes of the journal. */
  readonly contents: WorkspaceContents;
  /** How many changes those were. */
  readonly commits: number;
  /** So many bytes of the journal are whole lines. */
  readonly length: number;
}

/**
 * Undefined when there is no journal, or none that says anything: the state file has since been written. A last line that was
 * not written whole is passed over: nobody was told that it is kept.
 * @param exportedAt of the state file. @throws EndpointError when the journal is damaged or belongs to another file
 */
export async function readJournal(
  path: string,
  exportedAt: string,
  contents: WorkspaceContents,
): Promise<JournalFound | undefined> {
  let head: JournalHead | undefined;
  let read: ReturnType<typeof lineReader> | undefined;
  const lines: JournalLine[] = [];
  let length = 0;
  try {
    for await (const line of linesOf(path)) {
      const at = `line ${lines.length + (head ? 2 : 1)}`;
      if (head && read) lines.push(read(parsed(line.text, at), at));
      else {
        head = readHead(parsed(line.text, at), at);
        if (head.version > schemaVersion)
          throw new EndpointError(`${path} was written by a newer version of KMS Sandbox.`);
        read = lineReader(head.version);
      }
      length = line.end;
    }
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    if (error instanceof EndpointError) throw error;
    throw new EndpointError(`${path} cannot be read: ${reasonOf(error)}.`);
  }
  if (head?.follows === exportedAt) return { ...replayed(path, contents, lines), length };
  const isVoid =
    lines.every((line) => "until" in line) || lines.some((line) => "until" in line && line.until === exportedAt);
  if (isVoid) return undefined;
  throw new EndpointError(
    `${path} holds changes of another state file. Put that file back, or delete the journal and lose them.`,
  );
}

function replayed(
  path: string,
  contents: WorkspaceContents,
  lines: readonly JournalLine[],
): Pick<JournalFound, "contents" | "commits"> {
  let world = worldOf(contents.tables, contents.history.at(-1)?.seq ?? 0);
  const material = new Map(contents.material);
  const history = [...contents.history];
  let commits = 0;
  for (const line of lines) {
    // What was on its way to the journal while the state file was written stands in both.
    if ("until" in line || line.commit.seq <= world.seq) continue;
    if (line.commit.seq !== world.seq + 1)
      throw new EndpointError(`${path} is damaged: change ${world.seq + 1} is missing.`);
    world = applyDiff(world, line.commit.diff, line.commit.seq);
    for (const [id, secret] of line.material.keep) material.set(id, secret);
    for (const id of line.material.destroy) material.delete(id);
    history.push(line.commit);
    commits += 1;
  }
  return {
    contents: { ...contents, tables: tableRecords(world), material, history: history.slice(-archiveHistoryLimit) },
    commits,
  };
}

/** The text of JSON is not told by the error: it may be a secret. */
function parsed(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ArchiveError(at, "is not JSON");
  }
}

const newLine = 0x0a;

/** Whole lines, each with the place behind its end. A journal may be too long for one text. */
async function* linesOf(path: string): AsyncGenerator<{ readonly text: string; readonly end: number }> {
  let rest: Buffer[] = [];
  let end = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = chunk.indexOf(newLine); to >= 0; to = chunk.indexOf(newLine, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, to)]);
      rest = [];
      from = to + 1;
      end += line.length + 1;
      yield { text: line.toString("utf8"), end };
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
}
