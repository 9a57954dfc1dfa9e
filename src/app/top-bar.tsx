// Exports the dark bar at the top: terminal, API calls, appearance, Region selector, account.
import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useMemo } from "react";
import { type AccountRecord, findRegion, listAccounts } from "#kms/index.ts";
import { showCalls } from "#store/call-log.ts";
import { showFlash } from "#store/flashes.ts";
import { type Links, useLinks, useLocation, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { type Preferences, setPreferences, usePreferences } from "#store/preferences.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { openTerminal } from "#store/terminal.ts";
import { manageRegions, regionItems } from "./region-menu.ts";

export function TopBar() {
  const place = usePlace();
  const { path } = useLocation();
  const links = useLinks();
  const { colourMode } = usePreferences();
  const { worldStore } = useSandbox();
  const accountsTable = useWorld((world) => world.tables.accounts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is what the list is made of
  const accounts = useMemo(() => listAccounts(worldStore.port.get()), [accountsTable, worldStore]);
  const account = accounts.find((one) => one.account === place.account);
  const isEnabled = account?.enabledRegions.includes(place.region) === true;
  return (
    <div id="top-bar">
      <TopNavigation
        identity={{ href: links.href(paths.home()), title: "KMS Sandbox" }}
        utilities={[
          { type: "button", iconSvg: promptIcon, text: "CloudShell", onClick: () => openTerminal() },
          { type: "button", iconName: "script", text: "API calls", onClick: () => showCalls() },
          appearanceMenu(colourMode, links),
          ...(account ? [regionMenu(account, isEnabled ? place.region : undefined, path, links)] : []),
          ...(account ? [accountMenu(account, accounts, path, links)] : []),
        ]}
      />
    </div>
  );
}

/** `>_`: a prompt in a window, drawn for this page. */
const promptIcon = (
  <svg viewBox="0 0 16 16" aria-hidden focusable={false}>
    <path d="M2 4l4 4-4 4M8 12h6" />
  </svg>
);

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
      if (detail.id === "copy") copyAccountId(account.account);
      else if (detail.id === "accounts") links.go(paths.settings("accounts"));
      else links.go(path, { account: detail.id });
    },
  };
}

function copyAccountId(account: string): void {
  navigator.clipboard.writeText(account).then(
    () =>
      showFlash({
        id: "copied",
        type: "success",
        text: ["Copied account ID ", { strong: account }, "."],
        isPassing: true,
      }),
    () =>
      showFlash({
        id: "copied",
        type: "error",
        text: ["The browser does not let this page copy. The account ID is ", { strong: account }, "."],
      }),
  );
}
