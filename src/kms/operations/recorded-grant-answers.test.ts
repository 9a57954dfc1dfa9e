// Recorded answers of the grant operations.
import { createKey } from "#testing/builders.ts";
import { type Attempts, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import { homeAccount } from "#testing/test-engine.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const terms = { GranteePrincipal: `arn:aws:iam::${homeAccount}:user/Bob`, Operations: ["Decrypt"] as const };

const attempts: Attempts = {
  "863a82393cdc": ({ call }) => ({
    attempt: call("RevokeGrant", { KeyId: "alias/name", GrantId: "0".repeat(64) }),
  }),
  ac4aaf202739: ({ call }) => ({ attempt: call("CreateGrant", { KeyId: "alias/name", ...terms }) }),
  async cafe0c27ed51({ call }) {
    const { keyId, arn } = await createKey(call);
    await call("ScheduleKeyDeletion", { KeyId: keyId });
    return { attempt: call("CreateGrant", { KeyId: keyId, ...terms }), blanks: { "key-arn": arn } };
  },
  // Only the form of a principal is checked, so it is one that there cannot be: a group is no principal.
  async "0da551667e8d"({ call }) {
    const { keyId } = await createKey(call);
    const group = `arn:aws:iam::${homeAccount}:group/Admins`;
    const attempt = call("CreateGrant", { KeyId: keyId, ...terms, GranteePrincipal: group });
    return { attempt, blanks: { "principal-arn": group } };
  },
};

replayRecorded(recordedPart(answers, "grant"), attempts);
