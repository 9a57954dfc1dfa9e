// Exports what a change means for those who have used an alias lately: whether the key that it then points to lets them in.
// Permission belongs to the key, so a caller that another key's policy lets in may be refused by the next one.
import { aliasArn, aliasPrefix, type Caller, type Engine } from "#kms/index.ts";
import type { Effect } from "./effects.ts";
import type { Probe } from "./moment.ts";
import type { Pace } from "./pace.ts";
import type { RecentUser } from "./recent-users.ts";
import { type Use, usesOf } from "./uses.ts";

/** One call of a user through an alias. */
interface UserUse {
  readonly principal: string;
  readonly aliasName: string;
  readonly use: Use;
}

/** So many users are tried, those who called last: each costs a call or two. */
const tried = 10;

/** Calls as each of the users does, by the ARN of the alias: that means the same in every account. */
export async function userUses(
  fork: Engine,
  caller: Caller,
  probes: readonly Probe[],
  users: readonly RecentUser[],
  pace: Pace,
): Promise<readonly UserUse[]> {
  const uses: UserUse[] = [];
  for (const { principal, account } of users.slice(0, tried))
    for (const { keyId: aliasName, application } of probes) {
      if (!application || !aliasName.startsWith(aliasPrefix) || !principal.startsWith("arn:")) continue;
      // Whoever may make a call may make it with each algorithm.
      const once = { ...application, algorithms: application.algorithms.slice(0, 1) };
      const user = { account, principal, region: caller.region };
      const made = await usesOf(fork, user, aliasArn({ ...caller, aliasName }), once, pace);
      for (const use of made) uses.push({ principal, aliasName, use });
    }
  return uses;
}

/** Of those whose call was answered before and is denied after. Both lists are of the same users and probes. */
export function userEffects(before: readonly UserUse[], after: readonly UserUse[]): readonly Effect[] {
  return after.flatMap(({ principal, aliasName, use: { operation, answer } }, at): readonly Effect[] => {
    if (answer.ok || answer.code !== "AccessDeniedException" || !before[at]?.use.answer.ok) return [];
    const text = [
      { strong: principal },
      ` has used `,
      { strong: aliasName },
      ` lately. Its ${operation} calls fail with ${answer.code}: it has no permission on the new key.`,
    ];
    return [{ tone: "warning", text }];
  });
}
