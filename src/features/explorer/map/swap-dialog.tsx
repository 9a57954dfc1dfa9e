// Exports SwapDialog: chooses the alias to swap keys with (blue/green). Two calls one after the other, which it says.
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useMemo, useState } from "react";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { displayAlias } from "#kms/index.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { type SwapCandidate, swapCandidates } from "./swap-candidates.ts";

interface Props {
  readonly node: AliasNode;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

const optionOf = ({ alias, name, reason }: SwapCandidate) => ({
  value: alias.aliasName,
  label: name,
  description: reason === undefined ? (alias.targetKeyId ?? "-") : `Not possible: ${reason}`,
  ...(reason === undefined ? {} : { disabled: true, disabledReason: reason }),
});

export function SwapDialog({ node: { id, alias: openedOn }, onChange, onClose }: Props) {
  const world = useWorld((all) => all);
  const [otherName, setOtherName] = useState<string>();
  const alias = world.tables.aliases.get(id);
  const candidates = useMemo(() => (alias ? swapCandidates(world, alias) : []), [world, alias]);
  const options = useMemo(() => candidates.map(optionOf), [candidates]);
  const chosen = candidates.find((each) => each.alias.aliasName === otherName && each.reason === undefined);
  return (
    <ConfirmModal
      title={`Swap alias ${displayAlias(openedOn.aliasName)}`}
      confirmText="Preview"
      error={alias ? undefined : "The alias has been deleted in the meantime."}
      disabledReason={chosen ? undefined : "Choose the alias to swap with."}
      onConfirm={() => {
        if (!chosen) return;
        const { region, aliasName } = openedOn;
        onClose();
        onChange({ type: "swap", region, aliasName, otherName: chosen.alias.aliasName });
      }}
      onCancel={onClose}
    >
      <FormField label="Swap with" stretch description={`Aliases in ${openedOn.region}.`}>
        <Select
          options={options}
          selectedOption={chosen ? optionOf(chosen) : null}
          filteringType="auto"
          virtualScroll
          placeholder="Choose an alias"
          ariaLabel="Swap with"
          expandToViewport
          empty="There is no other alias in this Region."
          onChange={({ detail }) => setOtherName(detail.selectedOption.value)}
        />
      </FormField>
      <Alert type="info">
        AWS KMS has no call that swaps two aliases: these are two UpdateAlias calls. In the moment between them both
        aliases point to the same key.
      </Alert>
    </ConfirmModal>
  );
}
