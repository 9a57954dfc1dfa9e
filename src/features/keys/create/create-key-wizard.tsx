// Exports CreateKeyWizard: the steps, what lets one go on, and Finish. What is entered is kept in the tab's session storage.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Wizard, { type WizardProps } from "@cloudscape-design/components/wizard";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { LeaveGuard } from "#features/keys/leave-guard.tsx";
import type { Place } from "#kms/index.ts";
import { showCalls } from "#store/call-log.ts";
import { guardNavigation, useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { AdministratorsStep } from "./administrators-step.tsx";
import { ConfigureKeyStep } from "./configure-key-step.tsx";
import { draftPolicy, firstProblem, steps } from "./draft-problems.ts";
import { dropDraft, isTouched, type KeyDraft, keepDraft, newDraft, readDraft } from "./key-draft.ts";
import { LabelsStep } from "./labels-step.tsx";
import { isInStore } from "./origin-choices.ts";
import { PolicyStep } from "./policy-step.tsx";
import { RestoredNote } from "./restored-note.tsx";
import { ReviewStep } from "./review-step.tsx";
import { useCreateKey } from "./use-create-key.ts";
import { useInvalidFocus } from "./use-invalid-focus.ts";
import { UsersStep } from "./users-step.tsx";

export function CreateKeyWizard({ place }: { readonly place: Place }) {
  const { account } = place;
  const aliases = useWorld((world) => world.tables.aliases);
  const links = useLinks();
  const [restored] = useState(() => readDraft(place));
  const [isRestored, setRestored] = useState(restored !== undefined);
  const [draft, setDraft] = useState(restored ?? newDraft);
  /** The step in which something wrong kept the user from going on. */
  const [checked, setChecked] = useState<number>();
  const { create, isCreating, refusal, forgetRefusal } = useCreateKey();
  const { container, focusInvalid } = useInvalidFocus();
  const isOpen = useIsOpen();

  const change = (changed: Partial<KeyDraft>): void => {
    const next = { ...draft, ...changed };
    setDraft(next);
    keepDraft(place, next);
  };
  const edit = (changed: Partial<KeyDraft>): void => {
    change(changed);
    forgetRefusal();
  };
  const startOver = (): void => {
    edit(newDraft);
    setRestored(false);
    setChecked(undefined);
  };
  const stopAt = (problem: number): void => {
    setChecked(problem);
    change({ step: problem });
    focusInvalid();
  };
  const goTo = (requested: number): void => {
    const problem = firstProblem(draft, aliases, place, draft.step, requested);
    if (problem !== undefined) {
      stopAt(problem);
      return;
    }
    setChecked(undefined);
    change({ step: requested });
  };
  const finish = async (): Promise<void> => {
    const problem = firstProblem(draft, aliases, place, 0, steps.review);
    if (problem !== undefined) {
      stopAt(problem);
      return;
    }
    const { keySpec, keyUsage, origin, multiRegion, description, tags, alias } = draft;
    const input = {
      KeySpec: keySpec,
      KeyUsage: keyUsage,
      Origin: origin,
      MultiRegion: multiRegion,
      ...(isInStore(origin) ? { CustomKeyStoreId: draft.customKeyStoreId } : {}),
      ...(origin === "EXTERNAL_KEY_STORE" ? { XksKeyId: draft.xksKeyId } : {}),
      Description: description,
      Policy: draftPolicy(draft, account),
      Tags: tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })),
    };
    const keyId = await create(input, alias);
    if (keyId === undefined) return;
    dropDraft(place);
    if (!isOpen.current) return; // the user has gone elsewhere in the meantime and is left there
    guardNavigation(undefined);
    // A key without key material is of no use until its owner imports some.
    links.go(origin === "EXTERNAL" ? paths.key(keyId, "rotations") : paths.keys());
  };

  const common = { draft, account, onChange: edit };
  const reviewError = refusal && {
    errorText: (
      <SpaceBetween size="xs">
        <span>{refusal.text}</span>
        <Button onClick={() => showCalls(refusal.calls)}>View API calls</Button>
      </SpaceBetween>
    ),
  };
  const noted = (content: ReactNode) => (
    <SpaceBetween size="l">
      {isRestored && <RestoredNote onStartOver={startOver} onDismiss={() => setRestored(false)} />}
      {content}
    </SpaceBetween>
  );
  const wizardSteps: WizardProps.Step[] = [
    {
      title: "Configure key",
      content: noted(<ConfigureKeyStep {...common} isChecked={checked === steps.configure} />),
    },
    { title: "Add labels", content: noted(<LabelsStep {...common} isChecked={checked === steps.labels} />) },
    {
      title: "Define key administrative permissions",
      isOptional: true,
      content: noted(<AdministratorsStep {...common} isChecked={checked === steps.administrators} />),
    },
    {
      title: "Define key usage permissions",
      isOptional: true,
      content: noted(<UsersStep {...common} isChecked={checked === steps.users} />),
    },
    {
      title: "Edit key policy",
      isOptional: true,
      content: noted(
        <PolicyStep
          {...common}
          isChecked={checked === steps.policy}
          refusal={refusal?.isPolicy ? refusal.text : undefined}
        />,
      ),
    },
    {
      title: "Review",
      content: noted(<ReviewStep draft={draft} account={account} onEdit={(step) => change({ step })} />),
      ...reviewError,
    },
  ];
  return (
    <div ref={container}>
      <Wizard
        steps={wizardSteps}
        activeStepIndex={draft.step}
        allowSkipTo
        submitButtonText="Finish"
        isLoadingNextStep={isCreating}
        onNavigate={({ detail }) => goTo(detail.requestedStepIndex)}
        onCancel={() => links.go(paths.keys())}
        onSubmit={() => void finish()}
      />
      <LeaveGuard
        isDirty={isTouched(draft) && !isCreating}
        loss="The key is not created, and what you entered is not kept."
        onLeave={() => dropDraft(place)}
      />
    </div>
  );
}

function useIsOpen(): { readonly current: boolean } {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}
