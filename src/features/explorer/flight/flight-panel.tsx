// Exports FlightPanel: starts a flight, an application that calls one alias in Region after Region, and shows where each call ends.
import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { regionsInUse } from "#features/explorer/model/alias-map.ts";
import { tickText } from "#features/explorer/time/history.ts";
import { useTimeTravel } from "#features/explorer/time/shown-world.tsx";
import { tickTime } from "#features/explorer/time/tick-time.ts";
import { usePlace } from "#store/location.ts";
import { summaryOf } from "./flight-controls.tsx";
import { FlightForm } from "./flight-form.tsx";
import { FlightLegs, hopNames } from "./flight-legs.tsx";
import { useSharedFlight } from "./flight-provider.tsx";
import { parseFlight } from "./parse-flight.ts";
import type { FlightState } from "./use-flight.ts";

interface Props {
  /**
   * Told, whenever the flight has moved, the ids of the map that the request has come through in this Region, those at which it
   * has failed so far, and the Regions that it flies through; none when there is no flight.
   */
  readonly onHighlight: (nodeIds: readonly string[], failedIds: readonly string[], regions: readonly string[]) => void;
}

export function FlightPanel({ onHighlight }: Props) {
  const { isSought, moment, ticks } = useTimeTravel();
  const { enabled, usual } = useRegions();
  const state = useSharedFlight();
  const { flight, current, failedIds, linked, start } = state;

  // A link with a moment flies at that moment: it waits until the moment has been read.
  const [asked, setAsked] = useState<string>();
  // The form goes on saying what the link said when the flight has been closed.
  const [lastAsked, setLastAsked] = useState<string>();
  if (linked !== asked && !isSought) {
    setAsked(linked);
    if (linked !== undefined) setLastAsked(linked);
  }
  const wish = useMemo(
    () => (lastAsked === undefined ? undefined : parseFlight(lastAsked, enabled)),
    [lastAsked, enabled],
  );
  const startAsked = useEffectEvent(() => {
    if (wish) start({ ...wish, regions: wish.regions ?? usual });
  });
  useEffect(() => {
    if (asked !== undefined) startAsked();
  }, [asked]);

  const highlight = useEffectEvent(onHighlight);
  useEffect(() => {
    highlight(current?.nodeIds ?? [], failedIds, flight?.legs.map(({ region }) => region) ?? []);
  }, [current, failedIds, flight]);
  useEffect(() => () => highlight([], [], []), []);

  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<Badge color="blue">Sandbox extra</Badge>}
          description="Watch an application call one alias in Region after Region: the map turns to this alias and shows each hop. The calls are made on a copy of the sandbox: nothing is changed or logged."
        >
          Flight
        </Header>
      }
    >
      <SpaceBetween size="s">
        {asked !== undefined && !wish && (
          <Alert type="warning">
            The flight of this link could not be read: it takes an alias name, an operation and enabled Regions.
          </Alert>
        )}
        {moment && (
          <Alert type="info">
            A flight goes through the moment that is shown, {tickTime(ticks, ticks.indexOf(moment))} ({tickText(moment)}
            ).
          </Alert>
        )}
        <FlightForm
          key={lastAsked}
          asked={wish}
          enabled={enabled}
          usual={usual}
          isBusy={state.isPlanning}
          onStart={start}
        />
        {state.isStale && (
          <Alert type="warning">
            Other aliases or keys are shown than when this flight began. Start it again to fly through these.
          </Alert>
        )}
        <LiveRegion hidden>{announcement(state)}</LiveRegion>
        {flight && <FlightLegs legs={flight.legs} position={state.position} />}
      </SpaceBetween>
    </Container>
  );
}

function useRegions(): { readonly enabled: readonly string[]; readonly usual: readonly string[] } {
  const { world } = useTimeTravel();
  const { account, region } = usePlace();
  const { aliases, keys, accounts } = world.tables;
  const enabled = accounts.get(account)?.enabledRegions ?? none;
  const usual = useMemo(
    () => regionsInUse({ tables: { aliases, keys } }, account, enabled, region),
    [aliases, keys, account, enabled, region],
  );
  return { enabled, usual };
}

const none: readonly string[] = [];

/** While it plays, only where it fails and how it ends: nobody listens as fast as it flies. */
function announcement({ flight, current, position, hopCount, player }: FlightState): string {
  if (!flight || !current) return "";
  const isOver = position >= hopCount;
  if (player.isPlaying && current.status === "ok") return "";
  const hop = `${hopNames[current.step]}, ${current.status === "ok" ? "passed" : "failed"}. ${current.text} ${current.refusal ?? ""}`;
  return isOver ? `${hop} ${summaryOf(flight)}` : hop;
}
