// Exports what holds a workspace in this process: one World, its secrets and the newest commits. The page's memory store
// keeps a second World beside the one that views watch; here nothing watches, and the engine's own World is taken as it is.
import {
  applyDiff,
  type Commit,
  type KeyUse,
  type MaterialChange,
  noteKeyUses,
  type Ports,
  type World,
} from "#kms/index.ts";
import { archiveHistoryLimit } from "#storage/archive/archive-format.ts";
import { usesOfKeys } from "#storage/key-usage.ts";
import { tableRecords, type WorkspaceContents, worldOf } from "#storage/workspace-contents.ts";

export interface Keeper {
  readonly state: Ports["state"];
  readonly vault: Ports["vault"];
  /** Of the calls that change nothing only the last use of each key is kept. */
  readonly record: Ports["record"];
  readonly lastUsage: Ports["lastUsage"];
  /** Holds the secrets of a commit until the commit itself is applied: `contents` never has one without the other. */
  hold(material: MaterialChange): void;
  /** Everything, as of now. */
  contents(): WorkspaceContents;
}

export function createKeeper(initial: WorkspaceContents): Keeper {
  let world: World = worldOf(initial.tables, initial.history.at(-1)?.seq ?? 0);
  const material = new Map(initial.material);
  const history: Commit[] = [...initial.history];
  const uses = new Map<string, KeyUse>(initial.usage);
  let held: MaterialChange | undefined;
  return {
    state: {
      get: () => world,
      apply(commit, after) {
        world = after ?? applyDiff(world, commit.diff, commit.seq);
        for (const [id, secret] of held?.keep ?? []) material.set(id, secret);
        for (const id of held?.destroy ?? []) material.delete(id);
        held = undefined;
        history.push(commit);
        // Cut now and then only: moving a thousand entries for each commit would cost more than the commit.
        if (history.length >= 2 * archiveHistoryLimit) history.splice(0, archiveHistoryLimit);
      },
    },
    vault: {
      async open(materialId) {
        const secret = material.get(materialId);
        if (!secret) throw new Error(`there is no key material ${materialId}`);
        return secret;
      },
    },
    record: (event) => noteKeyUses(uses, event),
    lastUsage: async (keyArn) => uses.get(keyArn),
    hold(change) {
      held = change;
    },
    contents() {
      const tables = tableRecords(world);
      return {
        tables,
        material: new Map(material),
        history: history.slice(-archiveHistoryLimit),
        usage: usesOfKeys(uses, tables),
      };
    },
  };
}
