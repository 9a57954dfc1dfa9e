// Exports the shell round every page: bars, navigation, breadcrumbs, messages, and the panel of API calls.
import AppLayoutToolbar from "@cloudscape-design/components/app-layout-toolbar";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { SampleNotice } from "#features/workspace/sample-notice.tsx";
import { closeCalls, showCalls, useCallLog } from "#store/call-log.ts";
import { useLinks, useLocation } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { setPreferences, usePreferences } from "#store/preferences.ts";
import { useColourMode } from "./colour-mode.ts";
import { FlashBar } from "./flash-bar.tsx";
import { PageView } from "./page-view.tsx";
import { PlaceGate } from "./place-gate.tsx";
import { matchRoute } from "./routes.ts";
import { SideMenu } from "./side-menu.tsx";
import { TerminalDock } from "./terminal-dock.tsx";
import { TopBar } from "./top-bar.tsx";
import { useMedia } from "./use-media.ts";

const CallLogPanel = lazy(async () => ({
  default: (await import("#features/call-log/call-log-panel.tsx")).CallLogPanel,
}));

const narrow = window.matchMedia("(max-width: 999px)");

export function Shell() {
  useColourMode();
  const location = useLocation();
  const route = useMemo(() => matchRoute(location), [location]);
  const links = useLinks();
  const { navigationOpen } = usePreferences();
  // A wizard and a narrow window begin with the navigation closed, whatever is preferred elsewhere.
  const hasLittleRoom = useMedia(narrow) || route?.isWizard === true;
  const [isOpenHere, setOpenHere] = useState(false);
  const { isOpen } = useCallLog();
  const title = route?.title ?? "Page not found";
  useEffect(() => {
    document.title = `${title} | KMS Sandbox`;
  }, [title]);
  const crumbs = [{ text: "KMS", path: paths.home() }, ...(route?.crumbs ?? [])];
  return (
    <>
      <TopBar />
      <AppLayoutToolbar
        headerSelector="#top-bar"
        footerSelector="#bottom-dock"
        contentType={route?.isWizard ? "wizard" : "default"}
        navigation={<SideMenu section={route?.section ?? ""} />}
        navigationOpen={hasLittleRoom ? isOpenHere : navigationOpen}
        onNavigationChange={({ detail }) => {
          // The layout closes it by itself while the window is being made narrow; that is nobody's preference.
          if (hasLittleRoom || narrow.matches) setOpenHere(detail.open);
          else setPreferences({ navigationOpen: detail.open });
        }}
        toolsHide
        breadcrumbs={<BreadcrumbGroup items={crumbs.map(({ text, path }) => ({ text, href: links.href(path) }))} />}
        notifications={<FlashBar />}
        // What was done, and its Undo, is told wherever on a long page the user is.
        stickyNotifications
        content={
          <>
            <div className="sample-notice">
              <SampleNotice />
            </div>
            <PlaceGate>
              <PageView route={route} />
            </PlaceGate>
          </>
        }
        splitPanelOpen={isOpen}
        onSplitPanelToggle={({ detail }) => (detail.open ? showCalls() : closeCalls())}
        splitPanelPreferences={{ position: "bottom" }}
        splitPanel={
          isOpen && (
            <Suspense>
              <CallLogPanel />
            </Suspense>
          )
        }
      />
      <TerminalDock />
    </>
  );
}
