// Exports KeySelect: the keys of a Region to choose the target of an alias from. It draws 50 at a time; keys that cannot be
// chosen are shown with the reason.
import Select from "@cloudscape-design/components/select";
import { useMemo, useState } from "react";
import { candidateOption, type KeyCandidate, matchesSearch } from "#store/key-candidates.ts";

interface Props {
  readonly candidates: readonly KeyCandidate[];
  readonly keyId: string | undefined;
  readonly onChoose: (keyId: string) => void;
  readonly label: string;
}

const portion = 50;

export function KeySelect({ candidates, keyId, onChoose, label }: Props) {
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(portion);
  const found = useMemo(() => candidates.filter((candidate) => matchesSearch(candidate, search)), [candidates, search]);
  const options = useMemo(() => found.slice(0, shown).map(candidateOption), [found, shown]);
  const chosen = candidates.find(({ key }) => key.keyId === keyId);
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
      empty={search ? "No matches" : "There are no KMS keys in this Region."}
      onLoadItems={({ detail }) => {
        setSearch(detail.filteringText.trim().toLowerCase());
        setShown(detail.firstPage ? portion : shown + portion);
      }}
      onChange={({ detail }) => {
        if (detail.selectedOption.value !== undefined) onChoose(detail.selectedOption.value);
      }}
    />
  );
}
