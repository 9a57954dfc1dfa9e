// Exports RegionsTab: the Regions that the account has, by geography. Opt-in Regions are enabled and disabled here.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMemo } from "react";
import { findAccount, type Region, type RegionGroup, regions, type World } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { type RegionState, regionState } from "./region-state.ts";
import { useSandboxChange } from "./use-sandbox-change.ts";

export function RegionsTab() {
  const world = useWorld((all) => all);
  const place = usePlace();
  const { error, change } = useSandboxChange();
  const groups = useMemo(() => groupStates(world, place), [world, place]);
  const name = findAccount(world, place.account)?.name ?? place.account;
  const toggle = async ({ code, name: regionName }: Region, isEnabled: boolean): Promise<void> => {
    const type = isEnabled ? "EnableRegion" : "DisableRegion";
    if (!(await change({ type, account: place.account, region: code }))) return;
    showFlash({
      id: `region-${code}`,
      type: "success",
      text: ["Successfully ", isEnabled ? "enabled " : "disabled ", { strong: regionName }, ` (${code}).`],
    });
  };
  return (
    <Container
      header={
        <Header description="Only enabled Regions are in the Region selector. A real account needs some minutes to enable or disable a Region; here it happens at once.">
          Regions of {name} ({place.account})
        </Header>
      }
    >
      <SpaceBetween size="l">
        {error !== undefined && <Alert type="error">{error}</Alert>}
        {groups.map(({ group, states }) => (
          <SpaceBetween key={group} size="xs">
            <Box variant="h3">{group}</Box>
            <ColumnLayout columns={3}>
              {states.map(({ region, isEnabled, fixedReason }) => (
                <Toggle
                  key={region.code}
                  checked={isEnabled}
                  disabled={fixedReason !== undefined}
                  description={fixedReason}
                  onChange={({ detail }) => void toggle(region, detail.checked)}
                >
                  {region.name} {region.code}
                </Toggle>
              ))}
            </ColumnLayout>
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface Group {
  readonly group: RegionGroup;
  readonly states: readonly RegionState[];
}

function groupStates(world: World, place: { readonly account: string; readonly region: string }): readonly Group[] {
  const groups = new Map<RegionGroup, RegionState[]>();
  for (const region of regions) {
    const states = groups.get(region.group) ?? [];
    groups.set(region.group, states);
    states.push(regionState(world, place, region));
  }
  return [...groups].map(([group, states]) => ({ group, states }));
}
