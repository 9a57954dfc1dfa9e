// Exports sourcesFor: what exists for Tab to complete to, read from the World by ranges, so that 100,000 aliases cost no time.
import { endOf, listAccounts, placePrefix, recordId, regions, type Table } from "#kms/index.ts";
import type { LineSources } from "./complete-line.ts";
import { homeFolder } from "./shell-messages.ts";
import type { Terminal } from "./terminal.ts";
import type { TerminalTab } from "./terminal-tab.ts";

/** @param text what stands before the cursor; a Region and a profile that it names count for its keys and aliases */
export function sourcesFor(terminal: Terminal, tab: TerminalTab, text: string): LineSources {
  const world = terminal.sandbox.worldStore.port.get();
  const profiles = new Map(terminal.profiles());
  const profile = lastOf(text, /(?:--profile[ =]|\bAWS_PROFILE=)(\S+)\s/g) ?? tab.env.AWS_PROFILE ?? "default";
  // A profile of the user's own making completes to nothing rather than to the names of another account.
  const place = {
    account: profiles.get(profile)?.account ?? "",
    region: lastOf(text, /(?:--region[ =]|\bAWS_REGION=)(\S+)\s/g) ?? tab.state.get().region,
  };
  const account = listAccounts(world).find((one) => one.account === place.account);
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
    profiles: [...profiles.keys()],
    paths: pathsOf(terminal),
    cwd: tab.state.get().cwd,
    home: homeFolder,
  };
}

function lastOf(text: string, named: RegExp): string | undefined {
  return [...text.matchAll(named)].at(-1)?.[1];
}

function pathsOf({ files }: Terminal): string[] {
  return [...files.values()].map(({ path, bytes }) => (bytes === undefined ? `${path}/` : path));
}
