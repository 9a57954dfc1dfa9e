// Exports ClockTab: what time it is in the sandbox, and the way into its future.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useState } from "react";
import { clockOffset } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { dayMs, daysProblem, daysText } from "./clock-days.ts";
import { MoveClockModal } from "./move-clock-modal.tsx";

export function ClockTab() {
  const offset = useWorld(clockOffset);
  const now = useSandboxTime();
  const [days, setDays] = useState("7");
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const problem = daysProblem(days);
  return (
    <Container
      header={
        <Header description="Waiting periods are counted by this clock, so that you need not wait: move it forward, and what falls due happens.">
          Sandbox clock
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={2}
          items={[
            { label: "Sandbox time", value: formatTime(now) },
            { label: "Ahead of real time", value: offset === 0 ? "Not ahead" : daysText(offset / dayMs) },
          ]}
        />
        <FormField
          label="Move forward by"
          description="In days."
          constraintText={
            problem === undefined ? `It will be ${formatTime(now + Number(days) * dayMs)}.` : "1 to 3,650 days."
          }
          errorText={isTried ? problem : undefined}
          secondaryControl={
            <Button
              onClick={() => {
                setTried(true);
                setAsking(problem === undefined);
              }}
            >
              Move forward
            </Button>
          }
        >
          <Input type="number" inputMode="numeric" value={days} onChange={({ detail }) => setDays(detail.value)} />
        </FormField>
        <Alert type="info">
          The clock cannot go back: what has fallen due cannot be undone by time. Export the workspace first if you may
          want to return.
        </Alert>
      </SpaceBetween>
      {isAsking && <MoveClockModal days={Number(days)} onClose={() => setAsking(false)} />}
    </Container>
  );
}

/** The text shows minutes; a second late is early enough. */
const tickMs = 1_000;

/** Sandbox time now, epoch milliseconds; it also follows a move of the clock, by whichever tab. */
function useSandboxTime(): number {
  const { engine } = useSandbox();
  const [now, setNow] = useState(() => engine.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(engine.now()), tickMs);
    return () => clearInterval(timer);
  }, [engine]);
  return now;
}
