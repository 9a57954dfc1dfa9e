// Exports ResultPanel: the outcome of the last run of an operation, and where it can be used next.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { CryptoOperation } from "#features/crypto-operations/crypto-operation.ts";
import { carryOver } from "#features/crypto-operations/hand-over.ts";
import { type HandOver, operationTable } from "#features/crypto-operations/operation-table.ts";
import { changeValues, type Outcome } from "#features/crypto-operations/session.ts";
import { showCalls } from "#store/call-log.ts";
import { AnswerMembers } from "./answer-members.tsx";
import { Refusal } from "./refusal.tsx";

interface Props {
  readonly outcome: Outcome;
  /** Opens the form of an operation. */
  readonly onOpen: (operation: CryptoOperation) => void;
}

export function ResultPanel({ outcome, onOpen }: Props) {
  const { operation, region, account, durationMs, calls } = outcome.run;
  const use = ({ to, carried }: HandOver): void => {
    if (outcome.type !== "answered") return;
    changeValues(to, carryOver({ to, carried }, outcome.run.request, outcome.answer));
    onOpen(to);
  };

  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`${operation} in ${region}, account ${account}: ${formatDuration(durationMs)}.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {calls.length > 0 && <Button onClick={() => showCalls(calls)}>View API calls</Button>}
              {outcome.type === "answered" &&
                operationTable[operation].handOver.map((handOver) => (
                  <Button key={handOver.to} onClick={() => use(handOver)}>
                    Use in {handOver.to}
                  </Button>
                ))}
            </SpaceBetween>
          }
        >
          Result
        </Header>
      }
    >
      <LiveRegion hidden>
        {operation} {outcome.type === "answered" ? "succeeded" : "failed"}
      </LiveRegion>
      {outcome.type === "answered" ? (
        <AnswerMembers operation={operation} answer={outcome.answer} />
      ) : (
        <Refusal operation={operation} error={outcome.error} />
      )}
    </Container>
  );
}

function formatDuration(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}
