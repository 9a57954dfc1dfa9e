// Exports how a workspace file that the command line names is read.
import { readFile, stat } from "node:fs/promises";
import { type Archive, ArchiveError, archiveByteLimit } from "#storage/archive/archive-format.ts";
import { parseArchive } from "#storage/archive/parse-archive.ts";
import { EndpointError, isErrno, reasonOf } from "./endpoint-error.ts";

/** Undefined when there is no such file. @throws EndpointError when it cannot be read or holds no valid workspace */
export async function readWorkspaceFile(path: string): Promise<Archive | undefined> {
  try {
    const { size } = await stat(path);
    if (size > archiveByteLimit) throw new EndpointError(`${path} cannot be used. It is larger than 64 MiB.`);
    return await parseArchive(await readFile(path, "utf8"));
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    if (error instanceof EndpointError) throw error;
    const reason = error instanceof ArchiveError ? error.message : `${reasonOf(error)}.`;
    throw new EndpointError(`${path} cannot be used. ${reason}`);
  }
}
