// Exports ImpactLink: leads to the preview of a change before it is made, in the alias explorer. A sandbox extra: the real
// console cannot tell.
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";

/** A change in the form that the explorer reads from its URL; the Region is that of the page. */
type Impact =
  | { readonly type: "disableKey"; readonly keyId: string }
  | { readonly type: "scheduleDeletion"; readonly keyId: string; readonly pendingWindowInDays: number }
  | { readonly type: "deleteAlias"; readonly aliasName: string };

interface ImpactLinkProps {
  readonly change: Impact;
  /** The key ID or the name of the alias, for those who hear the link alone. */
  readonly subject: string;
}

export function ImpactLink({ change, subject }: ImpactLinkProps) {
  const { region } = usePlace();
  const links = useLinks();
  const preview = JSON.stringify({ ...change, region });
  return (
    <AppLink href={links.href(paths.explorer({ preview }))} ariaLabel={`See impact on ${subject} (Sandbox)`}>
      See impact
    </AppLink>
  );
}
