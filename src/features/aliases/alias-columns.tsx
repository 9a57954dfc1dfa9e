// Exports the columns and the filter of the table of aliases.

import { aliasArn, displayAlias, type KeyRecord } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { keyPath } from "#store/key-path.ts";
import { keyTypeText, statusText, usageText } from "#store/key-texts.ts";
import type { Links } from "#store/location.ts";
import { AppLink } from "#ui/app-link.tsx";
import { Copyable } from "#ui/copyable.tsx";
import type { Column, FilterConfig } from "#ui/data-table/column.ts";
import type { AliasRow, Scope } from "./alias-rows.ts";

interface Options {
  readonly scope: Scope;
  /** Show names as the API has them, with `alias/`. */
  readonly isApiName: boolean;
  readonly href: Links["href"];
}

export function aliasColumns({ scope, isApiName, href }: Options): readonly Column<AliasRow>[] {
  const nameOf = ({ alias }: AliasRow): string => (isApiName ? alias.aliasName : displayAlias(alias.aliasName));
  const all: readonly Column<AliasRow>[] = [
    {
      id: "alias",
      header: "Alias",
      cell: nameOf,
      value: ({ alias }) => alias.aliasName,
      isSortable: true,
      isRowHeader: true,
      isAlwaysVisible: true,
      width: 230,
    },
    {
      id: "target",
      header: "Target key ID",
      cell: ({ alias, key }) =>
        key ? (
          <AppLink href={href(keyPath(key), { region: key.region })}>{key.keyId}</AppLink>
        ) : (
          (alias.targetKeyId ?? "-")
        ),
      value: ({ alias }) => alias.targetKeyId ?? "",
      isSortable: true,
      width: 330,
    },
    ofKey("type", "Key type", keyTypeText),
    ofKey("spec", "Key spec", ({ keySpec }) => keySpec, 190),
    ofKey("usage", "Key usage", ({ keyUsage }) => usageText(keyUsage), 210),
    ofKey("status", "Key status", statusText),
    time("created", "Created", ({ alias }) => alias.creationDate),
    time("updated", "Last updated", ({ alias }) => alias.lastUpdatedDate),
    {
      id: "region",
      header: "Region",
      cell: ({ alias }) => alias.region,
      value: ({ alias }) => alias.region,
      isSortable: true,
      isHiddenByDefault: scope === "this-region",
      width: 140,
    },
    {
      id: "arn",
      header: "Alias ARN",
      cell: ({ alias }) => <Copyable text={aliasArn(alias)} name="alias ARN" />,
      isHiddenByDefault: true,
      width: 420,
    },
  ];
  // Over all Regions, the Region is what tells two rows of one name apart.
  const region = all.filter(({ id }) => id === "region");
  return scope === "this-region"
    ? all
    : [...all.slice(0, 1), ...region, ...all.slice(1).filter(({ id }) => id !== "region")];
}

function ofKey(id: string, header: string, text: (key: KeyRecord) => string, width = 150): Column<AliasRow> {
  const value = ({ key }: AliasRow): string => (key ? text(key) : "-");
  return { id, header, cell: value, value, isSortable: true, width };
}

function time(id: string, header: string, epochMs: (row: AliasRow) => number | undefined): Column<AliasRow> {
  return {
    id,
    header,
    cell: (row) => {
      const at = epochMs(row);
      return at === undefined ? "-" : formatTime(at);
    },
    value: (row) => epochMs(row) ?? 0,
    isSortable: true,
    width: 210,
  };
}

export const aliasFilter: FilterConfig<AliasRow> = {
  kind: "text",
  placeholder: "Find aliases by name, key ID, key spec or Region",
  text: ({ alias, key }) => `${alias.aliasName} ${alias.targetKeyId ?? ""} ${key?.keySpec ?? ""} ${alias.region}`,
};
