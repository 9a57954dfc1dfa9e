// Exports what stands in the way of leaving a step of the wizard.

import { descriptionProblem } from "#features/keys/description-problem.ts";
import { consolePolicy } from "#features/keys/policy/console-policy.ts";
import { areAccountsValid } from "#features/keys/policy/other-accounts.tsx";
import { policyText, readPolicyText } from "#features/keys/policy/policy-document.ts";
import type { AliasRecord, Place, Table } from "#kms/index.ts";
import { aliasNameProblem } from "#store/alias-name.ts";
import type { KeyDraft } from "./key-draft.ts";
import { isInStore } from "./origin-choices.ts";

/** The steps by number, from 0. */
export const steps = { configure: 0, labels: 1, administrators: 2, users: 3, policy: 4, review: 5 } as const;

/** The policy of the key to be: as edited, else as the choices make it. */
export function draftPolicy(draft: KeyDraft, account: string): string {
  return draft.policy ?? policyText(consolePolicy({ ...draft, account }, draft));
}

/** Each origin but the recommended one asks for something more. */
function isOriginComplete({ origin, understandsImport, customKeyStoreId, xksKeyId }: KeyDraft): boolean {
  if (origin === "EXTERNAL") return understandsImport;
  if (origin === "EXTERNAL_KEY_STORE" && xksKeyId === "") return false;
  return !isInStore(origin) || customKeyStoreId !== "";
}

/** The first step of `from` to `before` that is not in order; undefined if all are. */
export function firstProblem(
  draft: KeyDraft,
  aliases: Table<AliasRecord>,
  place: Place,
  from: number,
  before: number,
): number | undefined {
  const isInOrder: Readonly<Record<number, () => boolean>> = {
    [steps.configure]: () => isOriginComplete(draft),
    [steps.labels]: () =>
      !aliasNameProblem(aliases, place, draft.alias) && !descriptionProblem(draft.description) && draft.areTagsValid,
    [steps.users]: () => areAccountsValid(place.account, draft.otherAccounts),
    [steps.policy]: () => draft.policy === undefined || readPolicyText(draft.policy).type === "policy",
  };
  for (let step = from; step < before; step += 1) if (isInOrder[step]?.() === false) return step;
  return undefined;
}
