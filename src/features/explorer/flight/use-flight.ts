// Exports useFlight: plans a flight and walks through its hops, one after the other.
import { useEffect, useMemo, useRef, useState } from "react";
import { useTimeTravel } from "#features/explorer/time/shown-world.tsx";
import { tickTime } from "#features/explorer/time/tick-time.ts";
import { type Player, usePlaying } from "#features/explorer/time/use-playing.ts";
import { useReducedMotion } from "#features/explorer/time/use-reduced-motion.ts";
import type { World } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox } from "#store/sandbox.ts";
import type { Route } from "./application.ts";
import { type Flight, type Hop, planFlight } from "./plan.ts";

export interface FlightState {
  readonly flight: Flight | undefined;
  /** The past moment that it goes through; undefined for now. */
  readonly when: string | undefined;
  readonly isPlanning: boolean;
  /** Whether another World is shown than the flight was planned on, as far as aliases and keys go. */
  readonly isStale: boolean;
  /** How many hops of all legs can be seen; at least one. */
  readonly position: number;
  readonly hopCount: number;
  readonly current: Hop | undefined;
  /** The ids of the map at which calls have failed so far. */
  readonly failedIds: readonly string[];
  readonly player: Player;
  /** Whether the user asks for less motion: hops are taken by hand only. */
  readonly isStill: boolean;
  start(route: Omit<Route, "account">): void;
  goTo(position: number): void;
  close(): void;
}

interface Planned {
  readonly flight: Flight;
  readonly world: World;
  readonly when: string | undefined;
}

const hopMs = 900;

export function useFlight(): FlightState {
  const { engine } = useSandbox();
  const { world, moment, ticks } = useTimeTravel();
  const { account } = usePlace();
  const isStill = useReducedMotion();
  const [planned, setPlanned] = useState<Planned>();
  const [isPlanning, setPlanning] = useState(false);
  const [position, setPosition] = useState(1);
  const planning = useRef<AbortController>(undefined);
  useEffect(() => () => planning.current?.abort(), []);

  const hops = useMemo(() => planned?.flight.legs.flatMap((leg) => leg.hops) ?? [], [planned]);
  const failedIds = useMemo(
    () => hops.slice(0, position).flatMap((hop) => (hop.status === "failed" ? (hop.nodeIds.at(-1) ?? []) : [])),
    [hops, position],
  );
  const player = usePlaying(hopMs, position < hops.length && !isStill, () => {
    if (position + 1 >= hops.length) player.stop();
    setPosition(position + 1);
  });
  const plan = async (route: Omit<Route, "account">): Promise<void> => {
    planning.current?.abort();
    const mine = new AbortController();
    planning.current = mine;
    setPlanning(true);
    try {
      // At the time of the moment, when its keys were in the states that it shows.
      const fork = engine.fork(world, moment?.at);
      const flight = await planFlight(fork, world, { ...route, account }, mine.signal);
      setPlanned({ flight, world, when: moment && tickTime(ticks, ticks.indexOf(moment)) });
      setPosition(1);
      if (!isStill) player.start();
    } catch (error) {
      if (!mine.signal.aborted) throw error;
    } finally {
      if (planning.current === mine) setPlanning(false);
    }
  };
  return {
    flight: planned?.flight,
    when: planned?.when,
    isPlanning,
    isStale:
      planned !== undefined &&
      (planned.world.tables.aliases !== world.tables.aliases || planned.world.tables.keys !== world.tables.keys),
    position,
    hopCount: hops.length,
    current: hops[position - 1],
    failedIds,
    player,
    isStill,
    start: (route) => void plan(route),
    goTo(next) {
      player.stop();
      setPosition(next);
    },
    close() {
      planning.current?.abort();
      player.stop();
      setPlanned(undefined);
      setPosition(1);
    },
  };
}
