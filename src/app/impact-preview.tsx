// Exports ImpactPreview: the explorer's preview of a change over the page that asked for it.
import { lazy, Suspense, useEffect } from "react";
import { closeImpact, useImpact } from "#store/impact.ts";

const AskedPreview = lazy(async () => ({
  default: (await import("#features/explorer/preview/asked-preview.tsx")).AskedPreview,
}));

export function ImpactPreview() {
  const impact = useImpact();
  // What a page has asked for goes with the page.
  useEffect(() => closeImpact, []);
  return (
    impact && (
      <Suspense>
        <AskedPreview {...impact} onClose={closeImpact} />
      </Suspense>
    )
  );
}
