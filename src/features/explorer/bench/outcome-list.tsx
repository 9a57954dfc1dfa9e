// Exports OutcomeList: what KMS answers now for a card, by alias, by key ARN and without KeyId.
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { NameText } from "#features/explorer/preview/name-text.tsx";
import { type Outcome, type Way, ways } from "#features/explorer/preview/outcomes.ts";
import type { ArtefactRecord } from "#kms/index.ts";
import { judgeOf, outcomeText, wayText } from "./artefact-texts.ts";
import type { Judgement } from "./judge-cards.ts";

interface Props {
  readonly artefact: ArtefactRecord;
  /** Undefined until KMS has been asked. */
  readonly judgement: Judgement | undefined;
}

export function OutcomeList({ artefact, judgement }: Props) {
  return (
    <dl className="bench-outcomes" aria-label={`What ${judgeOf[artefact.kind]} answers now`}>
      {ways.map((way) => {
        const isChanged = judgement?.changed.includes(way) ?? false;
        return (
          <div
            // Another turn is another element, so that its animation plays again.
            key={isChanged ? `${way} ${judgement?.turns}` : way}
            className={isChanged ? "bench-outcome bench-turned" : "bench-outcome"}
          >
            <dt>
              <Box variant="awsui-key-label">{wayText(way, artefact)}</Box>
            </dt>
            <dd>
              <OutcomeOf way={way} artefact={artefact} judgement={judgement} />
              {isChanged && (
                <>
                  {" "}
                  <Badge color="blue">Changed just now</Badge>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function OutcomeOf({ way, artefact, judgement }: Props & { readonly way: Way }) {
  if (!judgement) return <StatusIndicator type="loading">Asking KMS</StatusIndicator>;
  const outcome: Outcome | undefined = judgement.outcomes[way];
  if (!outcome) return <StatusIndicator type="not-started">{mustBeNamed[artefact.kind]}</StatusIndicator>;
  return (
    <>
      <StatusIndicator type={outcome.ok ? "success" : "error"} wrapText>
        <NameText name={outcomeText(artefact.kind, outcome)} />
      </StatusIndicator>
      {!outcome.ok && outcome.message !== "" && (
        <Box fontSize="body-s" color="text-body-secondary">
          {outcome.message}
        </Box>
      )}
    </>
  );
}

/** Of a ciphertext only that of an RSA key: a symmetric one names its key itself. */
const mustBeNamed: { readonly [K in ArtefactRecord["kind"]]: string } = {
  ciphertext: "Not possible: RSA ciphertext does not name its key",
  dataKey: "Not possible",
  signature: "Not possible: Verify needs a KeyId",
  mac: "Not possible: VerifyMac needs a KeyId",
};
