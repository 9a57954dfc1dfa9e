// Exports PrincipalPicker: the table of IAM users and roles to choose from, for administrators and for users of a key.
import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { type ReactNode, useState } from "react";
import { type Principal, principalArn, principals, readPrincipalArn } from "./principals.ts";

interface Props {
  /** "Key administrators" or "Key users". */
  readonly title: string;
  readonly description?: ReactNode;
  readonly account: string;
  /** ARNs. Those that the sandbox does not know are kept. */
  readonly selected: readonly string[];
  readonly onChange: (arns: readonly string[]) => void;
}

export interface PrincipalRow {
  readonly arn: string;
  /** Undefined for an ARN that is neither a user nor a role. */
  readonly principal: Principal | undefined;
}

export function PrincipalPicker({ title, description, account, selected, onChange }: Props) {
  const [search, setSearch] = useState("");
  const known = principals.map((principal) => principalArn(account, principal));
  const rows = principalRows([...known, ...selected.filter((arn) => !known.includes(arn))]);
  const shown = rows.filter(({ arn }) => arn.toLowerCase().includes(search.trim().toLowerCase()));
  const hidden = selected.filter((arn) => !shown.some((row) => row.arn === arn));
  const counter = selected.length > 0 ? `(${selected.length}/${rows.length})` : `(${rows.length})`;
  return (
    <Table
      items={shown}
      trackBy="arn"
      columnDefinitions={principalColumns}
      selectionType="multi"
      selectedItems={shown.filter(({ arn }) => selected.includes(arn))}
      onSelectionChange={({ detail }) => onChange([...hidden, ...detail.selectedItems.map(({ arn }) => arn)])}
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: `Selection of ${title}`,
        allItemsSelectionLabel: () => `Select all ${title}`,
        itemSelectionLabel: (_state, { arn, principal }) => `Select ${principal?.name ?? arn}`,
      }}
      header={
        <Header counter={counter} {...(description === undefined ? {} : { description })}>
          {title}
        </Header>
      }
      filter={
        <TextFilter
          filteringText={search}
          filteringPlaceholder={`Search ${title}`}
          filteringAriaLabel={`Search ${title}`}
          countText={shown.length === 1 ? "1 match" : `${shown.length} matches`}
          onChange={({ detail }) => setSearch(detail.filteringText)}
        />
      }
      empty="No matches. We can't find a match."
    />
  );
}

export function principalRows(arns: readonly string[]): readonly PrincipalRow[] {
  return arns.map((arn) => ({ arn, principal: readPrincipalArn(arn) }));
}

export const principalColumns: TableProps.ColumnDefinition<PrincipalRow>[] = [
  { id: "name", header: "Name", cell: ({ arn, principal }) => principal?.name ?? arn, isRowHeader: true },
  { id: "path", header: "Path", cell: ({ principal }) => principal?.path ?? "-" },
  { id: "type", header: "Type", cell: ({ principal }) => principal?.type ?? "-" },
];

/** Said wherever identities are chosen. */
export const iamIsSimulated = "IAM is simulated in this sandbox: every account has these example users and roles.";
