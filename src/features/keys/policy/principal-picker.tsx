// Exports PrincipalPicker: the table of IAM users and roles to choose from, for administrators and for users of a key.
import Header from "@cloudscape-design/components/header";
import { type ReactNode, useMemo } from "react";
import { PrincipalTable } from "./principal-table.tsx";
import { principalArn, principals } from "./principals.ts";

interface Props {
  readonly title: "Key administrators" | "Key users";
  readonly description?: ReactNode;
  readonly account: string;
  /** ARNs. Those that the sandbox does not know are kept. */
  readonly selected: readonly string[];
  readonly onChange: (arns: readonly string[]) => void;
}

export function PrincipalPicker({ title, description, account, selected, onChange }: Props) {
  const arns = useMemo(() => {
    const known = principals.map((principal) => principalArn(account, principal));
    return [...known, ...selected.filter((arn) => !known.includes(arn))];
  }, [account, selected]);
  const counter = selected.length > 0 ? `(${selected.length}/${arns.length})` : `(${arns.length})`;
  return (
    <PrincipalTable
      title={title}
      arns={arns}
      marked={selected}
      onMark={onChange}
      hasSearch
      empty={`There are no ${title.toLowerCase()} to choose from.`}
      header={
        <Header counter={counter} {...(description === undefined ? {} : { description })}>
          {title}
        </Header>
      }
    />
  );
}

/** Said wherever identities are chosen. */
export const iamIsSimulated = "IAM is simulated in this sandbox: every account has these example users and roles.";
