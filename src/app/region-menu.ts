// Exports the items of the Region selector: the account's enabled Regions by geography, the code at the right.
import type { ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import { type AccountRecord, regions } from "#kms/index.ts";

/** The id of the last item, which leads to the settings. */
export const manageRegions = "manage-regions";

/** Only enabled Regions are listed, as in the real console; the present one carries a tick. */
export function regionItems(account: AccountRecord, current: string): ButtonDropdownProps.ItemOrGroup[] {
  const enabled = regions.filter(({ code }) => account.enabledRegions.includes(code));
  const groups = [...new Set(enabled.map(({ group }) => group))];
  return [
    ...groups.map((group) => ({
      text: group,
      items: enabled
        .filter((region) => region.group === group)
        .map(({ code, city, name }) => ({
          id: code,
          text: city,
          labelTag: code,
          ariaLabel: `${name} ${code}${code === current ? ", current Region" : ""}`,
          ...(code === current ? { iconName: "check" as const } : {}),
        })),
    })),
    { id: manageRegions, text: "Manage Regions" },
  ];
}
