// Exports LastUsed: when and for what the key was last used in a cryptographic operation, as GetKeyLastUsage tells.
import Popover from "@cloudscape-design/components/popover";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useState } from "react";
import { type KeyRecord, KmsError, type Outputs } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { useSandbox } from "#store/sandbox.ts";
import { useAction } from "#store/use-call.ts";
import { timeAgo } from "./time-ago.ts";

type Usage = Outputs["GetKeyLastUsage"];

/** The answer comes from the trail, which is not part of the World: so the page has to ask. */
function useLastUsage({ keyId, region }: KeyRecord): Usage | KmsError | undefined {
  const begin = useAction();
  const [answer, setAnswer] = useState<Usage | KmsError>();
  useEffect(() => {
    let isCurrent = true;
    const take = (taken: Usage | KmsError): void => {
      if (isCurrent) setAnswer(taken);
    };
    begin()
      .call("GetKeyLastUsage", { KeyId: keyId }, { region })
      .then(take, (error: unknown) => {
        if (!(error instanceof KmsError)) throw error;
        take(error);
      });
    return () => {
      isCurrent = false;
    };
  }, [begin, keyId, region]);
  return answer;
}

export function LastUsed({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const { engine } = useSandbox();
  const answer = useLastUsage(keyRecord);
  if (answer === undefined) return <Spinner />;
  if (answer instanceof KmsError) return refusalText(answer);
  const { Timestamp, Operation, CloudTrailEventId } = answer.KeyLastUsage ?? {};
  const since = answer.TrackingStartDate === undefined ? "-" : formatTime(answer.TrackingStartDate * 1000);
  return (
    <Popover
      header="Last used"
      triggerType="text"
      dismissAriaLabel="Close"
      content={
        <>
          {Timestamp !== undefined && (
            <>
              <div>{formatTime(Timestamp * 1000)}</div>
              <div>Operation: {Operation}</div>
              <div>CloudTrail event: {CloudTrailEventId}</div>
            </>
          )}
          <div>Tracked since {since}</div>
        </>
      }
    >
      {Timestamp === undefined ? "Not used yet" : timeAgo(Timestamp * 1000, engine.now())}
    </Popover>
  );
}
