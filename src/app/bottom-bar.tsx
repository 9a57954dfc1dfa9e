// Exports the footer: it says what this is, on every page.
import { useWorkspace } from "#features/workspace/workspace-context.ts";

export function BottomBar() {
  const { kind } = useWorkspace();
  return (
    <footer id="bottom-bar">
      <span>Training sandbox – not affiliated with AWS. Its keys protect nothing real.</span>
      <span>
        {kind === "memory" ? "Kept in memory only, until this page is closed." : "Everything stays in this browser."}
      </span>
    </footer>
  );
}
