// Exports how a change becomes a commit: one writer at a time, saved before it is acknowledged, tried again when another
// tab was faster.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Commit } from "#kms/state/diff.ts";
import { WorldDraft } from "#kms/state/world.ts";
import type { Writing } from "./operation.ts";
import { type Ports, StaleWorldError, serviceError } from "./ports.ts";

/** What a writer did; undefined when it found nothing to do, and then nothing is committed. */
export type Written<R> = { readonly answer: R; readonly event: Commit["event"] } | undefined;

/** Runs a writer and commits what it did. A writer must be pure: it may be run again on a newer World. */
export type CommitWork = <R>(write: (writing: Writing) => Written<R>) => Promise<R | undefined>;

/**
 * @param now sandbox time, epoch milliseconds
 * @param forget called for each secret that a saved commit has destroyed
 */
export function createCommitter(ports: Ports, now: () => number, forget: (materialId: string) => void): CommitWork {
  async function attempt<R>(write: (writing: Writing) => Written<R>): Promise<R | undefined> {
    const world = ports.state.get();
    const draft = new WorldDraft(world, world.seq + 1);
    const keep = new Map<string, Uint8Array>();
    const destroy: string[] = [];
    const at = now();
    const written = write({
      world: draft,
      draft,
      now: at,
      random: ports.random,
      keepMaterial: (materialId, secret) => void keep.set(materialId, secret),
      destroyMaterial: (materialId) => void destroy.push(materialId),
    });
    if (!written) return undefined;
    const commit: Commit = { seq: draft.seq, at, event: written.event, diff: draft.diff() };
    await ports.persist(commit, { keep, destroy });
    ports.state.apply(commit, draft);
    destroy.forEach(forget);
    return written.answer;
  }

  async function untilFresh<R>(write: (writing: Writing) => Written<R>): Promise<R | undefined> {
    for (;;) {
      try {
        return await attempt(write);
      } catch (error) {
        // A refusal may rest on a World that another tab has moved on from: look again before giving it.
        const mayBeStale = error instanceof StaleWorldError || error instanceof KmsError;
        if (!mayBeStale || !(await ports.catchUp())) throw error;
      }
    }
  }

  return (write) =>
    ports
      .exclusive(() => untilFresh(write))
      .catch((error: unknown) => {
        throw serviceError(error);
      });
}
