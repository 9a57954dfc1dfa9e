// Exports useCode: which code the playground shows. The URL says it: a sample, or the code of a shared link. What the user
// makes of either is kept as a draft.
import { useEffect, useState } from "react";
import { useLocation } from "#store/location.ts";
import { readDraft, writeDraft } from "./drafts.ts";
import { sampleCodes } from "./sample-codes.ts";
import { samples } from "./sample-list.ts";
import { decodeShared } from "./share.ts";

export interface OpenCode {
  /** The sample's, or `shared`. */
  readonly id: string;
  /** Under which the draft is kept. */
  readonly draftId: string;
  /** As it came. */
  readonly original: string;
}

export type CodeState =
  | { readonly type: "open"; readonly open: OpenCode }
  | { readonly type: "reading" }
  | { readonly type: "unreadable" };

/** What the address says to show. */
export function useCode(): CodeState {
  const { params } = useLocation();
  const { code: shared } = params;
  const [read, setRead] = useState<{ readonly from: string; readonly code: string | undefined }>();
  useEffect(() => {
    if (shared === undefined) return;
    let isCurrent = true;
    void decodeShared(shared).then((code) => {
      if (isCurrent) setRead({ from: shared, code });
    });
    return () => {
      isCurrent = false;
    };
  }, [shared]);
  if (shared === undefined) return { type: "open", open: openSample(params.sample) };
  if (read?.from !== shared) return { type: "reading" };
  if (read.code === undefined) return { type: "unreadable" };
  return { type: "open", open: { id: "shared", draftId: `shared:${shared}`, original: read.code } };
}

function openSample(id: string | undefined): OpenCode {
  const sample = samples.find((one) => one.id === id) ?? samples[0];
  return { id: sample.id, draftId: sample.id, original: sampleCodes[sample.id] };
}

/** The code as the user left it. */
export function currentCode({ draftId, original }: OpenCode): string {
  return readDraft(draftId) ?? original;
}

export function keepCode({ draftId, original }: OpenCode, code: string): void {
  writeDraft(draftId, code === original ? undefined : code);
}
