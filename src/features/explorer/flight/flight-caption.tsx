// Exports FlightCaption: the hop that a flight is at, and what steers it, under the map on which it is seen.
import "./flight.css";
import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { type ReactNode, useEffect, useRef } from "react";
import { displayAlias } from "#kms/index.ts";
import { useLocation } from "#store/location.ts";
import { FlightControls } from "./flight-controls.tsx";
import { HopText, hopNames } from "./flight-legs.tsx";
import { useSharedFlight } from "./flight-provider.tsx";
import type { Leg } from "./plan.ts";

interface Props {
  /** What stands here while nothing flies. */
  readonly otherwise: ReactNode;
}

export function FlightCaption({ otherwise }: Props) {
  const state = useSharedFlight();
  const { params } = useLocation();
  const isOnMap = params.view === undefined || params.view === "map";
  const { flight, current, position, when, isStale } = state;
  const caption = useRef<HTMLElement>(null);
  // The form is far below. With the caption at the end of the window the map is right above it.
  useEffect(() => {
    if (flight) caption.current?.scrollIntoView({ block: "end" });
  }, [flight]);
  if (!flight || !current) return otherwise;
  const region = regionAt(flight.legs, position);
  const name = displayAlias(flight.aliasName);
  return (
    <section ref={caption} className="flight-caption" aria-label="Flight in brief">
      <div className="flight-now">
        <StatusIndicator
          type={current.status === "ok" ? "success" : "error"}
          iconAriaLabel={current.status === "ok" ? "Passed" : "Failed"}
          wrapText
        >
          {region}: {hopNames[current.step]}
        </StatusIndicator>
        <HopText hop={current} />
      </div>
      <FlightControls flight={flight} state={state} />
      <Box fontSize="body-s" color="text-body-secondary">
        {when !== undefined && `This flight goes through the moment ${when}. `}
        {params.focus === flight.aliasName &&
          `The explorer shows alias ${name} and what shares its keys, in all Regions, until you close the flight. `}
        {!isOnMap && "The map shows where the flight is: choose Map above. "}
        {isStale && "Other aliases or keys are shown now than when it began: start it again below."}
      </Box>
    </section>
  );
}

/** Where the last of so many hops is. */
function regionAt(legs: readonly Leg[], position: number): string | undefined {
  let before = 0;
  return legs.find(({ hops }) => {
    before += hops.length;
    return position <= before;
  })?.region;
}
