// Exports the World that the explorer shows: that of now, or that of a past moment. Views of the explorer read it here.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { World } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { compareEdges, type EdgeChange } from "./compare.ts";
import { compareKeys, type KeyChange } from "./compare-keys.ts";
import { aliasesTouchedSince, keysTouchedSince, type Tick, tickIndex, ticksOf } from "./history.ts";
import { HistoryReader, hasMoment, type KeptHistory } from "./history-reader.ts";
import { useMoment } from "./use-moment.ts";

export interface ShownWorld {
  readonly world: World;
  /** The past moment whose World it is; undefined for now. What is past cannot be changed. */
  readonly moment: Tick | undefined;
  /** The record ids of the aliases that point elsewhere now, or are no more; none while now is shown. */
  readonly changed: ReadonlySet<string>;
}

export interface TimeTravel extends ShownWorld {
  /** The moments that can be shown, oldest first; the last of them is as things are now. */
  readonly ticks: readonly Tick[];
  readonly history: KeptHistory;
  /** Whether the moment that was asked for is still being read. */
  readonly isSought: boolean;
  /** Whether the moment that was asked for is not kept. */
  readonly isLost: boolean;
  /** What has become of the aliases since the moment; nothing while now is shown. */
  readonly changes: readonly EdgeChange[];
  /** What has become of the keys, likewise. */
  readonly keyChanges: readonly KeyChange[];
  /** Shows the moment after a commit, or now. */
  show(seq: number | undefined): void;
  readEarlier(): void;
}

/** As one value: what shows it is not drawn anew at each commit. */
const noChanges: readonly never[] = [];

const TimeContext = createContext<TimeTravel | undefined>(undefined);

export function ShownWorldProvider({ children }: { readonly children: ReactNode }) {
  const { worldStore, history: source } = useSandbox();
  const { account } = usePlace();
  const present = useWorld((world) => world);
  const [reader] = useState(() => new HistoryReader(worldStore, source));
  const history = useSyncExternalStore(reader.subscribe, reader.get);
  const [seq, show] = useMoment();
  const isThere = seq !== undefined && hasMoment(history, seq);
  const isSought = seq !== undefined && !isThere && !history.isComplete && seq <= present.seq;
  useEffect(() => {
    if (isSought) void reader.readEarlier(seq);
  }, [isSought, reader, seq]);
  const { commits, now } = history;
  const ticks = useMemo(() => ticksOf(commits, account), [commits, account]);
  const moment = isThere ? ticks[tickIndex(ticks, seq)] : undefined;
  const momentSeq = moment?.seq;
  const past = momentSeq === undefined ? undefined : reader.worldAt(momentSeq);
  const changes = useMemo(
    () => (past ? compareEdges(past, now, aliasesTouchedSince(commits, past.seq), account) : noChanges),
    [past, now, commits, account],
  );
  const keyChanges = useMemo(
    () => (past ? compareKeys(past, now, keysTouchedSince(commits, past.seq), account) : noChanges),
    [past, now, commits, account],
  );
  const changed = useMemo(() => new Set(changes.map(({ id }) => id)), [changes]);
  // Of an account that nothing has happened in, no moment can be shown.
  const isLost = isThere ? commits.length > 0 && !moment : seq !== undefined && !isSought;
  const readEarlier = (): void => {
    void reader.readEarlier(isSought ? seq : undefined);
    void reader.catchUp(); // it may be the newest that could not be read
  };
  const shown = {
    world: past ?? present,
    moment,
    ticks,
    history,
    isSought,
    isLost,
    changes,
    keyChanges,
    changed,
    show,
    readEarlier,
  };
  return <TimeContext value={shown}>{children}</TimeContext>;
}

/** For the slider and what belongs to it. */
export function useTimeTravel(): TimeTravel {
  const travel = useContext(TimeContext);
  invariant(travel, "useTimeTravel needs a ShownWorldProvider above it");
  return travel;
}

/** The World to be shown, and the moment that it is of. */
export function useShownWorld(): ShownWorld {
  return useTimeTravel();
}
