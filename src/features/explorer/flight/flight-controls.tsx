// Exports FlightControls: play, hop by hop or to the end, and close the flight; and how it has gone, once it has ended.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { displayAlias } from "#kms/index.ts";
import type { Flight } from "./plan.ts";
import type { FlightState } from "./use-flight.ts";

interface Props {
  readonly flight: Flight;
  readonly state: FlightState;
}

export function FlightControls({ flight, state }: Props) {
  const { position, hopCount, player, isStill } = state;
  const isOver = position >= hopCount;
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button
        iconName="angle-left"
        ariaLabel="One hop back"
        disabled={position <= 1}
        disabledReason="This is the first hop."
        onClick={() => state.goTo(position - 1)}
      />
      {player.isPlaying ? (
        <Button iconName="pause" onClick={player.stop}>
          Pause flight
        </Button>
      ) : (
        <Button
          iconName="play"
          disabled={isOver || isStill}
          disabledReason={
            isOver
              ? "The flight has ended. Go back, or start it again."
              : "Your system asks for less motion: go hop by hop."
          }
          onClick={player.start}
        >
          Play flight
        </Button>
      )}
      <Button
        iconName="angle-right"
        ariaLabel="One hop forward"
        disabled={isOver}
        disabledReason="The flight has ended."
        onClick={() => state.goTo(position + 1)}
      />
      <Button disabled={isOver} disabledReason="The flight has ended." onClick={() => state.goTo(hopCount)}>
        To the end
      </Button>
      <Button iconName="close" onClick={state.close}>
        Close flight
      </Button>
      {isOver ? (
        <StatusIndicator type={flight.legs.every(({ isAnswered }) => isAnswered) ? "success" : "error"}>
          {summaryOf(flight)}
        </StatusIndicator>
      ) : (
        <Box color="text-body-secondary">
          Hop {position} of {hopCount}
        </Box>
      )}
    </SpaceBetween>
  );
}

export function summaryOf({ aliasName, operation, legs }: Flight): string {
  const failed = legs.filter(({ isAnswered }) => !isAnswered).map(({ region }) => region);
  const name = displayAlias(aliasName);
  if (failed.length === 0)
    return `${operation} through ${name} was answered in ${legs.length === 1 ? "the Region" : `all ${legs.length} Regions`}.`;
  return `${operation} through ${name} failed in ${failed.length} of ${legs.length} Regions: ${failed.join(", ")}.`;
}
