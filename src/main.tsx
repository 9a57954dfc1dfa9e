// Boot: opens the workspace, loads the page that the URL means, then renders. Awaiting both first shows data sooner than
// a fallback would: React holds back what replaces a fallback.
import "@cloudscape-design/global-styles/index.css";
import "#app/console-theme.gen.css";
import "#app/shell.css";
import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { boot } from "#app/boot.ts";
import { followLinks } from "#app/follow-links.ts";
import { loadPage } from "#app/pages.ts";
import { allPages, matchRoute } from "#app/routes.ts";
import { Shell } from "#app/shell.tsx";
import { StartFailure } from "#app/start-failure.tsx";
import { WorkspaceProvider } from "#features/workspace/workspace-context.ts";
import { invariant } from "#lib/invariant.ts";
import { whenIdle } from "#storage/event-log.ts";
import { showFlash } from "#store/flashes.ts";
import { parseLocation } from "#store/paths.ts";
import { getPreferences, loadPreferences, setPreferences } from "#store/preferences.ts";
import { SandboxProvider } from "#store/sandbox.ts";
import { type TablePreferenceStore, TablePreferencesProvider } from "#ui/data-table/table-preferences.tsx";

const element = document.getElementById("root");
invariant(element, "index.html has a #root");
const root = createRoot(element);

/** A promise that nobody caught is a bug; it is shown, because a click that does nothing explains nothing. */
window.addEventListener("unhandledrejection", ({ reason }) => {
  showFlash({
    type: "error",
    header: "Something failed in the sandbox",
    text: [reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)],
  });
});

const tablePreferences: TablePreferenceStore = {
  read: (tableId) => getPreferences().tables[tableId],
  write: (tableId, settings) => setPreferences({ tables: { ...getPreferences().tables, [tableId]: settings } }),
};

loadPreferences();
followLinks();
const route = matchRoute(parseLocation(window.location.search, window.location.hash));
// A page that cannot be loaded is no reason not to start: its place in the shell will say so.
const firstPage = route ? loadPage(route.page).catch(() => undefined) : Promise.resolve();
/** A function, not an await of this module: what is imported meanwhile may lie in the same file and would wait for it. */
async function start(): Promise<void> {
  try {
    const [{ sandbox, workspace }] = await Promise.all([boot(), firstPage]);
    root.render(
      <StrictMode>
        <I18nProvider locale="en" messages={[messages]}>
          <SandboxProvider value={sandbox}>
            <WorkspaceProvider value={workspace}>
              <TablePreferencesProvider value={tablePreferences}>
                <Shell />
              </TablePreferencesProvider>
            </WorkspaceProvider>
          </SandboxProvider>
        </I18nProvider>
      </StrictMode>,
    );
    // The other pages are fetched when nothing else is to be done, so that no navigation waits.
    whenIdle(() => {
      import("#features/workspace/replaced-note.ts").then(
        ({ tellReplaced }) => tellReplaced(workspace.name),
        () => undefined, // it could not be fetched: the workspace is open all the same
      );
      for (const page of allPages) loadPage(page).catch(() => undefined); // the visit itself says what failed
    });
  } catch (error) {
    root.render(<StartFailure error={error} />);
  }
}
void start();
