// Exports the "Key actions" menu, which the key list and the key's own page share.
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { lazy, Suspense, useState } from "react";
import type { KeyRecord } from "#kms/index.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { type KeyMenuId, keyMenu } from "./key-menu.ts";
import { useKeyCommands } from "./use-key-commands.ts";

// The dialogs are asked for seldom, and their parts weigh on the first load.
const DisableKeysModal = lazy(async () => ({ default: (await import("./disable-keys-modal.tsx")).DisableKeysModal }));
const DeleteMaterialModal = lazy(async () => ({
  default: (await import("#features/keys/material/delete-material-modal.tsx")).DeleteMaterialModal,
}));

interface KeyActionsProps {
  readonly keys: readonly KeyRecord[];
  /** Where Cancel of a following page leads back to. */
  readonly from: "list" | "key";
}

export function KeyActions({ keys, from }: KeyActionsProps) {
  const { enable, disable, cancelDeletion } = useKeyCommands();
  const links = useLinks();
  const [disabling, setDisabling] = useState<readonly KeyRecord[]>();
  const [losingMaterial, setLosingMaterial] = useState<readonly KeyRecord[]>();
  const keyIds = keys.map(({ keyId }) => keyId);
  const run: Readonly<Record<KeyMenuId, () => void>> = {
    enable: () => void enable(keys),
    disable: () => setDisabling(keys),
    "schedule-deletion": () => links.go(paths.scheduleDeletion(keyIds, from)),
    "cancel-deletion": () => void cancelDeletion(keys),
    "delete-material": () => setLosingMaterial(keys),
    tags: () => links.go(paths.key(keyIds[0] ?? "", "tags")),
  };
  return (
    <>
      <ButtonDropdown
        items={keyMenu(keys).map(({ id, text, disabledReason }) =>
          disabledReason === undefined ? { id, text } : { id, text, disabled: true, disabledReason },
        )}
        {...(keys.length === 0 ? { disabled: true, disabledReason: "Select at least one key." } : {})}
        expandToViewport
        onItemClick={({ detail }) => run[detail.id as KeyMenuId]() /* the items are those of keyMenu */}
      >
        Key actions
      </ButtonDropdown>
      {disabling && (
        <Suspense>
          <DisableKeysModal
            keys={disabling}
            onCancel={() => setDisabling(undefined)}
            onConfirm={() => {
              setDisabling(undefined);
              void disable(disabling);
            }}
          />
        </Suspense>
      )}
      {losingMaterial && (
        <Suspense>
          <DeleteMaterialModal keys={losingMaterial} onClose={() => setLosingMaterial(undefined)} />
        </Suspense>
      )}
    </>
  );
}
