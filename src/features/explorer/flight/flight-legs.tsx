// Exports FlightLegs: the hops of a flight, Region by Region, as far as it has come. Open are the Region that the flight is in and
// those in which it has failed; the user may open and close any. And HopText and hopNames, a hop in words.
import "./flight.css";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { findRegion } from "#kms/index.ts";
import { IdentifierText } from "#ui/identifier-text.tsx";
import type { Hop, Leg } from "./plan.ts";

interface Props {
  readonly legs: readonly Leg[];
  /** How many hops of all legs are shown. */
  readonly position: number;
}

/** What the user has opened and closed of one flight. */
interface Touched {
  readonly legs: readonly Leg[];
  readonly byHand: ReadonlyMap<string, boolean>;
}

export const hopNames = {
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

export function FlightLegs({ legs, position }: Props) {
  const [touched, touch] = useState<Touched>({ legs, byHand: new Map() });
  const byHand = touched.legs === legs ? touched.byHand : new Map<string, boolean>();
  let before = 0;
  return (
    <div>
      {legs.map((leg) => {
        const { region, hops } = leg;
        const shown = hops.slice(0, Math.max(0, position - before));
        const isHere = position > before && position <= before + hops.length;
        before += hops.length;
        const isFailed = shown.some(({ refusal }) => refusal !== undefined);
        return (
          <ExpandableSection
            key={region}
            headingTagOverride="h3"
            headerText={`${findRegion(region)?.name ?? region} (${region})`}
            headerActions={<LegStatus leg={leg} shown={shown} />}
            expanded={byHand.get(region) ?? (isHere || isFailed)}
            onChange={({ detail }) => touch({ legs, byHand: new Map(byHand).set(region, detail.expanded) })}
          >
            {shown.length === 0 ? (
              <Box color="text-body-secondary">The flight has not come here yet.</Box>
            ) : (
              <ol className="flight-hops" aria-label={`The call in ${region}`}>
                {shown.map((hop, at) => (
                  <li key={hop.step} aria-current={isHere && at === shown.length - 1 ? "step" : undefined}>
                    <StatusIndicator
                      type={hop.status === "ok" ? "success" : "error"}
                      iconAriaLabel={hop.status === "ok" ? "Passed" : "Failed"}
                    >
                      {hopNames[hop.step]}
                    </StatusIndicator>
                    <HopText hop={hop} />
                  </li>
                ))}
              </ol>
            )}
          </ExpandableSection>
        );
      })}
    </div>
  );
}

function LegStatus({ leg, shown }: { readonly leg: Leg; readonly shown: readonly Hop[] }) {
  if (shown.length === 0) return <StatusIndicator type="pending">Not reached yet</StatusIndicator>;
  const failed = shown.find(({ refusal }) => refusal !== undefined);
  if (failed) return <StatusIndicator type="error">Failed at: {hopNames[failed.step]}</StatusIndicator>;
  if (shown.length < leg.hops.length) return <StatusIndicator type="in-progress">On its way</StatusIndicator>;
  return <StatusIndicator type="success">Answered</StatusIndicator>;
}

/** What happens on a hop, and what KMS answers where it fails. */
export function HopText({ hop: { text, refusal } }: { readonly hop: Hop }) {
  return (
    <div>
      <IdentifierText text={text} />
      {refusal !== undefined && (
        <Box color="text-status-error" fontWeight="bold">
          <IdentifierText text={refusal} />
        </Box>
      )}
    </div>
  );
}
