// Exports BenchStrip: the cards of the bench in a word each, beside the map, so that a change is seen where it was made.
import "./bench-strip.css";
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Icon from "@cloudscape-design/components/icon";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useShownWorld } from "#features/explorer/time/shown-world.tsx";
import { useReducedMotion } from "#features/explorer/time/use-reduced-motion.ts";
import { type ArtefactRecord, displayAlias } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { judgeOf, kindTexts } from "./artefact-texts.ts";
import { useBench } from "./bench-provider.tsx";
import type { Judgement } from "./judge-cards.ts";
import { idOf } from "./use-judgements.ts";

/** The rest is counted; but what has just changed is always among the chips. */
const mostChips = 6;

/** The id of the element that a card of the bench stands in; `benchId` is that of the bench. */
export const benchId = "bench";
export const cardElementId = (artefact: ArtefactRecord): string => `${benchId}/${idOf(artefact)}`;

export function BenchStrip() {
  const { all, shown, judgements } = useBench();
  const isStill = useReducedMotion();
  const goTo = (id: string, block: ScrollLogicalPosition): void => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ behavior: isStill ? "auto" : "smooth", block });
    element?.focus({ preventScroll: true });
  };
  const isChanged = (artefact: ArtefactRecord): boolean => (judgements.get(idOf(artefact))?.changed.length ?? 0) > 0;
  const chips = shown.filter((artefact, index) => index < mostChips || isChanged(artefact));
  const others = all.length - chips.length;
  return (
    <section className="bench-strip" aria-label="Bench in brief">
      <Box variant="strong">Bench</Box>
      {chips.length > 0 && (
        <ul aria-label="Cards in brief">
          {chips.map((artefact) => (
            <li key={idOf(artefact)}>
              <Chip
                artefact={artefact}
                judgement={judgements.get(idOf(artefact))}
                onGo={() => goTo(cardElementId(artefact), "center")}
              />
            </li>
          ))}
        </ul>
      )}
      {all.length === 0 && <Box color="text-body-secondary">No cards yet: see here what a retarget breaks.</Box>}
      {(all.length === 0 || others > 0) && (
        <Button variant="inline-link" onClick={() => goTo(benchId, "start")}>
          {all.length === 0 ? "Go to the bench" : `and ${others.toLocaleString("en-US")} more`}
        </Button>
      )}
    </section>
  );
}

interface ChipProps {
  readonly artefact: ArtefactRecord;
  readonly judgement: Judgement | undefined;
  readonly onGo: () => void;
}

function Chip({ artefact, judgement, onGo }: ChipProps) {
  const { region } = usePlace();
  const { moment, world } = useShownWorld();
  const { kind, aliasName, label } = artefact;
  const where = artefact.region === region ? "" : ` (${artefact.region})`;
  const name = `${kindTexts[kind]} through ${displayAlias(aliasName)}${where}`;
  const isLater = world.tables.artefacts.get(idOf(artefact)) === undefined;
  const outcome = judgement?.outcomes.byAlias;
  return (
    <button type="button" className="bench-chip" title={label} onClick={onGo}>
      <StatusIndicator type={outcome ? (outcome.ok ? "success" : "error") : "loading"} wrapText>
        {name}: {outcome ? `${verdictOf(kind, outcome.ok)} ${moment ? "then" : "now"}` : "asking KMS"}
        {isLater && " (made later)"}
      </StatusIndicator>
      {judgement && judgement.changed.length > 0 && (
        <Badge color="blue">
          <Icon name="refresh" size="small" /> Changed
        </Badge>
      )}
    </button>
  );
}

/** What a call through the alias comes to. */
function verdictOf(kind: ArtefactRecord["kind"], isAnswered: boolean): string {
  if (!isAnswered) return "fails";
  return judgeOf[kind] === "Decrypt" ? "decrypts" : "valid";
}
