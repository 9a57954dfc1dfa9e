// Exports runBatch: one click that makes a call for each of several things, told in one flash from progress to result.
import { KmsError } from "#kms/index.ts";
import { dismissFlash, type FlashText, showFlash } from "#store/flashes.ts";
import type { Action } from "#store/use-call.ts";

export interface Batch<Item> {
  readonly items: readonly Item[];
  call(action: Action, item: Item): Promise<unknown>;
  /** Names an item whose call was refused. */
  nameOf(item: Item): string;
  /** Told while calls run, e.g. "Disabling keys". */
  readonly doing: string;
  succeeded(done: readonly Item[]): FlashText;
  /** Header over the refusals, e.g. "2 of 3 keys could not be disabled". */
  failed(failures: number, total: number): string;
  /** What takes back the calls that succeeded; undefined where nothing can. */
  undo?(done: readonly Item[], flashId: string): (() => void) | undefined;
  /** A flash to tell it in, e.g. that of the action which is being undone. */
  readonly flashId?: string;
}

interface Refusal<Item> {
  readonly item: Item;
  readonly error: KmsError;
}

export interface BatchResult<Item> {
  readonly done: readonly Item[];
  readonly refused: readonly Refusal<Item>[];
}

/** Shorter actions go straight to their result. */
const progressAfterMs = 300;
const progressEveryMs = 100;
const namedRefusals = 10;

let count = 0;

/** Calls one after the other, as the console does; a refusal stops nothing. Rejects only for a bug or a failed storage. */
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
  tell(id, batch, { done, refused }, action.calls());
  return { done, refused };
}

function trackProgress<Item>(id: string, { doing, items }: Batch<Item>, finished: () => number) {
  let shownAt: number | undefined;
  const show = (): void => {
    shownAt = performance.now();
    const share = items.length > 1 ? `: ${finished()} of ${items.length}` : "";
    showFlash({ id, type: "in-progress", text: [`${doing}${share}.`] });
  };
  const timer = setTimeout(show, progressAfterMs);
  return {
    update(): void {
      if (shownAt !== undefined && performance.now() - shownAt > progressEveryMs) show();
    },
    end(): void {
      clearTimeout(timer);
    },
  };
}

function tell<Item>(
  id: string,
  batch: Batch<Item>,
  { done, refused }: BatchResult<Item>,
  calls: readonly string[],
): void {
  const undo = done.length > 0 ? batch.undo?.(done, id) : undefined;
  const common = { id, calls, ...(undo ? { action: { text: "Undo", onClick: undo } } : {}) };
  if (refused.length === 0) {
    showFlash({ ...common, type: "success", text: batch.succeeded(done) });
    return;
  }
  const named = refused
    .slice(0, namedRefusals)
    .flatMap(
      ({ item, error }, at): FlashText => [
        at === 0 ? "" : "; ",
        { strong: batch.nameOf(item) },
        ` (${refusalText(error)})`,
      ],
    );
  const more = refused.length - namedRefusals;
  showFlash({
    ...common,
    type: done.length > 0 ? "warning" : "error",
    header: batch.failed(refused.length, batch.items.length),
    text: [
      ...named,
      more > 0 ? `; and ${more} more.` : ".",
      ...(done.length > 0 ? [" ", ...batch.succeeded(done)] : []),
    ],
  });
}

/** An error as the console prints it; AWS sends no message with some. */
export function refusalText({ code, message }: KmsError): string {
  return message ? `${code}: ${message}` : code;
}
