// Exports KeyChooser: a list with a search box to choose a key from. It draws 50 keys at a time, so that 10,000 keys open as
// fast as ten; keys that cannot be chosen are shown with the reason.
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { useMemo, useState } from "react";
import { displayAlias } from "#kms/index.ts";
import type { KeyCandidate } from "#store/key-candidates.ts";
import { statusText, usageText } from "#store/key-texts.ts";

interface Props {
  readonly candidates: readonly KeyCandidate[];
  readonly chosen: KeyCandidate | undefined;
  readonly onChoose: (candidate: KeyCandidate) => void;
  readonly label: string;
}

const portion = 50;

export function KeyChooser({ candidates, chosen, onChoose, label }: Props) {
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(portion);
  const found = useMemo(() => candidates.filter((candidate) => matches(candidate, search)), [candidates, search]);
  const options = useMemo(() => groups(found, shown), [found, shown]);
  return (
    <Select
      options={options}
      selectedOption={chosen ? optionOf(chosen) : null}
      triggerVariant="option"
      filteringType="manual"
      filteringPlaceholder="Find keys by alias, key ID or key spec"
      filteringAriaLabel="Find keys by alias, key ID or key spec"
      placeholder="Choose a key"
      ariaLabel={label}
      expandToViewport
      statusType={found.length > shown ? "pending" : "finished"}
      finishedText={found.length > portion ? `End of ${found.length} keys` : ""}
      empty={search ? "No matches" : "There are no KMS keys in this Region."}
      onLoadItems={({ detail }) => {
        setSearch(detail.filteringText.trim().toLowerCase());
        setShown(detail.firstPage ? portion : shown + portion);
      }}
      onChange={({ detail }) => {
        const candidate = candidates.find(({ key }) => key.keyId === detail.selectedOption.value);
        if (candidate) onChoose(candidate);
      }}
    />
  );
}

function matches({ key, aliases }: KeyCandidate, search: string): boolean {
  if (search === "") return true;
  if (key.keyId.includes(search) || key.keySpec.toLowerCase().includes(search)) return true;
  return aliases.some((aliasName) => aliasName.toLowerCase().includes(search));
}

function groups(found: readonly KeyCandidate[], shown: number): SelectProps.Options {
  const usable = found.filter(({ reason }) => reason === undefined).length;
  const first = found.slice(0, Math.min(shown, usable)).map(optionOf);
  const rest = found.slice(usable, Math.max(usable, shown)).map(optionOf);
  return [
    ...(usable > 0 ? [{ label: `Keys that can be chosen (${usable})`, options: first }] : []),
    ...(rest.length > 0 ? [{ label: `Keys that cannot be chosen (${found.length - usable})`, options: rest }] : []),
  ];
}

function optionOf({ key, aliases, reason }: KeyCandidate): SelectProps.Option {
  const more = aliases.length > 1 ? ` (+${aliases.length - 1} more)` : "";
  return {
    value: key.keyId,
    label: aliases[0] === undefined ? "No alias" : `${displayAlias(aliases[0])}${more}`,
    labelTag: key.keySpec,
    description: key.keyId,
    tags: [usageText(key.keyUsage), statusText(key), ...(reason === undefined ? [] : [`Not possible: ${reason}`])],
    ...(reason === undefined ? {} : { disabled: true, disabledReason: reason }),
  };
}
