// Exports how the cards of the bench are judged: one after the other, with a pause between them, until all are or it is
// called off; and what has changed since a card was judged before.
import { isSameOutcome, type Outcomes, type Way, ways } from "#features/explorer/preview/outcomes.ts";
import { createPace } from "#features/explorer/preview/pace.ts";
import type { ArtefactRecord } from "#kms/index.ts";

export interface Judgement {
  /** By the World that is shown. */
  readonly outcomes: Outcomes;
  /** By the World of now, when it was last judged; undefined while only the past has been looked at. */
  readonly present: Outcomes | undefined;
  /** What has just become another outcome, in the present: to look at another moment changes nothing. */
  readonly changed: readonly Way[];
  /** How often that has happened to the card: each turn is shown anew. */
  readonly turns: number;
}

/** By the record's id. */
export type Judgements = ReadonlyMap<string, Judgement>;

/**
 * A mark stays until it is taken away: another change soon after is no reason to overlook the first.
 * @param isNow whether the outcomes are of the present, not of a past moment
 */
export function judgementAfter(before: Judgement | undefined, outcomes: Outcomes, isNow: boolean): Judgement {
  const { present, changed = [], turns = 0 } = before ?? {};
  if (!isNow) return { outcomes, present, changed: [], turns };
  const turned = present ? ways.filter((way) => !isSameOutcome(present[way], outcomes[way])) : [];
  return {
    outcomes,
    present: outcomes,
    changed: ways.filter((way) => turned.includes(way) || changed.includes(way)),
    turns: turns + (turned.length > 0 ? 1 : 0),
  };
}

/** The same with nothing marked as just changed; itself when nothing is. */
export function withoutMarks(judgements: Judgements): Judgements {
  if (![...judgements.values()].some(({ changed }) => changed.length > 0)) return judgements;
  return new Map([...judgements].map(([id, judgement]) => [id, { ...judgement, changed: [] }]));
}

/** Tells each outcome as it is known. @throws the signal's reason once it is aborted; then nothing more is told */
export async function judgeCards(
  artefacts: readonly ArtefactRecord[],
  judge: (artefact: ArtefactRecord) => Promise<Outcomes>,
  onJudged: (artefact: ArtefactRecord, outcomes: Outcomes) => void,
  signal: AbortSignal,
): Promise<void> {
  const pace = createPace(signal);
  for (const artefact of artefacts) {
    await pace.step();
    const outcomes = await judge(artefact);
    signal.throwIfAborted();
    onJudged(artefact, outcomes);
  }
}
