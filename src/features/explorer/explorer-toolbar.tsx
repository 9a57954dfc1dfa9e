// Exports ExplorerToolbar: the row of search, focus, Regions and filters of the explorer.
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import { MapFilters } from "./map-filters.tsx";
import { fullName, namePart } from "./model/alias-text.ts";
import { type Criteria, nameText } from "./model/filter.ts";
import type { LogicalAlias } from "./types.ts";
import type { Face } from "./use-face.ts";

interface Props {
  readonly face: Face;
  readonly onFace: (change: Partial<Face>) => void;
  readonly criteria: Criteria;
  readonly onCriteria: (change: Partial<Criteria>) => void;
  readonly isApiName: boolean;
  readonly onApiName: (isApiName: boolean) => void;
  /** Of all that could be focused, by name. */
  readonly names: readonly LogicalAlias[];
  readonly regions: readonly string[];
  readonly tags: readonly string[];
  /** What the filters have left. */
  readonly found: string;
}

export function ExplorerToolbar(props: Props) {
  const { face, onFace, criteria, onCriteria } = props;
  const [isOpen, setOpen] = useState(false);
  const chosen = filtersIn(criteria);
  return (
    <SpaceBetween size="s">
      <div className="explorer-tools">
        <div className="explorer-field">
          <Input
            type="search"
            ariaLabel="Search"
            value={criteria.text}
            onChange={({ detail }) => onCriteria({ text: detail.value })}
            placeholder="Find alias name, key ID or ARN"
            clearAriaLabel="Clear the search"
          />
        </div>
        <div className="explorer-field">
          <FocusChoice {...props} />
        </div>
        <SegmentedControl
          label="Regions shown"
          selectedId={face.regions}
          options={[
            { id: "all", text: "All Regions" },
            { id: "one", text: "This Region" },
          ]}
          onChange={({ detail }) => onFace({ regions: detail.selectedId === "one" ? "one" : "all" })}
        />
        <Button iconName="filter" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {chosen === 0 ? "Filters" : `Filters (${chosen})`}
        </Button>
        <div className="explorer-found">
          <span role="status">{props.found}</span>
          {criteria.isAwsHidden && (
            <Box fontSize="body-s" color="text-body-secondary">
              AWS managed ones hidden
            </Box>
          )}
        </div>
      </div>
      {isOpen && <MapFilters {...props} onChange={onCriteria} isOneRegion={face.regions === "one"} />}
    </SpaceBetween>
  );
}

const filtersIn = ({ types, usages, states, regions, tags, isOnlyDiffering }: Criteria): number =>
  [types, usages, states, regions, tags].filter(({ length }) => length > 0).length + (isOnlyDiffering ? 1 : 0);

/** How many names are offered at once: 100,000 options would freeze the list. */
const offered = 50;

function FocusChoice({ face, onFace, names, isApiName }: Props) {
  const focused = face.focus === undefined ? "" : nameText(face.focus, isApiName);
  const [typed, setTyped] = useState(focused);
  // The focus may also be set by the map or a link: the box then says so, and keeps the keyboard if it has it.
  const [told, setTold] = useState(focused);
  if (told !== focused) {
    setTold(focused);
    setTyped(focused);
  }
  const [isOpen, setOpen] = useState(false);
  const options = useMemo(() => (isOpen ? matching(names, typed, isApiName) : []), [isOpen, names, typed, isApiName]);
  const choose = (text: string): void => {
    const name = names.find(({ aliasName }) => nameText(aliasName, isApiName) === text)?.aliasName;
    // What is not there is asked for all the same: the page says that it is not there.
    onFace({ focus: text === "" ? undefined : (name ?? fullName(text)) });
  };
  return (
    <Autosuggest
      value={typed}
      options={options}
      filteringType="manual"
      onFocus={() => setOpen(true)}
      onChange={({ detail }) => {
        setTyped(detail.value);
        if (detail.value === "" && face.focus !== undefined) onFace({ focus: undefined });
      }}
      onSelect={({ detail }) => choose(detail.value)}
      enteredTextLabel={(text) => `Use: "${text}"`}
      ariaLabel="Focus on one alias"
      placeholder="Focus on one alias"
      clearAriaLabel="Clear the focus"
      empty="No alias found"
    />
  );
}

function matching(names: readonly LogicalAlias[], typed: string, isApiName: boolean): { value: string }[] {
  const isMatch = namePart(typed);
  const found: { value: string }[] = [];
  for (const { aliasName } of names) {
    if (found.length === offered) break;
    if (isMatch(aliasName)) found.push({ value: nameText(aliasName, isApiName) });
  }
  return found;
}
