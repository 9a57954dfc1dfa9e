// Exports sourcesFor: what exists for Tab to complete to, read from the World by ranges, so that 100,000 aliases cost no time.
import { endOf, listAccounts, placePrefix, recordId, regions, type Table } from "#kms/index.ts";
import type { LineSources } from "./complete-line.ts";
import { homeFolder } from "./shell-messages.ts";
import type { Terminal } from "./terminal.ts";
import type { TerminalTab } from "./terminal-tab.ts";

/** @param text what stands before the cursor; a Region that it names counts for its keys and aliases */
export function sourcesFor(terminal: Terminal, tab: TerminalTab, text: string): LineSources {
  const world = terminal.sandbox.worldStore.port.get();
  const named = [...text.matchAll(/--region[ =]([a-z0-9-]+)\s/g)].at(-1)?.[1];
  const place = { account: terminal.account, region: named ?? tab.state.get().region };
  const account = listAccounts(world).find((one) => one.account === terminal.account);
  const beginningWith = <R>(
    table: Table<R>,
    beginning: string,
    limit: number,
    nameOf: (record: R) => string,
  ): string[] => {
    const found: string[] = [];
    table.scan(recordId(place, beginning), endOf(placePrefix(place)), (record) => {
      const name = nameOf(record);
      if (!name.startsWith(beginning)) return false;
      found.push(name);
      return found.length < limit;
    });
    return found;
  };
  return {
    aliases: (beginning, limit) => beginningWith(world.tables.aliases, beginning, limit, ({ aliasName }) => aliasName),
    keys: (beginning, limit) => beginningWith(world.tables.keys, beginning, limit, ({ keyId }) => keyId),
    regions: account?.enabledRegions ?? regions.map(({ code }) => code),
    profiles: terminal.profiles().map(([name]) => name),
    paths: pathsOf(terminal),
    cwd: tab.state.get().cwd,
    home: homeFolder,
  };
}

function pathsOf({ files }: Terminal): string[] {
  return [...files.values()].map(({ path, bytes }) => (bytes === undefined ? `${path}/` : path));
}
