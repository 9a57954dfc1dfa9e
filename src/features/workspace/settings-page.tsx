// Exports SettingsPage, Sandbox > Settings: what is the sandbox's own and no part of AWS KMS.
import Badge from "@cloudscape-design/components/badge";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import type { ReactNode } from "react";
import { useLinks, useLocation } from "#store/location.ts";
import { paths, type SettingsTab, settingsTabs } from "#store/paths.ts";
import { AccountsTab } from "./accounts-tab.tsx";
import { AppearanceTab } from "./appearance-tab.tsx";
import { ClockTab } from "./clock-tab.tsx";
import { RegionsTab } from "./regions-tab.tsx";
import { WorkspaceTab } from "./workspace-tab.tsx";

export function SettingsPage() {
  const { params } = useLocation();
  const { href, go } = useLinks();
  const active = settingsTabs.find((tab) => tab === params.tab) ?? "accounts";
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Badge color="blue">Sandbox extra</Badge>}
        description="Accounts, Regions, time and storage of this sandbox. Nothing here is part of the AWS KMS console."
      >
        Settings
      </Header>
      <Tabs
        ariaLabel="Settings"
        activeTabId={active}
        onChange={({ detail }) => {
          const tab = settingsTabs.find((known) => known === detail.activeTabId);
          if (tab) go(paths.settings(tab), { replace: true });
        }}
        tabs={settingsTabs.map((id) => ({
          id,
          label: labels[id],
          content: contents[id],
          href: href(paths.settings(id)),
        }))}
      />
    </SpaceBetween>
  );
}

const labels = {
  accounts: "Accounts",
  regions: "Regions",
  clock: "Sandbox clock",
  workspace: "Workspace",
  appearance: "Appearance",
} as const satisfies Record<SettingsTab, string>;

const contents = {
  accounts: <AccountsTab />,
  regions: <RegionsTab />,
  clock: <ClockTab />,
  workspace: <WorkspaceTab />,
  appearance: <AppearanceTab />,
} as const satisfies Record<SettingsTab, ReactNode>;
