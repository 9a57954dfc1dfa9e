// Exports runBatch: one click that makes a call for each of several things, told in one flash from progress to result.
import { KmsError } from "#kms/index.ts";
import { type BatchResult, type BatchWords, batchOutcome, type Refusal } from "./batch-outcome.ts";
import { dismissFlash, showFlash } from "./flashes.ts";
import type { Action } from "./use-call.ts";

export interface Batch<Item> extends BatchWords<Item> {
  readonly items: readonly Item[];
  call(action: Action, item: Item): Promise<unknown>;
  /** The record id of what a call changes: older messages on it lose their Undo. */
  subjectOf(item: Item): string;
  /** Told while calls run, e.g. "Disabling keys". */
  readonly doing: string;
  /** What takes back the calls that succeeded; undefined where nothing can. */
  undo?(done: readonly Item[], flashId: string): (() => void) | undefined;
  /** A flash to tell it in, e.g. that of the action which is being undone. */
  readonly flashId?: string;
}

/** Shorter actions go straight to their result. */
const progressAfterMs = 300;
const progressEveryMs = 100;

let count = 0;

/** Calls one after the other, as the console does; a refusal stops nothing. Rejects only for a bug. */
export async function runBatch<Item>(begin: () => Action, batch: Batch<Item>): Promise<BatchResult<Item>> {
  const action = begin();
  const done: Item[] = [];
  const refused: Refusal<Item>[] = [];
  count += 1;
  const id = batch.flashId ?? `batch-${count}`;
  const progress = trackProgress(id, batch, () => done.length + refused.length);
  try {
    for (const item of batch.items) {
      try {
        await batch.call(action, item);
        done.push(item);
      } catch (error) {
        if (!(error instanceof KmsError)) throw error;
        refused.push({ item, error });
      }
      progress.update();
    }
  } catch (bug) {
    dismissFlash(id);
    throw bug;
  } finally {
    progress.end();
  }
  const undo = done.length > 0 ? batch.undo?.(done, id) : undefined;
  showFlash({
    id,
    calls: action.calls(),
    subjects: done.map(batch.subjectOf),
    ...batchOutcome(batch, { done, refused }),
    ...(undo ? { action: { text: "Undo", onClick: undo } } : {}),
  });
  return { done, refused };
}

function trackProgress<Item>(id: string, { doing, items, flashId }: Batch<Item>, finished: () => number) {
  let shownAt: number | undefined;
  const show = (): void => {
    shownAt = performance.now();
    const share = items.length > 1 ? `: ${finished()} of ${items.length}` : "";
    showFlash({ id, type: "in-progress", text: [`${doing}${share}.`] });
  };
  const timer = setTimeout(show, progressAfterMs);
  if (flashId !== undefined) show(); // takes the old message's Undo away, so that it runs once
  return {
    update(): void {
      if (shownAt !== undefined && performance.now() - shownAt > progressEveryMs) show();
    },
    end(): void {
      clearTimeout(timer);
    },
  };
}
