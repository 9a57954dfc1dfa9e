// Exports the footer: it says what this is, on every page, and opens the terminal.
import { useWorkspace } from "#features/workspace/workspace-context.ts";
import { closeTerminal, openTerminal, useTerminal } from "#store/terminal.ts";

export function BottomBar() {
  const { kind } = useWorkspace();
  const { isOpen } = useTerminal();
  return (
    <footer id="bottom-bar">
      <button type="button" aria-expanded={isOpen} onClick={isOpen ? closeTerminal : openTerminal}>
        CloudShell
      </button>
      <span>Training sandbox – not affiliated with AWS. Its keys protect nothing real.</span>
      <span>
        {kind === "memory" ? "Kept in memory only, until this page is closed." : "Everything stays in this browser."}
      </span>
    </footer>
  );
}
