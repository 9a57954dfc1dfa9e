// Exports ArtefactTable: each card of the bench, and what KMS answers for it before a change and after.
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMemo } from "react";
import { kindTexts, outcomeText } from "#features/explorer/bench/artefact-texts.ts";
import { type ArtefactRecord, displayAlias } from "#kms/index.ts";
import { type Column, DataTable } from "#ui/data-table/data-table.tsx";
import { NameText } from "./name-text.tsx";
import { isSameOutcome, type Outcome, type Way, ways } from "./outcomes.ts";
import type { ArtefactPreview } from "./preview.ts";
import "./preview.css";

type Row = ArtefactPreview<ArtefactRecord>;

const columns: readonly Column<Row>[] = [
  {
    id: "card",
    header: "Card",
    isRowHeader: true,
    isAlwaysVisible: true,
    width: 200,
    cell: (row) => (
      <div className="preview-lines">
        <div>{row.artefact.label}</div>
        <Box color="text-body-secondary" fontSize="body-s">
          {kindTexts[row.artefact.kind]} through {displayAlias(row.artefact.aliasName)}, {row.artefact.region}
        </Box>
        {isChanged(row) && <Badge color="severity-medium">Changes</Badge>}
      </div>
    ),
  },
  { id: "byAlias", header: "By alias", width: 178, cell: (row) => <Steps row={row} way="byAlias" /> },
  { id: "byKeyArn", header: "By key ARN", width: 178, cell: (row) => <Steps row={row} way="byKeyArn" /> },
  { id: "withoutKeyId", header: "Without KeyId", width: 178, cell: (row) => <Steps row={row} way="withoutKeyId" /> },
];

export function ArtefactTable({ artefacts }: { readonly artefacts: readonly Row[] }) {
  const rows = useMemo(
    () => [...artefacts].sort((one, other) => Number(isChanged(other)) - Number(isChanged(one))),
    [artefacts],
  );
  return (
    <DataTable
      tableId="explorer-preview"
      variant="embedded"
      title="Cards on the bench"
      description={countText(rows.filter(isChanged).length)}
      itemNames={{ one: "card", many: "cards" }}
      rows={rows}
      rowId={rowId}
      columns={columns}
      hasPreferences={false}
      pageSizes={pageSizes}
      empty={noCards}
    />
  );
}

const pageSizes = [10];
/** For the table's sake: whoever shows it has cards. */
const noCards = { title: "No cards", text: "The bench holds nothing yet." };
const rowId = ({ artefact }: Row): string => artefact.artefactId;

const isChanged = ({ before, after }: Row): boolean => ways.some((way) => !isSameOutcome(before[way], after[way]));

function countText(changed: number): string {
  if (changed === 0) return "Nothing changes for them.";
  return changed === 1 ? "1 card changes." : `${changed} cards change.`;
}

function Steps({ row: { artefact, before, between, after }, way }: { readonly row: Row; readonly way: Way }) {
  const [was, is] = [before[way], after[way]];
  if (!was || !is) return <Box color="text-body-secondary">Not possible</Box>;
  const meanwhile = between?.[way];
  const isSteady = isSameOutcome(was, is) && (!meanwhile || isSameOutcome(was, meanwhile));
  const answer = (outcome: Outcome) => (
    <StatusIndicator type={outcome.ok ? "success" : "error"} wrapText>
      <NameText name={outcomeText(artefact.kind, outcome)} />
    </StatusIndicator>
  );
  if (isSteady) return answer(is);
  return (
    <SpaceBetween size="xxs">
      <Step name="Now">{answer(was)}</Step>
      {meanwhile && <Step name="Between the calls">{answer(meanwhile)}</Step>}
      <Step name="After">{answer(is)}</Step>
    </SpaceBetween>
  );
}

function Step({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <Box variant="awsui-key-label">{name}</Box>
      {children}
    </div>
  );
}
