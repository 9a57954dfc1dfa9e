// Exports the page of the present route. A page that is still being loaded says so; a URL that leads nowhere gets its page.
import Spinner from "@cloudscape-design/components/spinner";
import { type ReactNode, Suspense, use, useEffect, useRef } from "react";
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { PageNotFound } from "#ui/page-not-found.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { ImpactPreview } from "./impact-preview.tsx";
import { loadedPage, loadPage } from "./pages.ts";
import type { Route } from "./routes.ts";

export function PageView({ route }: { readonly route: Route | undefined }) {
  const { account, region } = usePlace();
  const links = useLinks();
  if (!route)
    return (
      <PageNotFound
        title="Page not found"
        links={[{ text: "View customer managed keys", href: links.href(paths.keys()) }]}
      >
        There is no page at this address. It may have been mistyped or cut off.
      </PageNotFound>
    );
  // Another account, Region or key is another page: nothing typed or selected is carried over.
  const identity = `${account}/${region}/${route.page}/${route.props.keyId}`;
  return (
    <ErrorBoundary key={identity}>
      <Suspense fallback={<Spinner size="large" />}>
        <LoadedPage route={route} identity={identity} />
      </Suspense>
      <ImpactPreview />
    </ErrorBoundary>
  );
}

/** The page that the user was on; module state, because each page view is mounted anew. */
let lastShown: string | undefined;

/**
 * `use` is its only hook: React sometimes renders a component that waited by `use` as an update of itself, and hooks that
 * follow it then find no state (React error 467).
 */
function LoadedPage({ route, identity }: { readonly route: Route; readonly identity: string }) {
  const Page = loadedPage(route.page) ?? use(loadPage(route.page));
  return (
    <FocusedPage identity={identity}>
      <Page {...route.props} />
    </FocusedPage>
  );
}

function FocusedPage({ identity, children }: { readonly identity: string; readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isNavigation = lastShown !== undefined && lastShown !== identity;
    lastShown = identity;
    if (!isNavigation) return;
    // Whoever follows a link by keyboard or screen reader goes on at the new page's heading.
    const heading = frame.current?.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }, [identity]);
  return <div ref={frame}>{children}</div>;
}
