// Exports CallLogPanel: the API calls that this page has made, and each of them as CLI line, SDK code and JSON. The app shows
// it in the split panel; nothing of it is kept.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Grid from "@cloudscape-design/components/grid";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { useMemo, useState } from "react";
import { type LoggedCall, showCalls, useCallLog } from "#store/call-log.ts";
import { CallDetails } from "./call-details.tsx";
import { CallList } from "./call-list.tsx";

export function CallLogPanel() {
  const { calls, focus } = useCallLog();
  const [chosenId, setChosenId] = useState<string>();
  const shown = useMemo(() => newestFirst(calls, focus), [calls, focus]);
  // What was chosen may not be among the calls of another message: then the newest is shown.
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  return (
    <SplitPanel
      header="API calls"
      closeBehavior="hide"
      hidePreferencesButton
      headerDescription={
        focus
          ? `The calls behind one message: ${shown.length} of ${calls.length}.`
          : "What this page has asked of AWS KMS. The calls are forgotten when the page is closed."
      }
      {...(focus ? { headerActions: <Button onClick={() => showCalls()}>Show all calls</Button> } : {})}
    >
      {chosen ? (
        <Grid gridDefinition={columns}>
          <CallList calls={shown} chosen={chosen} onChoose={setChosenId} />
          <CallDetails entry={chosen} />
        </Grid>
      ) : (
        <Box textAlign="center" color="text-body-secondary" padding="l">
          <Box variant="strong" color="inherit">
            No API calls
          </Box>
          <Box variant="p" color="inherit">
            {focus
              ? "The calls of this message are no longer kept."
              : "Do something with a key or an alias, and see here how to do it with the AWS CLI or an AWS SDK."}
          </Box>
        </Box>
      )}
    </SplitPanel>
  );
}

/** The call itself gets more room than the list: its lines are long, and all of its forms must be seen. */
const columns = [{ colspan: { default: 12, s: 5 } }, { colspan: { default: 12, s: 7 } }];

function newestFirst(calls: readonly LoggedCall[], focus: readonly string[] | undefined): readonly LoggedCall[] {
  const wanted = focus && new Set(focus);
  return calls.filter(({ id }) => wanted?.has(id) ?? true).reverse();
}
