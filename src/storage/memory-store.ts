// Exports the store of a workspace in memory: for pages without IndexedDB, and for Node.
import { applyDiff, type Commit, noteKeyUses, StaleWorldError } from "#kms/index.ts";
import { usesOfKeys } from "./key-usage.ts";
import { firstYoung } from "./prune-history.ts";
import { ReplacedError } from "./storage-failure.ts";
import { tableRecords, type WorkspaceContents, worldOf } from "./workspace-contents.ts";
import { historyBounds, type LoggedEvent, type WorkspaceStore } from "./workspace-store.ts";

export function createMemoryStore(contents: WorkspaceContents): WorkspaceStore {
  const seq = contents.history.at(-1)?.seq ?? 0;
  let world = worldOf(contents.tables, seq);
  const commits: Commit[] = [...contents.history];
  const events: (readonly [key: number, logged: LoggedEvent])[] = [];
  let nextEvent = 1;
  let isRetired = false;
  const material = new Map(contents.material);
  const uses = new Map(contents.usage);

  return {
    load: async () => world,
    async persist(commit, { keep, destroy }) {
      if (isRetired) throw new ReplacedError();
      if (commit.seq !== world.seq + 1)
        throw new StaleWorldError(`Commit ${commit.seq} has been made by another writer.`);
      world = applyDiff(world, commit.diff, commit.seq);
      commits.push(commit);
      for (const [materialId, secret] of keep) material.set(materialId, secret);
      for (const materialId of destroy) material.delete(materialId);
    },
    async commitsAfter(after) {
      if (isRetired) throw new ReplacedError();
      return commits.filter((commit) => commit.seq > after);
    },
    async addEvents(added) {
      for (const logged of added) {
        events.push([nextEvent++, logged]);
        noteKeyUses(uses, logged.event);
      }
    },
    lastUsage: async (keyArn) => uses.get(keyArn),
    newestCommits: async (limit, before) =>
      commits
        .filter(({ seq }) => seq < before)
        .slice(-limit)
        .reverse(),
    newestEvents: async (limit, before) =>
      events
        .filter(([key]) => key < before)
        .slice(-limit)
        .reverse(),
    async openMaterial(materialId) {
      const secret = material.get(materialId);
      if (!secret) throw new Error(`the vault has no key material ${materialId}`);
      return secret;
    },
    async contents(historyLimit) {
      const tables = tableRecords(world);
      const history = historyLimit === 0 ? [] : commits.slice(-historyLimit);
      return { tables, material: new Map(material), history, usage: usesOfKeys(uses, tables) };
    },
    async prune(now) {
      const oldest = now - historyBounds.ageMs;
      const isYoung = async (i: number) => (commits[i]?.at ?? 0) >= oldest;
      const isYoungEvent = async (i: number) => Date.parse(events[i]?.[1].event.eventTime ?? "") >= oldest;
      const { length } = commits;
      commits.splice(0, await firstYoung(isYoung, length - historyBounds.entries, length - 1));
      events.splice(0, await firstYoung(isYoungEvent, events.length - historyBounds.entries, events.length));
    },
    async retire() {
      if (isRetired) throw new ReplacedError();
      isRetired = true;
    },
    async reinstate() {
      isRetired = false;
    },
    close: () => undefined,
  };
}
