// Exports what the explorer can look at, and what it looks at: the enabled Regions, and the scope of account and Regions.
import { useMemo } from "react";
import { usePlace } from "#store/location.ts";
import { regionsInUse } from "./model/alias-map.ts";
import { useShownWorld } from "./time/shown-world.tsx";
import type { Scope } from "./types.ts";

export function useEnabledRegions(): readonly string[] {
  const { account } = usePlace();
  const { world } = useShownWorld();
  const record = world.tables.accounts.get(account);
  return useMemo(() => record?.enabledRegions ?? [], [record]);
}

/** What is looked at: this Region, or those that the account uses and those that were asked for. */
export function useScope(regions: "all" | "one", asked: readonly string[], enabled: readonly string[]): Scope {
  const { account, region } = usePlace();
  const { world } = useShownWorld();
  const { aliases, keys } = world.tables;
  // As a text, so that a change that brings no new Region leaves the scope what it was.
  const all = useMemo(() => {
    const used = new Set(regionsInUse({ tables: { aliases, keys } }, account, enabled, region));
    return enabled.filter((code) => used.has(code) || asked.includes(code)).join(" ");
  }, [aliases, keys, account, enabled, region, asked]);
  const text = regions === "one" ? region : all;
  return useMemo(() => ({ account, regions: text.split(" ") }), [account, text]);
}
