// Exports StatementBuilder: the statements of the policy that is being edited, to remove one or to begin a new one.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { rootArn } from "#kms/index.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { isJsonList, isJsonObject, type Json, type JsonObject, type PolicyDocument } from "./policy-document.ts";

interface Props {
  readonly document: PolicyDocument;
  readonly account: string;
  readonly onChange: (document: PolicyDocument) => void;
}

interface StatementRow {
  readonly at: number;
  readonly statement: JsonObject;
}

export function StatementBuilder({ document, account, onChange }: Props) {
  const [selected, setSelected] = useState<number>();
  const [isAsking, setAsking] = useState(false);
  const rows = document.Statement.map((statement, at): StatementRow => ({ at, statement }));
  const chosen = rows.find(({ at }) => at === selected);
  const add = (): void => {
    const Sid = `Statement${rows.length + 1}`;
    const Principal = { AWS: rootArn(account) };
    const statement = { Sid, Effect: "Allow", Principal, Action: ["kms:DescribeKey"], Resource: "*" };
    onChange({ ...document, Statement: [...document.Statement, statement] });
  };
  const remove = (): void => {
    onChange({ ...document, Statement: document.Statement.filter((_statement, at) => at !== selected) });
    setSelected(undefined);
    setAsking(false);
  };
  return (
    <>
      <Table
        variant="embedded"
        wrapLines
        items={rows}
        trackBy={({ at }) => String(at)}
        columnDefinitions={columns}
        selectionType="single"
        selectedItems={chosen ? [chosen] : []}
        onSelectionChange={({ detail }) => setSelected(detail.selectedItems[0]?.at)}
        ariaLabels={{
          tableLabel: "Statements",
          selectionGroupLabel: "Selection of statements",
          itemSelectionLabel: (_state, row) => `Select statement ${nameOf(row)}`,
        }}
        header={
          <Header
            variant="h3"
            counter={`(${rows.length})`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button disabled={!chosen} disabledReason="Select a statement." onClick={() => setAsking(true)}>
                  Remove
                </Button>
                <Button onClick={add}>Add new statement</Button>
              </SpaceBetween>
            }
          >
            Statements
          </Header>
        }
        empty="This policy has no statements."
      />
      {isAsking && chosen && (
        <ConfirmModal
          title="Remove statement"
          confirmText="Remove"
          size="small"
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          <span>
            Remove the statement <strong>{nameOf(chosen)}</strong>? The key policy changes when you save your changes.
          </span>
        </ConfirmModal>
      )}
    </>
  );
}

const nameOf = ({ at, statement }: StatementRow): string =>
  typeof statement.Sid === "string" ? statement.Sid : `number ${at + 1}`;

const brief = (value: Json | undefined): string => {
  if (value === undefined || value === null) return "-";
  if (isJsonList(value)) return value.map(brief).join(", ");
  if (isJsonObject(value)) return Object.values(value).map(brief).join(", ");
  return String(value);
};

const columns: TableProps.ColumnDefinition<StatementRow>[] = [
  { id: "sid", header: "Statement", cell: nameOf, isRowHeader: true },
  { id: "effect", header: "Effect", cell: ({ statement }) => brief(statement.Effect) },
  { id: "principal", header: "Principal", cell: ({ statement }) => brief(statement.Principal) },
  { id: "action", header: "Action", cell: ({ statement }) => brief(statement.Action) },
];
