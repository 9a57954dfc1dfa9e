// Exports how a list is cut into pages. A marker is opaque, bound to its list, and names the last entry that was given, so
// a page stays right while entries come and go.
import { KmsError } from "#kms/contract/kms-error.ts";
import { decodeBase64, encodeBase64 } from "#lib/base64.ts";
import { decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";

export interface Page<R> {
  readonly entries: R[];
  readonly nextMarker?: string;
}

interface PageRequest {
  /** Which list this is: operation, place and what else narrows it. */
  readonly list: string;
  readonly limit: number;
  readonly marker: string | undefined;
}

/**
 * One page of an ordered list.
 * @param scan visits entries whose name is not less than `from`, in order, until `visit` answers false
 * @throws KmsError InvalidMarkerException for a marker that this list did not give (AWS's text is not recorded).
 */
export function pageOf<R>(
  request: PageRequest,
  scan: (from: string, visit: (entry: R, name: string) => boolean) => void,
): Page<R> {
  const after = request.marker === undefined ? undefined : readMarker(request.list, request.marker);
  const entries: R[] = [];
  let last = "";
  let truncated = false;
  scan(after ?? "", (entry, name) => {
    if (name === after) return true;
    if (entries.length === request.limit) {
      truncated = true;
      return false;
    }
    entries.push(entry);
    last = name;
    return true;
  });
  return truncated ? { entries, nextMarker: writeMarker(request.list, last) } : { entries };
}

function writeMarker(list: string, last: string): string {
  return encodeBase64(encodeUtf8(JSON.stringify([list, last])));
}

function readMarker(list: string, marker: string): string {
  try {
    const parsed: unknown = JSON.parse(decodeUtf8(decodeBase64(marker) ?? new Uint8Array()) ?? "");
    if (Array.isArray(parsed) && parsed[0] === list && typeof parsed[1] === "string") return parsed[1];
  } catch {
    // Not JSON: falls through to the one answer for every marker that is not ours.
  }
  throw new KmsError("InvalidMarkerException", "The marker is not valid for this list.");
}

/** The `Limit` of a request within the list's own bounds: the contract allows more than some lists give. */
export function pageSize(limit: number | undefined, byDefault: number, most: number): number {
  return Math.min(limit ?? byDefault, most);
}
