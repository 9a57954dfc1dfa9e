// Exports the hook that judges the cards which are shown by the World which is shown, and again whenever its keys or aliases
// change.
import { useEffect, useMemo, useState } from "react";
import { outcomesOn } from "#features/explorer/preview/outcomes.ts";
import { type ArtefactRecord, recordId, type World } from "#kms/index.ts";
import { useSandbox } from "#store/sandbox.ts";
import { type Judgements, judgeCards, judgementAfter, withoutMarks } from "./judge-cards.ts";

/** Several commits in a row, or a slider that is dragged, are looked at once. */
const debounceMs = 120;
/** How long a change counts as just now. */
const justNowMs = 20_000;

export const idOf = (artefact: ArtefactRecord): string => recordId(artefact, artefact.artefactId);

/** @param at sandbox time of a past World, epoch milliseconds; undefined for now */
export function useJudgements(world: World, at: number | undefined, artefacts: readonly ArtefactRecord[]): Judgements {
  const { engine } = useSandbox();
  const [judgements, setJudgements] = useState<Judgements>(new Map());
  const judged = useWorldOfKeys(world);
  useEffect(() => {
    const controller = new AbortController();
    const judge = async (): Promise<void> => {
      const fork = engine.fork(judged, at);
      const isNow = at === undefined;
      const tell: Parameters<typeof judgeCards>[2] = (artefact, outcomes) => {
        const id = idOf(artefact);
        setJudgements((all) => new Map(all).set(id, judgementAfter(all.get(id), outcomes, isNow)));
      };
      await judgeCards(artefacts, (artefact) => outcomesOn(fork, artefact), tell, controller.signal);
    };
    const timer = setTimeout(() => {
      judge().catch((error: unknown) => {
        // Called off because the World has moved on; anything else is a bug, for the error boundary.
        if (controller.signal.aborted) return;
        setJudgements(() => {
          throw error;
        });
      });
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [engine, judged, at, artefacts]);
  useEffect(() => {
    if (withoutMarks(judgements) === judgements) return;
    const timer = setTimeout(() => setJudgements(withoutMarks), justNowMs);
    return () => clearTimeout(timer);
  }, [judgements]);
  return judgements;
}

/** The World, changing only when something changes that decides an outcome. */
function useWorldOfKeys(world: World): World {
  const { keys, aliases, keyMaterials, keyPolicies, grants, settings } = world.tables;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a World that differs in other tables only has the same outcomes
  return useMemo(() => world, [keys, aliases, keyMaterials, keyPolicies, grants, settings]);
}
