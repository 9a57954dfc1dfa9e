// Exports TimeSlider: the frame round what is shown of a moment. Below it a bar like a player's drags, steps and plays through the
// moments of the workspace at which an alias or a key was changed.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Icon from "@cloudscape-design/components/icon";
import LiveRegion from "@cloudscape-design/components/live-region";
import Popover from "@cloudscape-design/components/popover";
import Slider from "@cloudscape-design/components/slider";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReactNode } from "react";
import { type Tick, tickText } from "./history.ts";
import { HistoryStart } from "./history-start.tsx";
import { PastBanner } from "./past-banner.tsx";
import { useTimeTravel } from "./shown-world.tsx";
import { tickTime } from "./tick-time.ts";
import { usePlaying } from "./use-playing.ts";
import { useReducedMotion } from "./use-reduced-motion.ts";

interface Props {
  /** What is shown of the moment: it stands between the banner and the bar. */
  readonly children: ReactNode;
}

/** More marks than this would run together. */
const markedTicks = 40;
const stepMs = 1_200;

export function TimeSlider({ children }: Props) {
  const { ticks, moment, history, show } = useTimeTravel();
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
      <div className="time-frame" data-past={moment ? "" : undefined}>
        {children}
        <div className="time-place">
          <Container disableContentPaddings>
            <section className="time-bar" aria-label="Time">
              <Button
                variant="icon"
                iconName="angle-left"
                ariaLabel="One change back"
                disabled={at <= 0}
                disabledReason="There is no earlier change."
                onClick={() => step(at - 1)}
              />
              {player.isPlaying ? (
                <Button variant="icon" iconName="pause" ariaLabel="Pause" onClick={player.stop} />
              ) : (
                <Button
                  variant="icon"
                  iconName="play"
                  ariaLabel="Play"
                  disabled={last < 1 || isStill}
                  disabledReason={
                    isStill ? "Your system asks for less motion: go step by step." : "There is no change to play."
                  }
                  onClick={play}
                />
              )}
              <Button
                variant="icon"
                iconName="angle-right"
                ariaLabel="One change forward"
                disabled={!moment}
                disabledReason="This is how things are now."
                onClick={() => step(at + 1)}
              />
              {last >= 1 && (
                <div className="time-moments">
                  <Slider
                    ariaLabel="Moment"
                    min={0}
                    max={last}
                    step={1}
                    value={at}
                    tickMarks={last <= markedTicks}
                    valueFormatter={(index) => (index === last ? "Now" : tickTime(ticks, index))}
                    onChange={({ detail }) => step(detail.value)}
                  />
                </div>
              )}
              <div className="time-words">
                <LiveRegion>
                  <WhatIsShown />
                </LiveRegion>
              </div>
              <Button disabled={!moment} disabledReason="This is how things are now." onClick={() => step(last)}>
                Now
              </Button>
              <Popover triggerType="custom" header="Time" position="top" renderWithPortal content={<AboutTime />}>
                <Button variant="icon" iconName="status-info" ariaLabel="About the moments" />
              </Popover>
            </section>
          </Container>
        </div>
      </div>
      {history.error !== undefined && <HistoryStart />}
    </SpaceBetween>
  );
}

function AboutTime() {
  return (
    <SpaceBetween size="xs">
      <Box>Each step is a call that changed an alias or a key. What is past can be looked at, not changed.</Box>
      <HistoryStart />
    </SpaceBetween>
  );
}

function WhatIsShown() {
  const { ticks, moment, isSought, history } = useTimeTravel();
  if (isSought && history.error !== undefined)
    return <StatusIndicator type="error">The moment could not be read</StatusIndicator>;
  if (isSought) return <StatusIndicator type="loading">Looking for the moment</StatusIndicator>;
  // No StatusIndicator: it breaks the names of aliases anywhere.
  return (
    <Box fontSize="body-s" color={moment ? "text-status-info" : "text-status-success"}>
      <Icon name={moment ? "status-info" : "status-positive"} size="small" />{" "}
      {moment ? `${tickTime(ticks, ticks.indexOf(moment))}: ${tickText(moment)}` : nowText(ticks.at(-1))}
    </Box>
  );
}

function nowText(lastChange: Tick | undefined): string {
  return lastChange ? `You see how things are now, after ${lastChange.text}.` : "You see how things are now.";
}
