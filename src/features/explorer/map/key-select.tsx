// Exports KeySelect: the keys of a Region to choose the target of an alias from. It draws 50 at a time; keys that cannot be
// chosen are shown with the reason.
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { useEffect, useMemo, useRef, useState } from "react";
import { parseKeyIdentifier } from "#kms/index.ts";
import { candidateOption, type KeyCandidate, matchesSearch } from "#store/key-candidates.ts";
import { usePlace } from "#store/location.ts";

interface Props {
  readonly candidates: readonly KeyCandidate[];
  readonly keyId: string | undefined;
  readonly onChoose: (keyId: string) => void;
  readonly label: string;
}

const portion = 50;

export function KeySelect({ candidates, keyId, onChoose, label }: Props) {
  const { account } = usePlace();
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(portion);
  const select = useRef<SelectProps.Ref>(null);
  // A modal gives the focus to its first button when it opens; what is asked for is here.
  useEffect(() => {
    const frame = requestAnimationFrame(() => select.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const elsewhere = elsewhereText(search, account, candidates[0]?.key.region);
  const found = useMemo(() => {
    if (elsewhere !== undefined) return [];
    const words = wordsOf(search);
    return candidates.filter((candidate) => matchesSearch(candidate, words));
  }, [candidates, search, elsewhere]);
  const options = useMemo(() => found.slice(0, shown).map(candidateOption), [found, shown]);
  const chosen = candidates.find(({ key }) => key.keyId === keyId);
  return (
    <Select
      ref={select}
      options={options}
      selectedOption={chosen ? candidateOption(chosen) : null}
      triggerVariant="option"
      filteringType="manual"
      filteringPlaceholder="Find keys by alias, key ID, ARN or key spec"
      filteringAriaLabel="Find keys by alias, key ID, ARN or key spec"
      placeholder="Choose a key"
      ariaLabel={label}
      expandToViewport
      statusType={found.length > shown ? "pending" : "finished"}
      empty={elsewhere ?? (search ? "No matches" : "There are no KMS keys in this Region.")}
      onLoadItems={({ detail }) => {
        setSearch(detail.filteringText.trim());
        setShown(detail.firstPage ? portion : shown + portion);
      }}
      onChange={({ detail }) => {
        if (detail.selectedOption.value !== undefined) onChoose(detail.selectedOption.value);
      }}
    />
  );
}

/** Of an ARN, what it names; `matchesSearch` wants lower case. */
function wordsOf(search: string): string {
  const asked = parseKeyIdentifier(search);
  return ("keyId" in asked ? asked.keyId : "aliasName" in asked ? asked.aliasName : search).toLowerCase();
}

/** An ARN says where its key is, and two places may have a key of the same ID; an alias never points out of its own. */
function elsewhereText(search: string, account: string, region: string | undefined): string | undefined {
  const asked = parseKeyIdentifier(search);
  if (!("account" in asked)) return undefined;
  const rule = "An alias and its key must be in the same account and Region.";
  if (asked.account !== account) return `Other account: ${asked.account}. ${rule}`;
  return region === undefined || asked.region === region ? undefined : `Other Region: ${asked.region}. ${rule}`;
}
