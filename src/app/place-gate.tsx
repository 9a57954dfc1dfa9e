// Exports the gate that a URL's account and Region must pass before a page is shown: nothing below it meets a place that
// does not exist.
import { type ReactNode, useEffect } from "react";
import { findAccount, findRegion, listAccounts } from "#kms/index.ts";
import { navigate, useLinks, useLocation, usePlace } from "#store/location.ts";
import { href, paths } from "#store/paths.ts";
import { getPreferences, setPreferences } from "#store/preferences.ts";
import { useWorld } from "#store/sandbox.ts";
import { PageNotFound } from "#ui/page-not-found.tsx";

/** Where a visit begins that names no Region and has none to remember. */
const firstRegion = "us-west-2";

export function PlaceGate({ children }: { readonly children: ReactNode }) {
  const location = useLocation();
  const place = usePlace();
  const links = useLinks();
  const account = useWorld((world) => findAccount(world, place.account));
  const firstAccount = useWorld((world) => listAccounts(world)[0]?.account);
  const isOpen = account?.enabledRegions.includes(place.region) === true;
  const isIncomplete = location.region === undefined || location.segments.length === 0;
  useEffect(() => {
    if (isIncomplete) {
      const region = location.region ?? getPreferences().lastRegion ?? firstRegion;
      navigate(href({ region, account: location.account }, location.path.replace(/^\/?$/, paths.keys())), {
        replace: true,
      });
    } else if (isOpen && getPreferences().lastRegion !== place.region) setPreferences({ lastRegion: place.region });
  }, [isIncomplete, isOpen, location, place.region]);

  if (isIncomplete) return null;
  const home = { text: `Go to ${firstRegion}`, href: links.href(paths.keys(), { region: firstRegion }) };
  if (!account)
    return (
      <PageNotFound
        title="Account not found"
        links={[
          {
            text: "Go to the first account",
            href: href({ region: place.region, account: firstAccount }, paths.keys()),
          },
        ]}
      >
        There is no account <strong>{place.account}</strong> in this workspace. An account ID has 12 digits; accounts
        are added in Settings.
      </PageNotFound>
    );
  const region = findRegion(place.region);
  if (!region)
    return (
      <PageNotFound title="Region not found" links={[home]}>
        The URL names the Region <strong>{place.region}</strong>, which does not exist. A Region code reads like
        us-west-2.
      </PageNotFound>
    );
  if (!isOpen)
    return (
      <PageNotFound
        title="Region not enabled"
        links={[home, { text: "Manage Regions", href: links.href(paths.settings("regions"), { region: firstRegion }) }]}
      >
        The account {account.account} has not enabled{" "}
        <strong>
          {region.name} ({region.code})
        </strong>
        . Enable it in Settings to use it.
      </PageNotFound>
    );
  return children;
}
