// Exports OpenGroupDialog: chooses the key to be looked at of a group whose aliases or keys have no common name to search for.
import FormField from "@cloudscape-design/components/form-field";
import { useMemo, useState } from "react";
import type { AliasGroup, KeyGroup } from "#features/explorer/model/group.ts";
import type { KeyCandidate } from "#store/key-candidates.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { KeySelect } from "./key-select.tsx";
import { RoomForList } from "./room-for-list.tsx";

interface Props {
  readonly group: AliasGroup | KeyGroup;
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
}

export function OpenGroupDialog({ group, onSearch, onClose }: Props) {
  const [keyId, setKeyId] = useState<string>();
  const candidates = useMemo(() => keysOf(group), [group]);
  return (
    <ConfirmModal
      title={`Open ${group.text}`}
      confirmText="Show"
      disabledReason={keyId === undefined ? "Choose the key to be shown." : undefined}
      onConfirm={() => {
        if (keyId === undefined) return;
        onClose();
        onSearch(keyId);
      }}
      onCancel={onClose}
    >
      <RoomForList>
        <FormField label="Key" stretch description="The map then shows this key and its aliases one by one.">
          <KeySelect label="Key" candidates={candidates} keyId={keyId} onChoose={setKeyId} />
        </FormField>
      </RoomForList>
    </ConfirmModal>
  );
}

/** Those with an alias first. */
function keysOf(group: AliasGroup | KeyGroup): readonly KeyCandidate[] {
  if (group.type === "keyGroup") {
    const candidates = group.keys.map(
      ({ key, aliases }): KeyCandidate => ({ key, aliases, reason: undefined, caution: undefined }),
    );
    return candidates.sort((a, b) => Number(b.aliases.length > 0) - Number(a.aliases.length > 0));
  }
  const byKey = new Map<string, { readonly key: KeyCandidate["key"]; readonly aliases: string[] }>();
  for (const { key, alias } of group.aliases) {
    if (!key) continue;
    const known = byKey.get(key.keyId);
    if (known) known.aliases.push(alias.aliasName);
    else byKey.set(key.keyId, { key, aliases: [alias.aliasName] });
  }
  return [...byKey.values()].map((found) => ({ ...found, reason: undefined, caution: undefined }));
}
