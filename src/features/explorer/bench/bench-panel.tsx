// Exports BenchPanel: what was made through aliases, each on a card that tells what KMS answers for it now.
import "./bench.css";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCallback, useState } from "react";
import { type ArtefactRecord, displayAlias, findKey, type World } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { ArtefactCard } from "./artefact-card.tsx";
import { BenchForm } from "./bench-form.tsx";
import { useBench } from "./bench-provider.tsx";
import { benchId, cardElementId } from "./bench-strip.tsx";
import type { Judgements } from "./judge-cards.ts";
import { idOf } from "./use-judgements.ts";
import { useRemove } from "./use-keep.ts";

interface Props {
  /** The World that is shown, of now or of a past moment. */
  readonly world: World;
  /** True for a past moment: the cards are judged by it, but nothing can be made or removed. */
  readonly isReadOnly: boolean;
}

export function BenchPanel({ world, isReadOnly }: Props) {
  const { region } = usePlace();
  const { all, shown, judgements, page, pages, setPage } = useBench();
  const { artefacts } = world.tables;
  const [removing, setRemoving] = useState<ArtefactRecord>();
  // An empty bench asks for the first card; what is open stays open for the next one.
  const [isMaking, setMaking] = useState(all.length === 0);
  const askToRemove = useCallback((artefact: ArtefactRecord) => setRemoving(artefact), []);
  return (
    <div id={benchId} tabIndex={-1}>
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${all.length})`}
            description="Keep what you encrypt, sign or authenticate through an alias. Then move the alias, and see which of it still works."
          >
            Bench
          </Header>
        }
      >
        <SpaceBetween size="l">
          {isReadOnly ? (
            <Alert type="info">
              This is what KMS would have answered with the keys and aliases of that moment, also for cards that were
              made later. Go back to now to make or remove cards.
            </Alert>
          ) : (
            <ExpandableSection
              headerText="Make a card"
              expanded={isMaking}
              onChange={({ detail }) => setMaking(detail.expanded)}
            >
              {/* Another Region in the address begins the form anew. */}
              <BenchForm key={region} world={world} />
            </ExpandableSection>
          )}
          {all.length === 0 ? (
            <Empty isReadOnly={isReadOnly} />
          ) : (
            <ul className="bench-cards" aria-label="Cards of the bench">
              {shown.map((artefact) => (
                <li key={idOf(artefact)} id={cardElementId(artefact)} tabIndex={-1}>
                  <ArtefactCard
                    artefact={artefact}
                    keyUnder={findKey(world, artefact, artefact.keyId)}
                    judgement={judgements.get(idOf(artefact))}
                    isReadOnly={isReadOnly}
                    isLater={artefacts.get(idOf(artefact)) === undefined}
                    onRemove={askToRemove}
                  />
                </li>
              ))}
            </ul>
          )}
          {pages > 1 && (
            <Pagination
              currentPageIndex={page}
              pagesCount={pages}
              ariaLabels={{
                paginationLabel: "Pages of the bench",
                previousPageLabel: "Previous page of cards",
                nextPageLabel: "Next page of cards",
                pageLabel: (number) => `Page ${number} of cards`,
              }}
              onChange={({ detail }) => setPage(detail.currentPageIndex)}
            />
          )}
          <LiveRegion hidden>{changesText(shown, judgements)}</LiveRegion>
        </SpaceBetween>
        {removing && <RemoveModal artefact={removing} onClose={() => setRemoving(undefined)} />}
      </Container>
    </div>
  );
}

function changesText(shown: readonly ArtefactRecord[], judgements: Judgements): string {
  const turned = shown.filter((artefact) => (judgements.get(idOf(artefact))?.changed.length ?? 0) > 0);
  return turned.length === 0 ? "" : `Outcomes changed just now: ${turned.map(({ label }) => label).join(", ")}.`;
}

function Empty({ isReadOnly }: Pick<Props, "isReadOnly">) {
  return (
    <Box textAlign="center" padding="l">
      <Box variant="strong">No cards</Box>
      <Box variant="p" color="text-body-secondary">
        {isReadOnly
          ? "Go back to now to make the first one."
          : "Encrypt a text or sign a message through an alias: the result becomes a card. It tells at any time what KMS answers for it by alias, by key ARN and without KeyId, so you see what a retarget breaks."}
      </Box>
    </Box>
  );
}

function RemoveModal({ artefact, onClose }: { readonly artefact: ArtefactRecord; readonly onClose: () => void }) {
  const { isSaving, error, remove } = useRemove();
  const submit = async (): Promise<void> => {
    if (await remove(artefact)) onClose();
  };
  return (
    <ConfirmModal
      title="Remove card"
      confirmText="Remove"
      size="small"
      isBusy={isSaving}
      error={error}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <Box>
        Remove <strong>{artefact.label}</strong> from the bench? What was made through alias{" "}
        {displayAlias(artefact.aliasName)} under an earlier key cannot be made again.
      </Box>
    </ConfirmModal>
  );
}
