// Exports what the page does to aliases: create, retarget and delete, the last two with Undo.
import { type AliasRecord, displayAlias, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import { type FlashText, showFlash } from "#store/flashes.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox } from "#store/sandbox.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { undoRefusal } from "./retarget-undo.ts";

export interface AliasCommands {
  /** @throws KmsError */
  create(aliasName: string, region: string, keyId: string): Promise<void>;
  /** @throws KmsError */
  retarget(alias: AliasRecord, keyId: string): Promise<void>;
  /** Refusals are told in the flash. */
  remove(aliases: readonly AliasRecord[]): Promise<void>;
}

type Targeted = AliasRecord & { readonly targetKeyId: string };

const hasTarget = (alias: AliasRecord): alias is Targeted => alias.targetKeyId !== undefined;
const subjectOf = (alias: AliasRecord): string => recordId(alias, alias.aliasName);
const nameOf = (alias: AliasRecord): string => `${displayAlias(alias.aliasName)} (${alias.region})`;
const named = (aliases: readonly AliasRecord[]): FlashText =>
  aliases.length === 1 && aliases[0]
    ? ["alias ", { strong: displayAlias(aliases[0].aliasName) }]
    : [{ strong: String(aliases.length) }, " aliases"];

export function useAliasCommands(): AliasCommands {
  const begin = useAction();
  const { worldStore } = useSandbox();
  const { account } = usePlace();

  const point = (action: Action, { aliasName, region }: AliasRecord, keyId: string) =>
    action.call("UpdateAlias", { AliasName: aliasName, TargetKeyId: keyId }, { region });

  /** Takes a retarget to `keyId` back, unless the alias points elsewhere by now. */
  const pointBack = async (alias: Targeted, keyId: string, flashId: string): Promise<void> => {
    const text = undoRefusal(worldStore.getState().world, alias, keyId);
    if (text) {
      showFlash({ id: flashId, type: "error", header: notUndone, text });
      return;
    }
    await runBatch<Targeted>(begin, {
      flashId,
      items: [alias],
      call: (action) => point(action, alias, alias.targetKeyId),
      ...{ nameOf, subjectOf },
      doing: "Undoing the change",
      succeeded: () => [...said(alias, alias.targetKeyId), " again."],
      failed: () => notUndone,
    });
  };

  const recreate = (aliases: readonly Targeted[], flashId: string): Promise<unknown> =>
    runBatch<Targeted>(begin, {
      flashId,
      items: aliases,
      call: (action, { aliasName, region, targetKeyId }) =>
        action.call("CreateAlias", { AliasName: aliasName, TargetKeyId: targetKeyId }, { region }),
      ...{ nameOf, subjectOf },
      doing: "Creating aliases again",
      succeeded: (done) => ["Successfully created ", ...named(done), " again."],
      failed: (failures, total) => `${failures} of ${total} aliases could not be created again`,
    });

  return {
    async create(aliasName, region, keyId) {
      const action = begin();
      await action.call("CreateAlias", { AliasName: aliasName, TargetKeyId: keyId }, { region });
      const text = ["Successfully created alias ", { strong: displayAlias(aliasName) }, "."];
      const subjects = [recordId({ account, region }, aliasName)];
      showFlash({ type: "success", text, subjects, calls: action.calls() });
    },
    async retarget(alias, keyId) {
      const action = begin();
      await point(action, alias, keyId);
      const flashId = newFlashId();
      showFlash({
        id: flashId,
        type: "success",
        text: [...said(alias, keyId), "."],
        subjects: [subjectOf(alias)],
        calls: action.calls(),
        ...(hasTarget(alias) ? { action: { text: "Undo", onClick: () => void pointBack(alias, keyId, flashId) } } : {}),
      });
    },
    async remove(aliases) {
      await runBatch(begin, {
        items: aliases,
        call: (action, { aliasName, region }) => action.call("DeleteAlias", { AliasName: aliasName }, { region }),
        ...{ nameOf, subjectOf },
        doing: "Deleting aliases",
        succeeded: (done) => ["Successfully deleted ", ...named(done), "."],
        failed: (failures, total) => `${failures} of ${total} aliases could not be deleted`,
        undo: (done, flashId) => () => void recreate(done.filter(hasTarget), flashId),
      });
    },
  };
}

const notUndone = "The change could not be undone";

const said = (alias: AliasRecord, keyId: string): FlashText => [
  ...["Alias ", { strong: displayAlias(alias.aliasName) }, " in ", alias.region, " points to key ", { strong: keyId }],
];

let count = 0;
function newFlashId(): string {
  count += 1;
  return `retarget-${count}`;
}
