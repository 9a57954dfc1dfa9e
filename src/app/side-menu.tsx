// Exports the side navigation: the console's own sections, and the sandbox's extras set apart below them.
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import { useMemo } from "react";
import { type Links, useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";

function items(links: Links): SideNavigationProps.Item[] {
  const link = (text: string, path: string): SideNavigationProps.Link => ({
    type: "link",
    text,
    href: links.href(path),
  });
  return [
    link("AWS managed keys", paths.awsKeys()),
    link("Customer managed keys", paths.keys()),
    {
      type: "section",
      text: "Custom key stores",
      items: [
        link("AWS CloudHSM key stores", paths.keyStores("cloudhsm")),
        link("External key stores", paths.keyStores("external")),
      ],
    },
    { type: "divider" },
    {
      type: "section-group",
      title: "Sandbox",
      items: [
        link("Cryptographic operations", paths.cryptoOperations()),
        link("Aliases", paths.aliases()),
        link("Alias explorer", paths.explorer()),
        link("SDK playground", paths.playground()),
        link("Settings", paths.settings()),
      ],
    },
  ];
}

/** `section` is the path of the item that the page belongs to. */
export function SideMenu({ section }: { readonly section: string }) {
  const links = useLinks();
  return (
    <SideNavigation
      header={{ text: "Key Management Service (KMS)", href: links.href(paths.home()) }}
      activeHref={links.href(section)}
      items={useMemo(() => items(links), [links])}
    />
  );
}
