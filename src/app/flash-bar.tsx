// Exports the messages above the page, each with its own button and a way to the calls behind it.
import Button from "@cloudscape-design/components/button";
import Flashbar, { type FlashbarProps } from "@cloudscape-design/components/flashbar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { showCalls } from "#store/call-log.ts";
import { dismissFlash, type Flash, useFlashes } from "#store/flashes.ts";
import { EmphasisedText } from "#ui/emphasised-text.tsx";

function FlashButtons({ action, calls = [] }: Flash) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {action && <Button onClick={action.onClick}>{action.text}</Button>}
      {calls.length > 0 && <Button onClick={() => showCalls(calls)}>View API calls</Button>}
    </SpaceBetween>
  );
}

function toMessage(flash: Flash): FlashbarProps.MessageDefinition {
  const { id, type, header, text, action, calls } = flash;
  return {
    id,
    type: type === "in-progress" ? "info" : type,
    loading: type === "in-progress",
    ...(header === undefined ? {} : { header }),
    content: <EmphasisedText text={text} />,
    ...(action || calls?.length ? { action: <FlashButtons {...flash} /> } : {}),
    dismissible: type !== "in-progress",
    dismissLabel: "Dismiss message",
    onDismiss: () => dismissFlash(id),
    ariaRole: type === "error" ? "alert" : "status",
  };
}

export function FlashBar() {
  return <Flashbar stackItems items={useFlashes().map(toMessage)} />;
}
