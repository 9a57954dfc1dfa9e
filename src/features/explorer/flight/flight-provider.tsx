// Exports FlightProvider and useSharedFlight: the flight as its parts share it. The form and the hops of all Regions are far below the
// map; the hop that it is at, and what steers it, stand right under the map.
import { createContext, type ReactNode, useContext } from "react";
import { useTimeTravel } from "#features/explorer/time/shown-world.tsx";
import { findAlias } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { useLocation, usePlace } from "#store/location.ts";
import { type FlightState, useFlight } from "./use-flight.ts";
import { useFlightView } from "./use-flight-view.ts";

interface SharedFlight extends FlightState {
  /**
   * The flight that the URL asks for, as text that nobody has judged yet. Whoever starts it asks here: a browser tells one part of
   * the page of another URL before the next, and `start` must not have an older one in mind.
   */
  readonly linked: string | undefined;
}

const FlightContext = createContext<SharedFlight | undefined>(undefined);

/** The explorer is turned to the alias when its flight starts, and back when it is closed. */
export function FlightProvider({ children }: { readonly children: ReactNode }) {
  const { params } = useLocation();
  const { account } = usePlace();
  const { world } = useTimeTravel();
  const state = useFlight();
  const view = useFlightView();
  const shared: SharedFlight = {
    ...state,
    linked: params.flight,
    start(route) {
      const { aliasName, regions } = route;
      // A name that is nowhere would leave nothing on the map.
      if (regions.some((region) => findAlias(world, { account, region }, aliasName))) view.focusOn(aliasName);
      state.start(route);
    },
    close() {
      state.close();
      view.leave();
    },
  };
  return <FlightContext value={shared}>{children}</FlightContext>;
}

export function useSharedFlight(): SharedFlight {
  const state = useContext(FlightContext);
  invariant(state, "useSharedFlight needs a FlightProvider above it");
  return state;
}
