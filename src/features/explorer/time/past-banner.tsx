// Exports PastBanner: says that what is seen is past, or that a moment which was asked for is not kept or could not be read.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { tickText } from "./history.ts";
import { useTimeTravel } from "./shown-world.tsx";
import { tickTime } from "./tick-time.ts";

export function PastBanner({ onNow }: { readonly onNow: () => void }) {
  const { ticks, moment, isLost, isSought, history } = useTimeTravel();
  const isUnread = isSought && history.error !== undefined;
  if (!moment && !isLost && !isUnread) return null;
  const back = <Button onClick={onNow}>Back to now</Button>;
  if (isUnread)
    return (
      <Alert type="warning" header="This moment could not be read" action={back}>
        The history of this workspace could not be read back to the moment of the link; try again below. You see how
        things are now.
      </Alert>
    );
  if (!moment)
    return (
      <Alert type="warning" header="This moment is not kept" action={back}>
        The link leads to a moment that this workspace has no history of. You see how things are now.
      </Alert>
    );
  return (
    <Alert
      type="warning"
      header={`You are looking at ${tickTime(ticks, ticks.indexOf(moment))}, read-only`}
      action={back}
    >
      {tickText(moment)}. What happens meanwhile does not change this view.
    </Alert>
  );
}
