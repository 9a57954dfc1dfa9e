// Exports ImpactLink: shows the preview of a change before it is made, over the page and the dialog that it stands in. A sandbox
// extra: the real console cannot tell.
import Link from "@cloudscape-design/components/link";
import { askImpact } from "#store/impact.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";

/** A change in the form that the explorer reads from its URL; the Region is that of the page. */
type Impact =
  | { readonly type: "disableKey"; readonly keyId: string }
  | { readonly type: "scheduleDeletion"; readonly keyId: string; readonly pendingWindowInDays: number }
  | { readonly type: "deleteAlias"; readonly aliasName: string };

interface ImpactLinkProps {
  readonly change: Impact;
  /** The key ID or the name of the alias, for those who hear the link alone. */
  readonly subject: string;
  /** The change was made from the preview: what asks about it has nothing left to ask. */
  readonly onMade: () => void;
}

export function ImpactLink({ change, subject, onMade }: ImpactLinkProps) {
  const { region } = usePlace();
  const links = useLinks();
  const preview = JSON.stringify({ ...change, region });
  return (
    <Link
      // Opened in a new tab, it leads to the same preview in the alias explorer.
      href={links.href(paths.explorer({ preview }))}
      ariaLabel={`See impact on ${subject} (Sandbox)`}
      onFollow={(event) => {
        event.preventDefault();
        askImpact({ preview, onMade });
      }}
    >
      See impact
    </Link>
  );
}
