// Exports usePreview: the preview of a change, made anew whenever the World moves on.
import { startTransition, useEffect, useState } from "react";
import { artefactsOf } from "#features/explorer/artefacts-of.ts";
import type { Change } from "#features/explorer/types.ts";
import type { ArtefactRecord, World } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox } from "#store/sandbox.ts";
import { principalOf } from "#store/use-call.ts";
import type { Preview } from "./preview.ts";
import { previewChange } from "./preview-change.ts";

export interface PreviewState {
  /** Undefined until the first is ready. */
  readonly preview: Preview<ArtefactRecord> | undefined;
  /** Whether a newer one is being made. */
  readonly isTrying: boolean;
  /** How many calls have been made for it. */
  readonly calls: number;
}

/** Drawing the dialog costs as much as many calls. */
const progressEveryMs = 250;

const nothingYet: PreviewState = { preview: undefined, isTrying: true, calls: 0 };

/** @param world the World that the change is to be made in; kept while the change itself is being made */
export function usePreview(change: Change, world: World): PreviewState {
  const { engine, history } = useSandbox();
  const { account } = usePlace();
  const [state, setState] = useState(nothingYet);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let toldAt = performance.now();
    setState(({ preview }) => ({ preview, isTrying: true, calls: 0 }));
    previewChange(engine, world, change, artefactsOf([world.tables.artefacts], account), {
      account,
      principal: principalOf(account),
      recentEvents: async (limit) => (await history.recentEvents(limit)).map(({ event }) => event),
      signal,
      onProgress(calls) {
        if (performance.now() - toldAt < progressEveryMs) return;
        toldAt = performance.now();
        setState((old) => ({ ...old, calls }));
      },
    }).then(
      (preview) => {
        // What it tells is drawn in pieces, between which the page answers.
        if (!signal.aborted) startTransition(() => setState({ preview, isTrying: false, calls: 0 }));
      },
      (error: unknown) => {
        // Given up because something newer is to be tried; anything else is a bug, for the error boundary.
        if (signal.aborted) return;
        setState(() => {
          throw error;
        });
      },
    );
    return () => controller.abort();
  }, [engine, history, world, change, account]);
  return state;
}
