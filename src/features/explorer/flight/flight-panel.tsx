// Exports FlightPanel: plays an application that calls one alias in Region after Region, and shows where each call ends.
import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useEffectEvent } from "react";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import { displayAlias } from "#kms/index.ts";
import { useLocation, usePlace } from "#store/location.ts";
import { FlightForm, fullName } from "./flight-form.tsx";
import { FlightLegs } from "./flight-legs.tsx";
import type { Flight } from "./plan.ts";
import { regionsOf } from "./suggest-names.ts";
import { useFlight } from "./use-flight.ts";

interface Props {
  /** Told the record ids of what the request is at, whenever it has moved; none when there is no flight. */
  readonly onHighlight: (nodeIds: readonly string[]) => void;
}

export function FlightPanel({ onHighlight }: Props) {
  const { params } = useLocation();
  const place = usePlace();
  const { world } = useShownWorld();
  const state = useFlight();
  const { flight, current, position, hopCount, player } = state;

  const asked = params.flight;
  const startAsked = useEffectEvent((text: string) => {
    const enabled = world.tables.accounts.get(place.account)?.enabledRegions ?? [];
    const aliasName = fullName(text);
    state.start(aliasName, regionsOf(world, place, enabled, aliasName));
  });
  useEffect(() => {
    if (asked !== undefined) startAsked(asked);
  }, [asked]);

  const highlight = useEffectEvent(onHighlight);
  useEffect(() => {
    highlight(current?.nodeIds ?? []);
  }, [current]);
  useEffect(() => () => highlight([]), []);

  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<Badge color="blue">Sandbox extra</Badge>}
          description="Watch an application call one alias in Region after Region. The calls are made on a copy of the sandbox: nothing is changed or logged."
        >
          Flight
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FlightForm
          key={asked}
          initialText={displayAlias(asked ?? "")}
          isBusy={state.isPlanning}
          onStart={state.start}
        />
        {state.isStale && (
          <Alert type="warning">An alias or a key has been changed since this flight began. Start it again.</Alert>
        )}
        {flight && (
          <SpaceBetween size="m">
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
                  disabled={position >= hopCount}
                  disabledReason="The flight has ended. Go back, or start it again."
                  onClick={player.start}
                >
                  Play flight
                </Button>
              )}
              <Button
                iconName="angle-right"
                ariaLabel="One hop forward"
                disabled={position >= hopCount}
                disabledReason="The flight has ended."
                onClick={() => state.goTo(position + 1)}
              />
              <Button
                disabled={position >= hopCount}
                disabledReason="The flight has ended."
                onClick={() => state.goTo(hopCount)}
              >
                To the end
              </Button>
            </SpaceBetween>
            <LiveRegion>
              <Box fontWeight="bold">
                {current && (
                  <StatusIndicator type={current.status === "ok" ? "success" : "error"}>
                    {current.refusal === undefined ? current.text : `${current.text} ${current.refusal}`}
                  </StatusIndicator>
                )}
                {position >= hopCount && <Box>{summaryOf(flight)}</Box>}
              </Box>
            </LiveRegion>
            <FlightLegs legs={flight.legs} position={position} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

function summaryOf({ aliasName, operation, legs }: Flight): string {
  const failed = legs.filter(({ isAnswered }) => !isAnswered).map(({ region }) => region);
  const name = displayAlias(aliasName);
  if (failed.length === 0)
    return `${operation} through ${name} was answered in ${legs.length === 1 ? "the Region" : `all ${legs.length} Regions`}.`;
  return `${operation} through ${name} failed in ${failed.length} of ${legs.length} Regions: ${failed.join(", ")}.`;
}
