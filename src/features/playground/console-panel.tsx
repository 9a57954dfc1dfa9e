// Exports ConsolePanel: what the code printed, oldest first.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { memo, useLayoutEffect, useRef } from "react";
import { CopyButton } from "./copy-button.tsx";
import { clearLines, type Line, type RunStatus, usePlaygroundSession } from "./session.ts";

const looks: Readonly<Record<RunStatus, { readonly type: StatusIndicatorProps.Type; readonly text: string }>> = {
  idle: { type: "pending", text: "Not run yet" },
  loading: { type: "loading", text: "Loading the SDK" },
  running: { type: "in-progress", text: "Running" },
  finished: { type: "success", text: "Finished" },
  failed: { type: "error", text: "Ended with an error" },
  stopped: { type: "stopped", text: "Stopped" },
};

/** Colour alone says nothing to some: a word goes before what went wrong. */
const words: Readonly<Partial<Record<Line["level"], string>>> = {
  error: "Error: ",
  warn: "Warning: ",
  debug: "Debug: ",
};

export function ConsolePanel() {
  const { lines, forgotten, status } = usePlaygroundSession();
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are what makes it scroll
  useLayoutEffect(() => {
    const element = log.current;
    // Whoever has scrolled up reads, and is not torn away.
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [lines]);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <StatusIndicator type={looks[status].type}>{looks[status].text}</StatusIndicator>
              <CopyButton
                what="console output"
                text={() => lines.map(textOf).join("\n")}
                disabled={lines.length === 0}
              />
              <Button onClick={clearLines} disabled={lines.length === 0} ariaLabel="Clear console output">
                Clear
              </Button>
            </SpaceBetween>
          }
        >
          Console
        </Header>
      }
    >
      <div
        ref={log}
        className="playground-console"
        role="log"
        aria-label="Console output"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 24;
        }}
      >
        {lines.length === 0 && <div data-level="debug">Run the code to see what it prints.</div>}
        {forgotten > 0 && <div data-level="note">{forgotten.toLocaleString("en")} earlier lines are not kept</div>}
        {lines.map((line) => (
          <ConsoleLine key={line.key} line={line} />
        ))}
      </div>
    </Container>
  );
}

/** Lines never change: those that are there are not made again with each that comes. */
const ConsoleLine = memo(({ line }: { readonly line: Line }) => <div data-level={line.level}>{textOf(line)}</div>);

function textOf({ level, text }: Line): string {
  const word = words[level] ?? "";
  return text.startsWith("Error:") ? text : word + text;
}
