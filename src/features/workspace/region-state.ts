// Exports whether an account has a Region, and why that cannot be changed where it cannot.
import { countCustomerKeys, isEnabledRegion, type Place, type Region, type World } from "#kms/index.ts";

export interface RegionState {
  readonly region: Region;
  readonly isEnabled: boolean;
  readonly fixedReason: string | undefined;
}

/** @param open the account, and the Region whose page is open */
export function regionState(world: World, open: Place, region: Region): RegionState {
  const place = { account: open.account, region: region.code };
  const isEnabled = isEnabledRegion(world, place);
  return { region, isEnabled, fixedReason: isEnabled ? fixedReason(world, open, region) : undefined };
}

function fixedReason(world: World, open: Place, { code, optIn }: Region): string | undefined {
  if (!optIn) return "Enabled by default; cannot be disabled.";
  if (countCustomerKeys(world, { account: open.account, region: code }) > 0)
    return "Has customer managed keys: delete them before you disable the Region.";
  return code === open.region ? "This Region is open: go to another one before you disable it." : undefined;
}
