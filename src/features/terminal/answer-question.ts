// Exports what the page answers to the shell's questions: calls of the engine, the trail, the history.
import type { Profile } from "#cli/aws/aws-host.ts";
import { type Call, type Engine, KmsError, listAccounts, type World } from "#kms/index.ts";
import type { Workspace } from "#storage/workspace.ts";
import { loggedCall, principalOf } from "#store/use-call.ts";
import { lookAround } from "./look-around.ts";
import { lookupEvents } from "./lookup-events.ts";
import type { Answer, Question } from "./shell-messages.ts";

export interface Answering {
  readonly engine: Engine;
  readonly workspace: Pick<Workspace, "recentEvents">;
  world(): World;
  history(): readonly string[];
  forgetHistory(): Promise<void>;
}

/** What the trail names as the caller's program. */
const userAgent = "aws-cli/2 (KMS Sandbox terminal)";

/** Answers one question. A refusal of KMS is an answer; anything else that is thrown is a bug. */
export async function answerQuestion(question: Question, on: Answering): Promise<Answer> {
  try {
    return { type: "value", value: await answerOf(question, on) };
  } catch (error) {
    if (error instanceof KmsError) return { type: "refusal", code: error.code, message: error.message };
    throw error;
  }
}

function answerOf(
  question: Question,
  { engine, workspace, world, history, forgetHistory }: Answering,
): Promise<unknown> {
  switch (question.type) {
    case "call": {
      const { operation, input, place } = question;
      const { account, principal } = place.profile;
      // The CLI has made the input for this operation, and the engine validates it.
      const call = { operation, input, account, principal, region: place.region, userAgent } as Call;
      return loggedCall(engine, call);
    }
    case "lookup-events":
      return lookupEvents(workspace, question.query, question.place);
    case "look-around":
      return Promise.resolve(lookAround(world(), question.name, question.where));
    case "history":
      return Promise.resolve(history());
    case "forget-history":
      return forgetHistory();
  }
}

/** The accounts of the workspace by name and by ID; "default" is the account of the page. */
export function profilesOf(world: World, account: string): (readonly [name: string, profile: Profile])[] {
  const profiles = new Map<string, Profile>();
  profiles.set("default", { account, principal: principalOf(account) });
  for (const { account: id, name } of listAccounts(world)) {
    const profile = { account: id, principal: principalOf(id) };
    const word = name
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-");
    if (word !== "" && !profiles.has(word)) profiles.set(word, profile);
    profiles.set(id, profile);
  }
  return [...profiles];
}
