// Exports HistoryStart: says how far back the moments reach, and reads more of them.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { formatTime } from "#lib/time-text.ts";
import { useTimeTravel } from "./shown-world.tsx";

export function HistoryStart() {
  const { history, ticks, readEarlier } = useTimeTravel();
  const oldest = history.commits.at(-1);
  if (history.error !== undefined)
    return (
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <StatusIndicator type="error">The history could not be read: {history.error}</StatusIndicator>
        <Button variant="inline-link" onClick={readEarlier}>
          Try again
        </Button>
      </SpaceBetween>
    );
  if (!oldest || (history.isReading && !history.isComplete))
    return <StatusIndicator type="loading">Reading the history</StatusIndicator>;
  if (history.isComplete)
    return (
      <Box color="text-body-secondary" fontSize="body-s">
        The kept history begins at {formatTime(oldest.at)}.
        {ticks.length === 0 && " No alias and no key of this account has been changed since then."}
      </Box>
    );
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Box color="text-body-secondary" fontSize="body-s">
        Read back to {formatTime(oldest.at)}.
      </Box>
      <Button variant="inline-link" onClick={readEarlier}>
        Read earlier changes
      </Button>
    </SpaceBetween>
  );
}
