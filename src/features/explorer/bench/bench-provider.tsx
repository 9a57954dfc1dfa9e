// Exports the bench as its parts share it: the cards, the page of them that is shown, and what KMS answers for these now.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { artefactsOf } from "#features/explorer/artefacts-of.ts";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import type { ArtefactRecord } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import type { Judgements } from "./judge-cards.ts";
import { useJudgements } from "./use-judgements.ts";

interface Bench {
  /** The cards of the account, newest first. */
  readonly all: readonly ArtefactRecord[];
  /** Those of the page: only these are judged. */
  readonly shown: readonly ArtefactRecord[];
  readonly judgements: Judgements;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  setPage(page: number): void;
}

/** As many are judged at once. */
const cardsPerPage = 12;

const BenchContext = createContext<Bench | undefined>(undefined);

/** Judges the cards once for all who tell of them. */
export function BenchProvider({ children }: { readonly children: ReactNode }) {
  const { account } = usePlace();
  const { world, moment } = useShownWorld();
  const [wantedPage, setPage] = useState(1);
  const { artefacts } = world.tables;
  const present = useWorld((now) => now.tables.artefacts);
  const all = useMemo(() => newestFirst(artefactsOf([artefacts, present], account)), [artefacts, present, account]);
  const pages = Math.max(1, Math.ceil(all.length / cardsPerPage));
  const page = Math.min(wantedPage, pages);
  const shown = useMemo(() => all.slice((page - 1) * cardsPerPage, page * cardsPerPage), [all, page]);
  const judgements = useJudgements(world, moment?.at, shown);
  const bench = useMemo(
    () => ({ all, shown, judgements, page, pages, setPage }),
    [all, shown, judgements, page, pages],
  );
  return <BenchContext value={bench}>{children}</BenchContext>;
}

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  invariant(bench, "useBench needs a BenchProvider above it");
  return bench;
}

const newestFirst = (artefacts: readonly ArtefactRecord[]): readonly ArtefactRecord[] =>
  [...artefacts].sort((a, b) => b.createdAt - a.createdAt);
