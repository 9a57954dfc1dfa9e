// Exports KeyChooser: a list with a search box to choose a key from. It draws 50 keys at a time, so that 10,000 keys open as
// fast as ten; keys that cannot be chosen are shown with the reason.
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { useMemo, useState } from "react";
import { candidateOption, type KeyCandidate, matchesSearch } from "#store/key-candidates.ts";

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
  const found = useMemo(() => candidates.filter((candidate) => matchesSearch(candidate, search)), [candidates, search]);
  const options = useMemo(() => groups(found, shown), [found, shown]);
  return (
    <Select
      options={options}
      selectedOption={chosen ? candidateOption(chosen) : null}
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

function groups(found: readonly KeyCandidate[], shown: number): SelectProps.Options {
  const usable = found.filter(({ reason }) => reason === undefined).length;
  const first = found.slice(0, Math.min(shown, usable)).map(candidateOption);
  const rest = found.slice(usable, Math.max(usable, shown)).map(candidateOption);
  return [
    ...(usable > 0 ? [{ label: `Keys that can be chosen (${usable})`, options: first }] : []),
    ...(rest.length > 0 ? [{ label: `Keys that cannot be chosen (${found.length - usable})`, options: rest }] : []),
  ];
}
