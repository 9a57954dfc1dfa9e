// Exports `aws sts`: who the calls of this line are made as.
import { parseKnown } from "#cli/aws/args/parse-known.ts";
import { unknownOptions } from "#cli/aws/args/usage-error.ts";
import type { LineContext } from "#cli/aws/line-context.ts";
import { placeOf } from "#cli/aws/settings.ts";
import { serviceHelp } from "./service-help.ts";

/**
 * `aws sts get-caller-identity`. Simulated: the other operations of STS are not here.
 * @throws UsageError
 */
export function runSts(words: readonly string[], { globals, settings, host, print }: LineContext): string {
  const choices = ["get-caller-identity", "help"];
  const { values, rest } = parseKnown(words, [
    { name: "operation", target: "operation", takes: "one", required: true, choices },
  ]);
  if (values.get("operation") === "help" || rest[0] === "help") return serviceHelp("sts");
  if (rest.length > 0) throw unknownOptions(rest);
  const { profile } = placeOf(globals, settings, host);
  const answer = {
    UserId: userId(profile.principal, profile.account),
    Account: profile.account,
    Arn: profile.principal,
  };
  return print("GetCallerIdentity", answer);
}

/** Simulated: an ID in the form of AWS, always the same for the same principal. Root's is the account ID. */
function userId(principal: string, account: string): string {
  if (principal.endsWith(":root")) return account;
  const [, role, session] = /:assumed-role\/(.+)\/([^/]+)$/.exec(principal) ?? [];
  return role === undefined ? uniqueId("AIDA", principal) : `${uniqueId("AROA", role)}:${session}`;
}

function uniqueId(prefix: string, text: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let id = prefix;
  // FNV-1a over the text and the place of the letter: it need not be secret, only steady.
  while (id.length < 21) {
    let hash = 0x811c9dc5;
    for (const character of `${id.length}${text}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    id += letters.charAt((hash >>> 13) & 31);
  }
  return id;
}
