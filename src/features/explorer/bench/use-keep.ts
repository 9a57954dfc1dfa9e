// Exports the hooks that put a card on the bench, by a call through its alias, and take one away.
import { type ArtefactRecord, displayAlias } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { useSandbox } from "#store/sandbox.ts";
import { type Saving, useSaving } from "#store/use-saving.ts";
import { makeArtefact, type Wish } from "./make-artefact.ts";

type Doing = Pick<Saving, "isSaving" | "error">;

export function useKeep(): Doing & { readonly keep: (wish: Wish) => Promise<boolean> } {
  const { engine } = useSandbox();
  const { save, isSaving, error } = useSaving();
  const keep = (wish: Wish): Promise<boolean> =>
    save(async (action) => {
      const artefact = await makeArtefact(action.call, wish);
      await engine.changeSandbox({ type: "KeepArtefact", artefact });
      showFlash({
        type: "success",
        text: [
          ...["Kept ", { strong: artefact.label }, " on the bench, made through alias "],
          ...[{ strong: displayAlias(artefact.aliasName) }, ` in ${artefact.region}.`],
        ],
        calls: action.calls(),
        isPassing: true,
      });
    });
  return { isSaving, error, keep };
}

export function useRemove(): Doing & { readonly remove: (artefact: ArtefactRecord) => Promise<boolean> } {
  const { engine } = useSandbox();
  const { save, isSaving, error } = useSaving();
  const remove = ({ account, region, artefactId }: ArtefactRecord): Promise<boolean> =>
    // No call of KMS, so the action has none.
    save(() => engine.changeSandbox({ type: "RemoveArtefact", account, region, artefactId }));
  return { isSaving, error, remove };
}
