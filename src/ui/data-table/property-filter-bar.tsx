// Exports the filter box that offers properties, their values and free text.
import PropertyFilter, { type PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import { useMemo, useState } from "react";
import type { FilterQuery, FilterToken, Operator } from "./arrange-rows.ts";
import { matchesText, type PropertyFilterConfig } from "./column.ts";

/** How many values of one property are offered at once: 100,000 options would freeze the list. */
const offered = 50;
const operators: readonly Operator[] = [":", "!:", "=", "!="];

interface Props<Row> {
  readonly config: PropertyFilterConfig<Row>;
  readonly rows: readonly Row[];
  readonly query: FilterQuery;
  readonly onChange: (query: FilterQuery) => void;
  readonly found: number;
}

export function PropertyFilterBar<Row>({ config, rows, query, onChange, found }: Props<Row>) {
  /** What is typed in the box; undefined until somebody opens it, so that nobody pays for lists that nobody sees. */
  const [typed, setTyped] = useState<string | undefined>();
  const isOpen = typed !== undefined;
  const values = useMemo(() => (isOpen ? distinctValues(config, rows) : undefined), [isOpen, config, rows]);
  const options = useMemo(() => matchingOptions(values, typed ?? ""), [values, typed]);
  const groups = useMemo(() => groupTexts(config), [config]);
  return (
    <PropertyFilter
      query={query}
      onChange={({ detail }) =>
        onChange({
          operation: detail.operation,
          tokens: detail.tokens.map(readToken).filter((token) => token.value !== ""),
        })
      }
      filteringProperties={config.properties.map(({ key, label, groupLabel }) => ({
        key,
        propertyLabel: label,
        groupValuesLabel: `${label} values`,
        operators: [...operators],
        defaultOperator: "=",
        ...(groupLabel === undefined ? {} : { group: groupLabel }),
      }))}
      filteringOptions={options}
      onLoadItems={({ detail }) => setTyped(detail.filteringText)}
      customGroupsText={groups}
      freeTextFiltering={{ operators: [":", "!:"], defaultOperator: ":" }}
      filteringPlaceholder={config.placeholder}
      filteringAriaLabel={config.placeholder}
      countText={(config.countText ?? matchesText)(found)}
      filteringEmpty="No values found"
      expandToViewport
    />
  );
}

function readToken({ propertyKey, operator, value }: PropertyFilterProps.Token): FilterToken {
  return {
    ...(propertyKey === undefined ? {} : { propertyKey }),
    operator: operators.find((known) => known === operator) ?? ":",
    value: typeof value === "string" ? value : "",
  };
}

interface PropertyValues {
  readonly key: string;
  /** Each value beside its lower-cased form. */
  readonly values: readonly (readonly [value: string, lower: string])[];
}

function distinctValues<Row>(config: PropertyFilterConfig<Row>, rows: readonly Row[]): readonly PropertyValues[] {
  return config.properties.map((property) => {
    const distinct = new Set<string>();
    for (const row of rows) for (const value of property.values(row)) distinct.add(value);
    return {
      key: property.key,
      values: [...distinct].sort().map((value) => [value, value.toLowerCase()] as const),
    };
  });
}

function matchingOptions(
  all: readonly PropertyValues[] | undefined,
  typed: string,
): readonly PropertyFilterProps.FilteringOption[] {
  const needle = typed.trim().toLowerCase();
  const options: PropertyFilterProps.FilteringOption[] = [];
  for (const { key, values } of all ?? []) {
    let count = 0;
    for (const [value, lower] of values) {
      if (count === offered) break;
      if (!lower.includes(needle)) continue;
      options.push({ propertyKey: key, value });
      count += 1;
    }
  }
  return options;
}

function groupTexts<Row>(config: PropertyFilterConfig<Row>): PropertyFilterProps.GroupText[] {
  const labels = new Set(config.properties.flatMap(({ groupLabel }) => groupLabel ?? []));
  return [...labels].map((label) => ({ group: label, properties: label, values: `${label} values` }));
}
