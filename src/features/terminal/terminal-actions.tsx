// Exports TerminalActions: the buttons beside the tabs, and the question before history and files are deleted.
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { visitTerminal } from "#store/terminal.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { textOf } from "./output-log.ts";
import type { Terminal } from "./terminal.ts";

interface Props {
  readonly terminal: Terminal;
  readonly onClose: () => void;
}

export function TerminalActions({ terminal, onClose }: Props) {
  const [isAsking, setAsking] = useState(false);
  const act = (id: string): void => {
    const tab = terminal.activeTab;
    if (id === "copy") void copyOutput(terminal);
    else if (id === "clear") tab?.clearScreen();
    else if (id === "interrupt") tab?.interrupt();
    else setAsking(true);
  };
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <ButtonDropdown
        variant="normal"
        expandToViewport
        items={[
          { id: "copy", text: "Copy output" },
          { id: "clear", text: "Clear screen", secondaryText: "Ctrl+L" },
          { id: "interrupt", text: "Interrupt", secondaryText: "Ctrl+C" },
          { id: "forget", text: "Delete history and files" },
        ]}
        onItemClick={({ detail }) => act(detail.id)}
      >
        Actions
      </ButtonDropdown>
      <Button iconName="add-plus" variant="icon" ariaLabel="New tab" onClick={() => addTab(terminal)} />
      <Button iconName="close" variant="icon" ariaLabel="Close terminal" onClick={onClose} />
      {isAsking && <ForgetModal terminal={terminal} onDone={() => setAsking(false)} />}
    </SpaceBetween>
  );
}

function addTab(terminal: Terminal): void {
  terminal.addTab();
  visitTerminal();
}

function ForgetModal({ terminal, onDone }: { readonly terminal: Terminal; readonly onDone: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const forget = async (): Promise<void> => {
    setBusy(true);
    try {
      await terminal.forgetAll();
      terminal.activeTab?.print({ kind: "note", text: "History and files are deleted." });
      onDone();
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught));
      setBusy(false);
    }
  };
  return (
    <ConfirmModal
      title="Delete history and files"
      confirmText="Delete"
      isBusy={isBusy}
      error={error}
      onConfirm={() => void forget()}
      onCancel={onDone}
    >
      The terminal forgets the lines that were typed and the {terminal.files.size} files and folders in ~. Keys and
      aliases stay as they are.
    </ConfirmModal>
  );
}

async function copyOutput(terminal: Terminal): Promise<void> {
  const tab = terminal.activeTab;
  if (!tab) return;
  const text = tab.state
    .get()
    .log.entries.map(({ parts }) => textOf(parts))
    .join("\n");
  try {
    await navigator.clipboard.writeText(`${text}\n`);
  } catch {
    tab.print({ kind: "note", text: "The browser does not let this page copy. Select the text and copy it." });
  }
}
