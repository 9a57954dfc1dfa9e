// Exports ResolutionPanel: how KMS gets from a key identifier to a key, step by step, as it stands now.
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Steps, { type StepsProps } from "@cloudscape-design/components/steps";
import type { KeyRecord, ResolutionStep, ResolutionStepName } from "#kms/index.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";
import { IdentifierText } from "#ui/identifier-text.tsx";
import type { FormKeys } from "./algorithm-choice.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import type { KeyResolution } from "./resolve-form-keys.ts";

const stepNames: Readonly<Record<ResolutionStepName, string>> = {
  form: "Form of the key ID",
  place: "Account and Region",
  alias: "Alias",
  key: "Key",
  access: "Access",
  state: "Key state",
  usage: "Key usage",
};

const looks = {
  ok: { status: "success", statusIconAriaLabel: "Passed" },
  failed: { status: "error", statusIconAriaLabel: "Refused" },
  skipped: { status: "stopped", statusIconAriaLabel: "Skipped" },
} as const satisfies Record<ResolutionStep["status"], Partial<StepsProps.Step>>;

interface Props {
  readonly operation: CryptoOperation;
  readonly resolutions: readonly KeyResolution[];
  readonly keys: FormKeys;
}

export function ResolutionPanel({ operation, resolutions, keys }: Props) {
  return (
    <Container
      header={
        <Header variant="h2" description="Every call walks this way anew, so a retargeted alias counts at once.">
          How the key ID is resolved
        </Header>
      }
    >
      <SpaceBetween size="l">
        {resolutions.length === 0 && <Box color="text-body-secondary">{operation} uses no KMS key.</Box>}
        {resolutions.map((resolution) => (
          <Resolution
            key={resolution.field.member}
            operation={operation}
            resolution={resolution}
            isOneOfMany={resolutions.length > 1}
            found={keys[resolution.field.member]}
          />
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface ResolutionProps {
  readonly operation: CryptoOperation;
  readonly resolution: KeyResolution;
  readonly isOneOfMany: boolean;
  readonly found: KeyRecord | undefined;
}

function Resolution({ operation, resolution: { field, steps }, isOneOfMany, found }: ResolutionProps) {
  const isEmpty = steps.length === 0;
  return (
    <SpaceBetween size="s">
      {isOneOfMany && <Box variant="h3">{field.label}</Box>}
      {isEmpty ? (
        <Box color="text-body-secondary">{field.whenEmpty ?? "Enter a key ID to see how KMS finds the key."}</Box>
      ) : (
        <SpaceBetween size="s">
          <LiveRegion>
            <Box fontWeight="bold">
              <Verdict operation={operation} steps={steps} />
            </Box>
          </LiveRegion>
          <Steps
            ariaLabel={`How the ${field.label} is resolved`}
            steps={steps.map((step) => ({
              ...looks[step.status],
              header: stepNames[step.step],
              details: <StepDetails step={step} found={found} />,
            }))}
          />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

function Verdict({
  operation,
  steps,
}: {
  readonly operation: CryptoOperation;
  readonly steps: readonly ResolutionStep[];
}) {
  const refused = steps.find(({ error }) => error)?.error;
  const keyId = steps.findLast((step) => step.keyId)?.keyId;
  return refused ? (
    <StatusIndicator type="error">
      {operation} will answer {refused.code}
    </StatusIndicator>
  ) : (
    <StatusIndicator type="success">
      <IdentifierText text={`${operation} will use key ${keyId}`} />
    </StatusIndicator>
  );
}

function StepDetails({ step, found }: { readonly step: ResolutionStep; readonly found: KeyRecord | undefined }) {
  const { href } = useLinks();
  const isFoundHere = step.step === "key" && found !== undefined && step.status === "ok";
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      <IdentifierText text={step.text} />
      {isFoundHere && (
        <>
          {" "}
          <AppLink
            href={href(found.keyManager === "AWS" ? paths.awsKey(found.keyId) : paths.key(found.keyId), {
              account: found.account,
            })}
            fontSize="body-s"
          >
            View key
          </AppLink>
        </>
      )}
    </Box>
  );
}
