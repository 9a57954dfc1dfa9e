// Exports the dark bar at the top: API calls, appearance, Region selector, account.
import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useMemo } from "react";
import { type AccountRecord, findRegion, type Table } from "#kms/index.ts";
import { showCalls } from "#store/call-log.ts";
import { type Links, useLinks, useLocation, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { type Preferences, setPreferences, usePreferences } from "#store/preferences.ts";
import { useWorld } from "#store/sandbox.ts";
import { manageRegions, regionItems } from "./region-menu.ts";

export function TopBar() {
  const place = usePlace();
  const { path } = useLocation();
  const links = useLinks();
  const { colourMode } = usePreferences();
  const accountsTable = useWorld((world) => world.tables.accounts);
  const accounts = useMemo(() => recordsOf(accountsTable), [accountsTable]);
  const account = accounts.find((one) => one.account === place.account);
  const isEnabled = account?.enabledRegions.includes(place.region) === true;
  return (
    <header id="top-bar">
      <TopNavigation
        identity={{ href: links.href(paths.home()), title: "KMS Sandbox" }}
        utilities={[
          { type: "button", iconName: "script", text: "API calls", onClick: () => showCalls() },
          appearanceMenu(colourMode, links),
          ...(account ? [regionMenu(account, isEnabled ? place.region : undefined, path, links)] : []),
          ...(account ? [accountMenu(account, accounts, path, links)] : []),
        ]}
      />
    </header>
  );
}

function recordsOf(table: Table<AccountRecord>): AccountRecord[] {
  const records: AccountRecord[] = [];
  table.scan("", "\uffff", (record) => {
    records.push(record);
    return true;
  });
  return records;
}

const modes: readonly { readonly id: Preferences["colourMode"]; readonly text: string }[] = [
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
  { id: "system", text: "Browser default" },
];

function appearanceMenu(current: Preferences["colourMode"], links: Links): TopNavigationProps.Utility {
  return {
    type: "menu-dropdown",
    iconName: "settings",
    ariaLabel: "Settings",
    title: "Settings",
    items: [
      {
        text: "Visual mode",
        items: modes.map(({ id, text }) => ({ id, text, itemType: "checkbox" as const, checked: id === current })),
      },
      { id: "settings", text: "Sandbox settings" },
    ],
    onItemClick: ({ detail }) => {
      const mode = modes.find(({ id }) => id === detail.id);
      if (mode) setPreferences({ colourMode: mode.id });
      else links.go(paths.settings());
    },
  };
}

function regionMenu(
  account: AccountRecord,
  region: string | undefined,
  path: string,
  links: Links,
): TopNavigationProps.Utility {
  return {
    type: "menu-dropdown",
    text: (region && findRegion(region)?.name) ?? "Select a Region",
    ariaLabel: `Region: ${(region && findRegion(region)?.name) ?? "none"}`,
    disableUtilityCollapse: true,
    items: regionItems(account, region ?? ""),
    onItemClick: ({ detail }) => {
      if (detail.id === manageRegions) links.go(paths.settings("regions"));
      else links.go(path, { region: detail.id });
    },
  };
}

function accountMenu(
  account: AccountRecord,
  all: readonly AccountRecord[],
  path: string,
  links: Links,
): TopNavigationProps.Utility {
  return {
    type: "menu-dropdown",
    text: `${account.name} (${account.account})`,
    description: "user/Admin",
    items: [
      { id: "copy", text: "Copy account ID" },
      {
        text: "Switch account",
        items: all.map(({ account: id, name }) => ({
          id,
          text: `${name} (${id})`,
          ...(id === account.account ? { iconName: "check" as const } : {}),
        })),
      },
      { id: "accounts", text: "Manage accounts" },
    ],
    onItemClick: ({ detail }) => {
      if (detail.id === "copy") void navigator.clipboard.writeText(account.account);
      else if (detail.id === "accounts") links.go(paths.settings("accounts"));
      else links.go(path, { account: detail.id });
    },
  };
}
