// Exports the hooks that put a card on the bench, by a call through its alias, and take one away.
import { useState } from "react";
import { type ArtefactRecord, displayAlias, KmsError } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { showFlash } from "#store/flashes.ts";
import { useSandbox } from "#store/sandbox.ts";
import { useAction } from "#store/use-call.ts";
import { makeArtefact, type Wish } from "./make-artefact.ts";

interface Doing {
  readonly isBusy: boolean;
  /** Why it was refused last. */
  readonly error: string | undefined;
}

/** Runs what may be refused; answers whether it was done. Rejects only for a bug. */
function useDoing(): Doing & { readonly run: (work: () => Promise<void>) => Promise<boolean> } {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      return true;
    } catch (refusal) {
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, run };
}

export function useKeep(): Doing & { readonly keep: (wish: Wish) => Promise<boolean> } {
  const begin = useAction();
  const { engine } = useSandbox();
  const { run, ...doing } = useDoing();
  const keep = (wish: Wish): Promise<boolean> =>
    run(async () => {
      const action = begin();
      const artefact = await makeArtefact(action.call, wish);
      await engine.changeSandbox({ type: "KeepArtefact", artefact });
      showFlash({
        type: "success",
        text: [
          ...["Kept ", { strong: artefact.label }, " on the bench, made through alias "],
          ...[{ strong: displayAlias(artefact.aliasName) }, ` in ${artefact.region}.`],
        ],
        calls: action.calls(),
      });
    });
  return { ...doing, keep };
}

export function useRemove(): Doing & { readonly remove: (artefact: ArtefactRecord) => Promise<boolean> } {
  const { engine } = useSandbox();
  const { run, ...doing } = useDoing();
  const remove = ({ account, region, artefactId }: ArtefactRecord): Promise<boolean> =>
    run(() => engine.changeSandbox({ type: "RemoveArtefact", account, region, artefactId }));
  return { ...doing, remove };
}
