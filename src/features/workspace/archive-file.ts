// Exports how a workspace file is named, saved and read in the browser.
import type { Archive } from "#storage/archive/archive-format.ts";
import { ArchiveError, archiveByteLimit } from "#storage/archive/archive-format.ts";
import { parseArchive } from "#storage/archive/parse-archive.ts";

/** @param now real time, epoch milliseconds */
export function archiveFileName(workspaceName: string, now: number): string {
  const words = workspaceName.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return ["kms-sandbox", ...words, new Date(now).toISOString().slice(0, 10)].join("-").concat(".json");
}

export function saveFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** @throws ArchiveError when it is no workspace file or cannot be read: then there is nothing that could be imported */
export async function readArchiveFile(file: File): Promise<Archive> {
  // Looked at first, so that a huge file is not even read.
  if (file.size > archiveByteLimit) throw new ArchiveError("file", "is larger than 64 MiB");
  const text = await file.text().catch(() => {
    throw new ArchiveError("file", "cannot be read by the browser; it may have been moved or changed");
  });
  return parseArchive(text);
}
