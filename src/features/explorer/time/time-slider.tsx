// Exports TimeSlider: drags, steps and plays through the moments of the workspace at which an alias or a key was changed.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import Slider from "@cloudscape-design/components/slider";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Change } from "#features/explorer/types.ts";
import { formatTime } from "#lib/time-text.ts";
import { ChangesSince } from "./changes-since.tsx";
import { type Tick, tickText } from "./history.ts";
import { HistoryStart } from "./history-start.tsx";
import { PastBanner } from "./past-banner.tsx";
import { useTimeTravel } from "./shown-world.tsx";
import { usePlaying } from "./use-playing.ts";
import { useReducedMotion } from "./use-reduced-motion.ts";

interface Props {
  /** Asks for a change in the present: a target that is to be restored. */
  readonly onChange: (change: Change) => void;
}

/** More marks than this would run together. */
const markedTicks = 40;
const stepMs = 1_200;

export function TimeSlider({ onChange }: Props) {
  const { ticks, moment, show } = useTimeTravel();
  const isStill = useReducedMotion();
  const last = ticks.length - 1;
  const at = moment ? ticks.indexOf(moment) : last;
  /** The last moment is as things are now: going there means to come back, and to follow what happens next. */
  const go = (index: number): void => show(index < last ? ticks[Math.max(0, index)]?.seq : undefined);
  const player = usePlaying(stepMs, moment !== undefined, () => {
    if (at + 1 >= last) player.stop();
    go(at + 1);
  });
  const play = (): void => {
    if (!moment) go(0);
    player.start();
  };
  const step = (index: number): void => {
    player.stop();
    go(index);
  };
  return (
    <SpaceBetween size="s">
      <PastBanner onNow={() => step(last)} />
      <Container
        header={
          <Header
            variant="h2"
            description="Each step is a call that changed an alias or a key. What is past can be looked at, not changed."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  iconName="angle-left"
                  ariaLabel="One change back"
                  disabled={at <= 0}
                  disabledReason="There is no earlier change."
                  onClick={() => step(at - 1)}
                />
                {player.isPlaying ? (
                  <Button iconName="pause" onClick={player.stop}>
                    Pause
                  </Button>
                ) : (
                  <Button
                    iconName="play"
                    disabled={last < 1 || isStill}
                    disabledReason={
                      isStill ? "Your system asks for less motion: go step by step." : "There is no change to play."
                    }
                    onClick={play}
                  >
                    Play
                  </Button>
                )}
                <Button
                  iconName="angle-right"
                  ariaLabel="One change forward"
                  disabled={!moment}
                  disabledReason="This is how things are now."
                  onClick={() => step(at + 1)}
                />
                <Button disabled={!moment} disabledReason="This is how things are now." onClick={() => step(last)}>
                  Now
                </Button>
              </SpaceBetween>
            }
          >
            Time
          </Header>
        }
      >
        <SpaceBetween size="s">
          {last >= 1 && (
            <Slider
              ariaLabel="Moment"
              min={0}
              max={last}
              step={1}
              value={at}
              tickMarks={last <= markedTicks}
              valueFormatter={(index) => labelOf(index, last, ticks[index]?.at)}
              onChange={({ detail }) => step(detail.value)}
            />
          )}
          <LiveRegion>
            <Box>
              <WhatIsShown />
            </Box>
          </LiveRegion>
          <HistoryStart />
          {moment && <ChangesSince onChange={onChange} />}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function labelOf(index: number, last: number, at: number | undefined): string {
  return index === last || at === undefined ? "Now" : formatTime(at);
}

function WhatIsShown() {
  const { ticks, moment, isSought } = useTimeTravel();
  if (isSought) return <StatusIndicator type="loading">Looking for the moment</StatusIndicator>;
  if (!moment) return <StatusIndicator type="success">{nowText(ticks.at(-1))}</StatusIndicator>;
  return (
    <StatusIndicator type="info">
      {formatTime(moment.at)}: {tickText(moment)}
    </StatusIndicator>
  );
}

function nowText(lastChange: Tick | undefined): string {
  return lastChange ? `You see how things are now, after ${lastChange.text}.` : "You see how things are now.";
}
