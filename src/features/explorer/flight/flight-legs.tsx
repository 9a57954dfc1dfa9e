// Exports FlightLegs: the hops of a flight, Region by Region, as far as it has come.
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Steps, { type StepsProps } from "@cloudscape-design/components/steps";
import { findRegion } from "#kms/index.ts";
import { IdentifierText } from "#ui/identifier-text.tsx";
import type { Hop, Leg } from "./plan.ts";

interface Props {
  readonly legs: readonly Leg[];
  /** How many hops of all legs are shown. */
  readonly position: number;
}

const names = {
  request: "Request",
  form: "Form of the key ID",
  place: "Account and Region",
  alias: "Alias",
  key: "Key",
  access: "Access",
  state: "Key state",
  usage: "Key usage",
  answer: "Answer",
} as const satisfies Record<Hop["step"], string>;

const looks = {
  ok: { status: "success", statusIconAriaLabel: "Passed" },
  failed: { status: "error", statusIconAriaLabel: "Failed" },
} as const satisfies Record<Hop["status"], Partial<StepsProps.Step>>;

const columns = 3;

export function FlightLegs({ legs, position }: Props) {
  const shown = legs.map(({ region, hops }, at) => {
    const before = legs.slice(0, at).reduce((count, leg) => count + leg.hops.length, 0);
    return { region, hops: hops.slice(0, Math.max(0, position - before)) };
  });
  return (
    <ColumnLayout columns={columns} minColumnWidth={240}>
      {shown.map(({ region, hops }) => (
        <SpaceBetween key={region} size="xs">
          <Box variant="h3">
            {findRegion(region)?.name ?? region} ({region})
          </Box>
          {hops.length === 0 ? (
            <Box color="text-body-secondary">Not reached yet.</Box>
          ) : (
            <Steps
              ariaLabel={`The call in ${region}`}
              steps={hops.map((hop) => ({
                ...looks[hop.status],
                header: names[hop.step],
                details: <HopDetails hop={hop} />,
              }))}
            />
          )}
        </SpaceBetween>
      ))}
    </ColumnLayout>
  );
}

function HopDetails({ hop: { text, refusal } }: { readonly hop: Hop }) {
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      <IdentifierText text={text} />
      {refusal !== undefined && (
        <Box color="text-status-error" fontSize="body-s" fontWeight="bold">
          <IdentifierText text={refusal} />
        </Box>
      )}
    </Box>
  );
}
