// GetKeyLastUsage: when and for what a key was last used. The answer comes from the trail, which is not part of the World, so
// it is awaited as cryptography is (access "crypto"); it changes nothing.
import type { GetKeyLastUsageOutput, KeyLastUsageData } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { secondsOfEventTime } from "#kms/trail/event-time.ts";
import type { KeyUse } from "#kms/trail/key-use.ts";

export const getKeyLastUsage: Operation<"GetKeyLastUsage"> = {
  access: "crypto",
  resolve({ KeyId }, { world, caller, lastUsage }) {
    const { key, arn } = resolveKey(world, caller, "GetKeyLastUsage", KeyId);
    return {
      requires: [{ action: "GetKeyLastUsage", on: { key } }],
      async run(): Promise<GetKeyLastUsageOutput> {
        const created = epochSeconds(key.creationDate);
        const use = await lastUsage(arn);
        return {
          // Simulated: which form KeyId has here is not recorded; answers have the key ARN everywhere else.
          KeyId: arn,
          // A replica that was deleted and made again has the ARN, but not the past, of its forerunner.
          KeyLastUsage: use && secondsOfEventTime(use.eventTime) >= Math.floor(created) ? usageData(use) : {},
          // Simulated: AWS began to track on a day of its own; here every key is tracked from its creation.
          TrackingStartDate: created,
          KeyCreationDate: created,
        };
      },
    };
  },
};

function usageData({ eventName, eventTime, eventID, requestID }: KeyUse): KeyLastUsageData {
  return {
    Operation: eventName as NonNullable<KeyLastUsageData["Operation"]>, // only events of these operations are uses
    Timestamp: secondsOfEventTime(eventTime),
    CloudTrailEventId: eventID,
    KmsRequestId: requestID,
  };
}
