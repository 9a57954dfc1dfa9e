// Exports useFlight: plans a flight and walks through its hops, one after the other.
import { useEffect, useRef, useState } from "react";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import { type Player, usePlaying } from "#features/explorer/time/use-playing.ts";
import { useReducedMotion } from "#features/explorer/time/use-reduced-motion.ts";
import type { World } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox } from "#store/sandbox.ts";
import { type Flight, type Hop, planFlight } from "./plan.ts";

export interface FlightState {
  readonly flight: Flight | undefined;
  readonly isPlanning: boolean;
  /** Whether an alias or a key has been changed since the flight was planned. */
  readonly isStale: boolean;
  /** How many hops of all legs can be seen; at least one. */
  readonly position: number;
  readonly hopCount: number;
  readonly current: Hop | undefined;
  readonly player: Player;
  start(aliasName: string, regions: readonly string[]): void;
  goTo(position: number): void;
}

interface Planned {
  readonly flight: Flight;
  readonly world: World;
}

const hopMs = 700;

export function useFlight(): FlightState {
  const { engine } = useSandbox();
  const { world } = useShownWorld();
  const { account } = usePlace();
  const isStill = useReducedMotion();
  const [planned, setPlanned] = useState<Planned>();
  const [isPlanning, setPlanning] = useState(false);
  const [position, setPosition] = useState(1);
  const planning = useRef<AbortController>(undefined);
  useEffect(() => () => planning.current?.abort(), []);

  const hops = planned?.flight.legs.flatMap((leg) => leg.hops) ?? [];
  const player = usePlaying(hopMs, position < hops.length, () => {
    if (position + 1 >= hops.length) player.stop();
    setPosition(position + 1);
  });
  const plan = async (aliasName: string, regions: readonly string[]): Promise<void> => {
    planning.current?.abort();
    const mine = new AbortController();
    planning.current = mine;
    setPlanning(true);
    try {
      const flight = await planFlight(engine.fork(world), world, { account, aliasName, regions }, mine.signal);
      setPlanned({ flight, world });
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
    isPlanning,
    isStale:
      planned !== undefined &&
      (planned.world.tables.aliases !== world.tables.aliases || planned.world.tables.keys !== world.tables.keys),
    position,
    hopCount: hops.length,
    current: hops[position - 1],
    player,
    start: (aliasName, regions) => void plan(aliasName, regions),
    goTo(next) {
      player.stop();
      setPosition(next);
    },
  };
}
